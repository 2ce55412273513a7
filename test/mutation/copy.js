import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Not dependencies: installed for a run into a temporary folder. */
const PACKAGES = ['@stryker-mutator/core@9.6.1', '@stryker-mutator/vitest-runner@9.6.1'];
/** The files that the tests of the rules read. */
const PARTS = ['src', 'test', 'dist', 'schemas', 'data', 'package.json', 'tsconfig.json'];
const TESTS = ['test/rules/**/*.test.ts', 'test/workspace/problem-fixtures.test.ts'];

/**
 * Copies the project for mutation, with Stryker's packages installed, all others linked.
 * @param {string} folder empty
 */
export function copyProject(folder) {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps', '--loglevel=error'];
  execFileSync('npm', ['install', ...quiet, ...PACKAGES], { cwd: folder, stdio: 'inherit', timeout: 300_000 });
  const modules = join(root, 'node_modules');
  for (const name of readdirSync(modules).flatMap((name) => packagesIn(modules, name))) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    if (!existsSync(link)) symlinkSync(join(modules, name), link, 'junction');
  }
  for (const part of PARTS) cpSync(join(root, part), join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'vitest.config.js'), `export default { test: { include: ${JSON.stringify(TESTS)} } };\n`);
}

/** @param {string} modules @param {string} name @returns {string[]} */
function packagesIn(modules, name) {
  if (name.startsWith('.')) return [];
  return name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name];
}
