import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { baseLedger } from '../support/memory-reader.js';
import { runCli, temporaryFolder } from '../support/run-cli.js';
import { withoutRoot } from '../support/without-root.js';

/** A ledger without findings in a folder of its own. */
function ledger(): string {
  return temporaryFolder(
    Object.fromEntries(Object.entries(baseLedger()).map(([path, text]) => [`data/${path}`, text])),
  );
}

/** `file:line:column code` of everything found, without the note that references are not checked. */
async function found(cwd: string): Promise<string[]> {
  const { stdout, stderr, code } = await runCli(['validate', '--format', 'json'], { cwd });
  expect([0, 1], stderr).toContain(code);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
  return diagnostics
    .filter(({ code }) => code !== 'references-unchecked')
    .map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}

/** Another file's finding shows that one bad file never hides the rest. */
const OTHER = 'data/people/z.yaml:1:7 bad-format';
const withOther = (cwd: string): string => {
  writeFileSync(join(cwd, 'data/people/z.yaml'), '- id: 孙（三）\n');
  return cwd;
};

describe.runIf(process.platform !== 'win32')('what is no plain file is told, and the others are still checked', () => {
  test('links out of the folder, to nothing and in a ring', async () => {
    const cwd = withOther(ledger());
    symlinkSync('/etc/passwd', join(cwd, 'data/people/a.yaml'));
    symlinkSync('nowhere', join(cwd, 'data/people/b.yaml'));
    symlinkSync('.', join(cwd, 'data/people/c'));
    symlinkSync('e.yaml', join(cwd, 'data/people/d.yaml'));
    symlinkSync('d.yaml', join(cwd, 'data/people/e.yaml'));
    expect(await found(cwd)).toEqual([
      ...['a.yaml', 'b.yaml', 'c', 'd.yaml', 'e.yaml'].map((name) => `data/people/${name}:1:1 file-unreadable`),
      OTHER,
    ]);
  });

  test('a pipe, and a folder with the name of a file', async () => {
    const cwd = withOther(ledger());
    execFileSync('mkfifo', [join(cwd, 'data/people/a.yaml')]);
    mkdirSync(join(cwd, 'data/people/b.yaml'));
    writeFileSync(join(cwd, 'data/people/b.yaml/c.yaml'), '- id: 孙三\n');
    expect(await found(cwd)).toEqual([
      'data/people/a.yaml:1:1 file-unreadable',
      'data/people/b.yaml:1:1 file-unreadable',
      OTHER,
    ]);
  });

  test('a file and a folder without permission', async () => {
    const cwd = withOther(ledger());
    writeFileSync(join(cwd, 'data/people/a.yaml'), '- id: 孙三\n', { mode: 0 });
    mkdirSync(join(cwd, 'data/people/b'), { mode: 0 });
    expect(await withoutRoot(cwd, () => found(cwd))).toEqual([
      'data/people/a.yaml:1:1 file-unreadable',
      'data/people/b:1:1 file-unreadable',
      OTHER,
    ]);
    chmodSync(join(cwd, 'data/people/b'), 0o700);
  });

  test('names with spaces, quotation marks, line feeds, escapes and Chinese', async () => {
    const cwd = ledger();
    const names = ['a b.yaml', 'a"\'b.yaml', 'a\nb.yaml', 'a\u001b[2Jb.yaml', '人员 名单（一）.yaml'];
    for (const [at, name] of names.entries()) writeFileSync(join(cwd, 'data/people', name), `- id: 孙（${at}）\n`);
    const shown = ['a\\nb.yaml', 'a\\u{1B}[2Jb.yaml', 'a b.yaml', 'a"\'b.yaml', '人员 名单（一）.yaml'];
    expect(await found(cwd)).toEqual(shown.map((name) => `data/people/${name}:1:7 bad-format`));
    const { stdout } = await runCli(['validate'], { cwd });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    for (const name of shown) {
      expect(stdout).toContain(`data/people/${name}:1:7 必须修改`);
    }
  });
});

describe('texts made to break the tool', () => {
  const bomb = `- a: &a 甲\n${[...'bcdefghi'].map((name, at) => `  ${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`)}]\n`).join('')}`;
  const keys = `- id: 孙三\n${Array.from({ length: 5000 }, (_, at) => `  k${at}: 1\n`).join('')}`;

  test.each<[string, string, string]>([
    ['a bomb of aliases', bomb, 'yaml-anchor'],
    ['10,000 levels', '['.repeat(10_000), 'yaml-depth'],
    ['10,000 levels of blocks', '- '.repeat(10_000), 'yaml-depth'],
    [
      'keys of every object',
      '- id: 孙三\n  __proto__: { note: 1 }\n  constructor: { prototype: 1 }\n',
      'unknown-field',
    ],
    ['5,000 unknown keys', keys, 'unknown-field'],
    ['50 MB in one line', `- id: 孙三\n  note: ${'a'.repeat(50_000_000)}\n`, 'file-unreadable'],
    ['5 MB in one value', `- id: 孙三\n  note: ${'a'.repeat(5_000_000)}\n`, 'out-of-range'],
    ['a number of millions of digits', `- id: 孙三\n  note: ${'1'.repeat(5_000_000)}\n`, 'yaml-number'],
    ['an id of millions of letters', `- id: ${'a-'.repeat(5_000_000)}\n`, 'bad-format'],
    ['a key of millions of letters', `- id: 孙三\n${'a'.repeat(10_000_000)}: 1\n`, 'yaml-syntax'],
    ['200,000 wrong numbers in one line', `- [${'0012, '.repeat(200_000)}]\n`, 'yaml-number'],
    ['200,000 full-width commas', `- id: 孙三\n  aliases: [${'，'.repeat(200_000)}]\n`, 'full-width-comma'],
    ['a key written 200,000 times', `- id: 孙三\n${'  note: 甲\n'.repeat(200_000)}`, 'yaml-duplicate-key'],
    ['conflict markers without end', '<<<<<<< a\n'.repeat(200_000), 'merge-conflict'],
    ['escapes of a terminal', '- id: "\\u001b[31m红"\n', 'control-character'],
    ['text that turns its direction', '- id: 甲\u202e乙\n', 'control-character'],
  ])('%s: a finding, no crash, no hang', async (_, text, code) => {
    const cwd = withOther(ledger());
    writeFileSync(join(cwd, 'data/people/a.yaml'), text);
    const places = await found(cwd);
    expect(
      places.filter((place) => place.startsWith('data/people/a.yaml')).map((place) => place.split(' ').at(-1)),
    ).toContain(code);
    expect(places).toContain(OTHER);
    expect({}).not.toHaveProperty('note');
  });

  test('thousands of unknown keys are all counted', async () => {
    const cwd = ledger();
    writeFileSync(join(cwd, 'data/people/a.yaml'), keys);
    const { stdout } = await runCli(['validate'], { cwd });
    expect(stdout).toContain('5000 处必须修改');
  });
});
