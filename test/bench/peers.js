import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { output, root } from './measure.js';

/** Not dependencies, because their licences differ: installed for a measurement into a temporary folder. */
const PACKAGES = ['@sourcemeta/jsonschema@16', 'ajv-cli@5', '@jirutka/ajv-cli@6', 'v8r@6'];

/** The goals: how many times as fast yueyi should be on 100,000 records. @type {Record<string, number>} */
export const PEER_GOALS = { '@sourcemeta/jsonschema': 1.3, 'ajv-cli': 2, '@jirutka/ajv-cli': 20 };

/** @param {string} parent @returns {boolean} whether they could be installed */
export function installPeers(parent) {
  const folder = join(parent, 'peers');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  // Some of them ask for a later Node than this, and may run nevertheless; our own .npmrc is strict.
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--engine-strict=false'];
  try {
    execFileSync('npm', ['install', ...quiet, ...PACKAGES], { cwd: folder, stdio: 'ignore', timeout: 300_000 });
    return true;
  } catch {
    return false;
  }
}

/**
 * Writes the input of the peers: only the activities of a ledger, because none checks references, with dates in
 * quotation marks, because ajv-cli parses others as points in time.
 * @param {string} data @param {string} copy
 */
export function writeForPeers(data, copy) {
  mkdirSync(copy, { recursive: true });
  const folder = join(data, 'activities');
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8');
    writeFileSync(join(copy, name), text.replace(/: (\d{4}-\d\d-\d\d)(?=[\s,])/g, ': "$1"'));
  }
}

/**
 * The dictionary's schema of one activity, as that of a list; without formats, which some of them do not know.
 * @param {string} path
 */
export function writeListSchema(path) {
  const { stdout } = output({
    name: 'schema',
    args: [`${root}bin/yueyi.js`, 'schema', 'activities', '--format', 'json'],
  });
  const { $schema, $defs, ...one } = JSON.parse(stdout, (key, value) => (key === 'format' ? undefined : value));
  writeFileSync(
    path,
    JSON.stringify({ $schema, type: 'array', items: { $ref: '#/$defs/one' }, $defs: { ...$defs, one } }),
  );
}

/**
 * The peers are run in `folder`, because one of them accepts no other paths.
 * @param {string} folder with `peers/`, where they are installed @param {string} schema @param {string} files a folder of activities
 * @returns {import('./measure.js').Subject[]}
 */
export function peerSubjects(folder, schema, files) {
  const modules = join(folder, 'peers/node_modules');
  const glob = `${files}/*.yaml`;
  const native = `jsonschema-${platform() === 'win32' ? 'windows' : platform()}-${arch() === 'x64' ? 'x86_64' : arch()}`;
  const options = ['validate', '--spec=draft2020', '--strict=false', '-s', schema];
  const subjects = [
    {
      name: '@sourcemeta/jsonschema',
      command: join(modules, '@sourcemeta/jsonschema/build/github-releases', native),
      args: ['validate', schema, files, '--extension', '.yaml'],
    },
    { name: 'ajv-cli', args: [join(modules, 'ajv-cli/dist/index.js'), ...options, '-d', glob] },
    { name: '@jirutka/ajv-cli', args: [join(modules, '@jirutka/ajv-cli/lib/main.js'), ...options, '--', glob] },
    { name: 'v8r', args: [join(modules, 'v8r/src/index.js'), '-s', schema, glob] },
  ];
  return subjects.map((subject) => ({ ...subject, cwd: folder }));
}

/** @param {string} folder @param {string} name */
export function versionOf(folder, name) {
  return JSON.parse(readFileSync(join(folder, 'peers/node_modules', name, 'package.json'), 'utf8')).version;
}
