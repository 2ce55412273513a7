import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { REPOSITORY, temporaryFolder } from '../support/run-cli.js';

/** What V8 has compiled stands beside the program: it makes a start quicker, and may be missing, torn or strange. */
describe('the compiled form beside the program', () => {
  let dist: string;
  let help: string;

  const run = (): string =>
    execFileSync(process.execPath, [join(dist, '../bin/yueyi.js'), '--help'], { encoding: 'utf8' });
  const caches = (): string[] => readdirSync(dist).filter((name) => name.endsWith('.cache'));

  beforeEach(() => {
    const folder = temporaryFolder();
    for (const part of ['bin', 'dist']) cpSync(join(REPOSITORY, part), join(folder, part), { recursive: true });
    dist = join(folder, 'dist');
    help = run();
  });

  it('is taken by the Node that built it', () => {
    const loader = `const { Script } = require('node:vm'); const { load, scripts } = require('./loader.js');
      load('main.js'); console.log([...scripts].map(([, script]) => script.cachedDataRejected).join())`;
    const said = execFileSync(process.execPath, ['-e', loader], { cwd: dist, encoding: 'utf8' });
    expect(said.trim().split(',')).toContain('false');
    expect(said).not.toContain('true');
  });

  it('is not needed', () => {
    for (const name of caches()) rmSync(join(dist, name));
    expect(run()).toBe(help);
  });

  it('does no harm when it is torn or something else', () => {
    expect(caches().length).toBeGreaterThan(1);
    for (const [index, name] of caches().entries()) {
      const whole = readFileSync(join(dist, name));
      const broken = [whole.subarray(0, whole.length >> 1), Buffer.alloc(0), Buffer.from('越医'.repeat(9))];
      writeFileSync(join(dist, name), broken[index % 3] ?? '');
    }
    expect(run()).toBe(help);
  });
});
