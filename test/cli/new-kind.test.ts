import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPOSITORY, writeFiles } from '../support/run-cli.js';

/** One step of src/README.md: a file to write, or a table in a file that gets one more row. */
interface Step {
  readonly path: string;
  readonly table: string | undefined;
  readonly text: string;
}

const HEADING = '## 加一类记录';
const STEP = /^\d+\. `(?<path>[^`]+)`(?: 的 `(?<table>\w+)`)?：.*\n\n {3}```\w+\n(?<text>[\s\S]*?)\n {3}```$/gmu;

function stepsInReadme(): readonly Step[] {
  const readme = readFileSync(join(REPOSITORY, 'src/README.md'), 'utf8');
  const [, section = ''] = readme.split(`${HEADING}\n`);
  const [own = ''] = section.split(/^## /m);
  const steps = Array.from(own.matchAll(STEP), ({ groups }): Step => {
    const { path = '', table, text = '' } = groups ?? {};
    return { path, table, text: `${text.replace(/^ {3}/gm, '')}\n` };
  });
  expect(
    steps.map((_, index) => index + 1),
    `every numbered step under “${HEADING}” names its file first and ends with one block of code, indented by three`,
  ).toEqual(Array.from(own.matchAll(/^(\d+)\. /gm), ([, number]) => Number(number)));
  return steps;
}

const steps = stepsInReadme();
const copy = mkdtempSync(join(tmpdir(), 'yueyi-new-kind-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What the program is built from, and what the steps change. */
const COPIED = ['bin', 'src', 'schemas', 'package.json', 'package-lock.json', 'tsconfig.json', 'test/support'];

beforeAll(() => {
  const changed = steps.flatMap(({ path, table }) => (table === undefined ? [] : [path]));
  for (const path of [...COPIED, ...changed]) cpSync(join(REPOSITORY, path), join(copy, path), { recursive: true });
  cpSync(join(REPOSITORY, 'test/fixtures/base/data'), join(copy, 'data'), { recursive: true });
  symlinkSync(join(REPOSITORY, 'node_modules'), join(copy, 'node_modules'));
  for (const step of steps) follow(step);
  execFileSync(process.execPath, [join(copy, 'src/build/main.js')], { cwd: copy, stdio: 'pipe' });
});

function follow({ path, table, text }: Step): void {
  const file = join(copy, path);
  if (table === undefined) {
    expect(existsSync(file), `${path} is a new file`).toBe(false);
    writeFiles(copy, { [path]: text });
    return;
  }
  writeFileSync(file, withRow(readFileSync(file, 'utf8'), table, text));
}

/** A text with one more row at the end of the table of that name. */
function withRow(text: string, table: string, row: string): string {
  const start = text.indexOf(`const ${table}`);
  const end = text.indexOf('\n}', start);
  expect(start, `a table ${table}`).toBeGreaterThan(-1);
  return `${text.slice(0, end + 1)}${row}${text.slice(end + 1)}`;
}

const run = promisify(execFile);

async function yueyi(...args: readonly string[]): Promise<string> {
  const options = { cwd: copy, env: { PATH: process.env.PATH, YUEYI_TODAY: '2025-12-31' } };
  const { stdout, stderr } = await run(process.execPath, [join(copy, 'bin/yueyi.js'), ...args], options);
  expect(stderr).toBe('');
  return stdout;
}

/** What the type checker says of the tables that have a row for each kind; nothing where all is well. */
async function typeErrors(): Promise<string> {
  const files = steps.flatMap(({ path, table }) => (table === undefined || path.endsWith('.test.ts') ? [] : [path]));
  writeFiles(copy, { 'tsconfig.tables.json': JSON.stringify({ extends: './tsconfig.json', include: [], files }) });
  const compiler = join(REPOSITORY, 'node_modules/typescript/bin/tsc');
  const failed = await run(process.execPath, [compiler, '--project', 'tsconfig.tables.json'], { cwd: copy }).catch(
    (error: { stdout: string }) => error,
  );
  return failed.stdout;
}

describe('a new kind, made as src/README.md says', () => {
  test('is valid, and in the list of kinds', async () => {
    expect(await yueyi('validate')).toContain('没有发现问题');
    expect(await yueyi('schema')).toContain('荣誉');
    expect(await yueyi('schema', 'awards')).toContain('获奖支部');
  });

  test.each([
    [
      ['list', 'awards'],
      ['先进基层党组织', '党员示范岗'],
    ],
    [['list', '荣誉', '--year', '2025', '--where', '级别=市级'], ['先进基层党组织']],
    [['list', 'awards', '--from', '2025-06'], ['先进基层党组织']],
    [['list', 'awards', '--until', '2025-03'], ['党员示范岗']],
  ])('yueyi %j', async (args, expected) => {
    const product = await yueyi(...args);
    expect(product).toContain('荣誉台账');
    expect(['先进基层党组织', '党员示范岗'].filter((title) => product.includes(title))).toEqual(expected);
  });

  test('is shown, also where another record shows what refers to it', async () => {
    expect(await yueyi('show', '先进基层党组织')).toContain('2025年6月18日');
    const branch = await yueyi('show', '骨科第二党支部');
    expect(branch).toContain('引用它的荣誉');
    expect(branch).toContain('2025年6月18日');
  });

  test('is completed', async () => {
    expect(await yueyi('__complete', '--', 'list', 'aw')).toContain('awards\t荣誉');
    expect(await yueyi('__complete', '--', 'list', 'awards', '--where', '级别=')).toContain('级别=省级');
    expect(await yueyi('__complete', '--', 'show', '--kind', 'awards', '')).toContain('2025-党员示范岗');
  });

  test('is compared by why-changed', async () => {
    expect(await yueyi('explain', 'activities@year=2025')).toContain('1');
    expect(await yueyi('why-changed', '--since', '2025-03-01')).toContain('2025');
  });

  test('does not compile without its row in the table of kinds', async () => {
    expect(await typeErrors()).toBe('');
    for (const { path, table } of steps) {
      if (table !== undefined) cpSync(join(REPOSITORY, path), join(copy, path));
    }
    const errors = await typeErrors();
    for (const table of ['kind-table.ts', 'ledger-builder.ts']) expect(errors).toContain(table);
    expect(errors).toContain("'awards'");
  });
});
