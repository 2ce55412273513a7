import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.js';
import { DIAGNOSTICS_FORMATS } from '../../src/diagnostics/formats/formats.js';
import { formatOfFile, type OutputFormat } from '../../src/document/output-format.js';
import { FORMATS, type ProductFormat } from '../../src/render/formats.js';
import { wordsFor } from '../../src/text/choice.js';
import { REPOSITORY, runCli, SHAOXING, temporaryFolder } from '../support/run-cli.js';

/** What a command line needs beside its command to make a product of the hospital's ledger. */
const NEEDS: Readonly<Record<string, string>> = {
  progress: '2025',
  report: '2021',
  todo: '2025',
  fill: '结对协议书 东湖',
  freeze: '--check',
  calendar: '2025-06',
  import: `${join(REPOSITORY, 'test/fixtures/imports/活动.csv')} --as 活动`,
  list: '结对',
  find: '东湖',
  show: '东湖 --kind 结对',
  export: '--kind 结对',
  explain: '2021-医德考评',
  'check-doc': `${join(REPOSITORY, 'test/fixtures/drafts/2021.txt')} --year 2021`,
  'why-changed': '--year 2025 --since 2025-03-31 --as-of 2025-06-30',
};
const makers = COMMANDS.flatMap(({ name, formats }) => (formats ? [{ name, makes: formats() }] : []));
const made = makers.flatMap(({ name, makes }) => makes.map((format) => [name, format.name, format, makes] as const));

/** Runs a command on the hospital's ledger in an empty folder. */
async function run(command: string, args: readonly string[], cwd = temporaryFolder(), terminal?: { columns: number }) {
  const needs = NEEDS[command]?.split(' ') ?? [];
  const given = [command, ...needs, ...args, '--data', join(SHAOXING, 'data')];
  const result = await runCli(given, { cwd, ...(terminal ? { terminal } : {}) });
  return { ...result, cwd, files: readdirSync(cwd) };
}

/** What a product in a format looks like, so that none passes for another. */
const LOOKS: Readonly<Record<string, RegExp>> = {
  text: /^(?:[^{[|#]|\n)*$/u,
  markdown: /^(?:#|>|\||\*\*)/m,
  csv: /^\ufeff[^\n]+\r\n/,
  json: /^[{[]\n/,
  ics: /^BEGIN:VCALENDAR\r\n/,
  // Bytes as they are captured: those of a zip.
  xlsx: /^80,75,3,4,/,
  docx: /^80,75,3,4,/,
  zip: /^80,75,3,4,/,
  html: /^<!doctype html>\n/,
  ndjson: /^\{"id":/,
  // PAR1
  parquet: /^80,65,82,49,/,
  github: /^(?:::|$)/,
  gitlab: /^\[/,
  sarif: /^\{\n {2}"\$schema"/,
};

describe.each(made)('%s as %s', (command, name, format, makes) => {
  test('is made in that format', async () => {
    const { stdout, stderr, code } = await run(command, ['--format', name]);
    expect([code, stderr]).toEqual([0, '']);
    if (name !== 'text') expect(stdout).toMatch(LOOKS[name] ?? /./);
  });

  test('is chosen by each of its names', async () => {
    const expected = await run(command, ['--format', name]);
    for (const word of wordsFor(format)) expect((await run(command, ['--format', word])).stdout).toBe(expected.stdout);
  });

  test('the ending of -o chooses it', async () => {
    for (const ending of format.endings) {
      if (formatOfFile(makes, ending)?.name !== name) continue;
      const [named, ended] = await Promise.all([
        run(command, ['--format', name, '-o', '材料']),
        run(command, ['-o', `材料${ending.toUpperCase()}`]),
      ]);
      expect([ended.code, ended.stdout]).toEqual([0, '']);
      expect(read(ended.cwd, ended.files).equals(read(named.cwd, named.files))).toBe(true);
    }
  });
});

const read = (cwd: string, [file = '', ...more]: readonly string[]): Buffer => {
  expect(more).toEqual([]);
  return readFileSync(join(cwd, file));
};

describe.each(makers)('$name', ({ name, makes }) => {
  const others = ['总结.dotx', '总结.DOC', '总结.wps', '表.xls', '表.et', '总结.pdf', '页.html'];
  test.each(others.filter((file) => !formatOfFile(makes, file)))(
    'refuses %s, and lists what it writes',
    async (file) => {
      for (const args of [
        ['-o', file],
        ['-o', file, '--format', 'text'],
      ]) {
        const { stdout, stderr, code, files } = await run(name, args);
        expect([code, stdout, files]).toEqual([2, '', []]);
        expect(stderr).toMatch(new RegExp(`^写不了“${file}”这种文件。\\n可用的结尾：`));
        for (const { endings } of makes) for (const ending of endings.slice(0, 1)) expect(stderr).toContain(ending);
      }
    },
  );

  test('an ending of a format that others make is refused too', async () => {
    const others = [...FORMATS, ...DIAGNOSTICS_FORMATS]
      .flatMap(({ endings }) => endings)
      .filter((ending) => formatOfFile(makes, ending) === undefined);
    for (const ending of others) {
      const { code, files } = await run(name, ['-o', `材料${ending}`]);
      expect([ending, code, files]).toEqual([ending, 2, []]);
    }
  });

  test('an unknown format is refused with the known ones', async () => {
    const { stderr, code } = await run(name, ['--format', 'qqqqqq']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^没有“qqqqqq”这种格式。\n可用：/);
    for (const { name: format } of makes) expect(stderr).toContain(format);
  });
});

test('--format wins over the ending', async () => {
  const { cwd, code } = await run('report', ['--format', 'json', '-o', '总结.md']);
  expect(code).toBe(0);
  expect(JSON.parse(readFileSync(join(cwd, '总结.md'), 'utf8'))).toMatchObject({ version: 1 });
});

test.each(['总结', '总结.2025', '总结.v1', '2025.6.30'])('-o %s does not choose a format: it is text', async (file) => {
  const { cwd, code } = await run('report', ['-o', file]);
  const text = await run('report', ['-o', 'a.txt']);
  expect(code).toBe(0);
  expect(readFileSync(join(cwd, file), 'utf8')).toBe(readFileSync(join(text.cwd, 'a.txt'), 'utf8'));
});

test('a command that makes text alone refuses the others’ endings, and takes its own', async () => {
  expect((await run('why', ['-o', '规则.docx'])).code).toBe(2);
  expect((await run('why', ['-o', '规则.md'])).code).toBe(2);
  expect((await run('completion', ['zsh', '-o', '_yueyi.zsh'])).code).toBe(0);
});

describe('text written with -o', () => {
  test('keeps a paragraph on one line, to be pasted; a pipe keeps 80 columns', async () => {
    const piped = await run('report', []);
    const { cwd } = await run('report', ['-o', '总结.txt']);
    const written = readFileSync(join(cwd, '总结.txt'), 'utf8');
    const paragraphs = written.split('\n').filter((line) => line.startsWith('　　'));
    expect(Math.max(...paragraphs.map((line) => line.length))).toBeGreaterThan(100);
    expect(written.replace(/\s/g, '')).toBe(piped.stdout.replace(/\s/g, ''));
  });

  test('leaves tables as they are drawn', async () => {
    const drawn = (text: string): string[] => text.split('\n').filter((line) => /[│┌└├]/.test(line));
    const piped = await run('progress', []);
    const { cwd } = await run('progress', ['-o', '进展.txt']);
    expect(drawn(readFileSync(join(cwd, '进展.txt'), 'utf8'))).toEqual(drawn(piped.stdout));
  });
});

/** A message as one line, wherever it was wrapped. */
const unwrapped = (text: string): string => text.replace(/\n\s*/g, '');

describe('a format added to the table', () => {
  /** A format of bytes, as long as a test lasts. */
  function added(): OutputFormat {
    const made: ProductFormat = {
      name: 'ofd',
      chinese: '版式',
      endings: ['.ofd'],
      isBinary: true,
      from: 'document',
      render: async () => new Uint8Array([0x50, 0x4b, 0, 0xff]),
    };
    const table = FORMATS as ProductFormat[];
    table.push(made);
    onTestFinished(() => {
      table.splice(table.indexOf(made), 1);
    });
    return made;
  }

  test('is made by every command that makes documents, chosen by its names and its ending', async () => {
    added();
    for (const args of [
      ['-o', '总结.ofd'],
      ['--format', 'ofd', '-o', '总结'],
      ['--format', '版式', '-o', '总结'],
    ]) {
      const { cwd, files, code, stdout } = await run('report', args);
      expect([code, stdout]).toEqual([0, '']);
      expect([...readFileSync(join(cwd, files[0] ?? ''))]).toEqual([0x50, 0x4b, 0, 0xff]);
    }
  });

  test('stands in the help, in completion and in refusals', async () => {
    added();
    for (const { name } of makers.filter(({ makes }) => makes.some(({ name: each }) => each === 'markdown'))) {
      expect(unwrapped((await runCli([name, '--help'])).stdout)).toContain('ofd（版式）');
      expect((await runCli(['__complete', '--', name, '--format', 'o'])).stdout).toBe('ofd\t版式\n');
      expect(unwrapped((await run(name, ['--format', 'qqqqqq'])).stderr)).toContain('ofd（版式）');
      expect(unwrapped((await run(name, ['-o', 'a.pdf'])).stderr)).toContain('.ofd（ofd）');
    }
  });

  test('as bytes never goes to a terminal, but through a pipe', async () => {
    added();
    const shown = await run('report', ['--format', 'ofd'], temporaryFolder(), { columns: 80 });
    expect(shown).toMatchObject({ code: 2, stdout: '' });
    expect(shown.stderr).toBe('ofd 格式不是文字，不能显示在屏幕上。\n写进文件：-o 文件名.ofd。\n');
    const written: (string | Uint8Array)[] = [];
    const stdout = { write: (product: string | Uint8Array) => written.push(product) };
    expect((await runCli(['report', '2021', '--format', 'ofd'], { stdout })).code).toBe(0);
    expect(written).toEqual([new Uint8Array([0x50, 0x4b, 0, 0xff])]);
  });
});

test('the hospital’s ledger is where this file looks for it', () => {
  expect(existsSync(join(SHAOXING, 'data/workspace.yaml'))).toBe(true);
});
