import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { officeParts } from '../support/office-file.js';
import { REPOSITORY, runCli, runJson, temporaryFolder } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';
import { wordFile } from '../support/word-file.js';

interface CheckJson {
  readonly summary: { numbers: number; agree: number; differ: number; unbound: number };
  readonly numbers: readonly {
    readonly place: number;
    readonly text: string;
    readonly sentence: string;
    readonly value: number;
    readonly verdict: string;
    readonly figure: { id: string; value: number } | null;
    readonly sum: { kind: string; expected: number } | null;
  }[];
}

const DRAFT = readFileSync(join(REPOSITORY, 'test/fixtures/drafts/2021.txt'), 'utf8');
const DATA_2021 = join(REPOSITORY, 'test/fixtures/shaoxing/data');

/** Checks a text as a file in an empty folder. */
async function check(text: string, { year = '2021', data = DATA_2021, name = '文稿.txt' } = {}): Promise<CheckJson> {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, name), text);
  const { stdout, stderr, code } = await runCli(
    ['check-doc', name, '--year', year, '--data', data, '--format', 'json'],
    { cwd },
  );
  const found = JSON.parse(stdout) as CheckJson;
  expect([stderr, code]).toEqual(['', found.summary.differ > 0 ? 1 : 0]);
  return found;
}

const differing = ({ numbers }: CheckJson) =>
  numbers.filter(({ verdict }) => verdict === '不符').map(({ text, figure }) => [text, figure?.id]);
const unbound = ({ numbers }: CheckJson) =>
  numbers.filter(({ verdict }) => verdict === '未绑定').map(({ text }) => text);

describe('the text of a year’s summary, as an office writes it', () => {
  test('passes whole: nothing differs, and hardly a number is left', async () => {
    const found = await check(DRAFT);
    expect(differing(found)).toEqual([]);
    expect(found.summary.agree).toBeGreaterThanOrEqual(55);
    // Of a branch, of those who joined in a tenth year, and next year's plans.
    expect(unbound(found)).toEqual(['十周年', '3名', '不少于50次', '200面', '10名']);
  });
});

describe('our own report', () => {
  const SAMPLE = sampleYear();
  test.each([
    ['2021', '总结.txt', DATA_2021, 58],
    ['2021', '总结.md', DATA_2021, 58],
    ['2021', '总结.docx', DATA_2021, 58],
    ['2025', '总结.docx', join(SAMPLE, 'data'), 120],
    ['2025', '总结.txt', join(SAMPLE, 'data'), 100],
    ['2025', '总结.md', join(SAMPLE, 'data'), 100],
  ])('of %s as %s passes', async (year, name, data, least) => {
    const cwd = temporaryFolder();
    await runCli(['report', '--year', year, '--data', data, '-o', name], { cwd });
    const found = await runJson<CheckJson>(['check-doc', name, '--year', year, '--data', data], { cwd });
    expect(differing(found)).toEqual([]);
    expect(found.summary.agree).toBeGreaterThanOrEqual(least);
    if (name !== '总结.txt') return;
    // As it comes through a pipe, wrapped at 80 columns.
    const { stdout } = await runCli(['report', '--year', year, '--data', data, '--ids'], { cwd });
    expect(differing(await check(stdout, { year, data }))).toEqual([]);
  });
});

describe('the draft with comments', () => {
  test('is the Word file itself with one at each number, or a new one of a text', async () => {
    const cwd = temporaryFolder({ '文稿.txt': '2021年，收到锦旗158面，感谢信67封，到会12名。\n' });
    const args = ['--year', '2021', '--data', DATA_2021];
    const first = await runCli(['check-doc', '文稿.txt', ...args, '-o', '批注.docx'], { cwd });
    expect([first.code, first.stdout]).toEqual([1, '']);
    const comments = officeParts(readFileSync(join(cwd, '批注.docx'))).get('word/comments.xml') ?? '';
    expect(comments.match(/w:author="[^"]*"/g)).toEqual(
      ['不符', '相符', '未绑定'].map((word) => `w:author="对稿·${word}"`),
    );
    expect(comments).toContain('不符：台账里“收到锦旗”是157面（2021-锦旗）');
    const again = await runCli(['check-doc', '批注.docx', ...args, '-o', '再批.docx'], { cwd });
    expect(again.code).toBe(1);
    expect(
      officeParts(readFileSync(join(cwd, '再批.docx')))
        .get('word/comments.xml')
        ?.match(/<w:comment /g),
    ).toHaveLength(6);
  });
});

describe('bad input is refused in Chinese, with a way out, and nothing is written', () => {
  const DOC = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  test.each([
    ['没有.txt', '没有“没有.txt”这个文件', null],
    ['总结.doc', '读不了“总结.doc”这种文件', DOC],
    ['总结.pdf', '读不了“总结.pdf”这种文件', Buffer.from('%PDF')],
    ['总结', '读不了“总结”这种文件', Buffer.from('锦旗157面')],
    ['总结.docx', '读不了“总结.docx”：是旧格式，或者设了密码', DOC],
    ['总结.docx', '读不了“总结.docx”：不是 Word 或 Excel 文件', Buffer.from('锦旗157面'.repeat(10))],
    ['总结.docx', '读不了“总结.docx”：文件已损坏', Buffer.from(wordFile('<w:p>'))],
    [
      '总结.docx',
      '读不了“总结.docx”：不是 Word 文档',
      Buffer.from(wordFile('', { 'word/document.xml': '<w:document/>' })),
    ],
    ['大.txt', '“大.txt”有 17 MB，超过 16 MB', Buffer.alloc(17 * 2 ** 20, '数')],
  ])('%s: %s', async (name, message, content) => {
    const cwd = temporaryFolder();
    if (content !== null) writeFileSync(join(cwd, name), content);
    const { stdout, stderr, code } = await runCli(['check-doc', name, '--data', DATA_2021, '-o', '结果.txt'], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n').length).toBeGreaterThanOrEqual(2);
    expect(readdirSync(cwd)).toEqual(content === null ? [] : [name]);
  });

  test('a folder, and the draft itself as the file to write', async () => {
    const cwd = temporaryFolder({ '稿/文稿.txt': '锦旗157面', '文稿.docx': '' });
    writeFileSync(join(cwd, '文稿.docx'), wordFile('<w:p/>'));
    const own = await runCli(['check-doc', '文稿.docx', '--data', DATA_2021, '-o', './文稿.docx'], { cwd });
    expect([own.code, own.stderr]).toEqual([2, expect.stringContaining('是文稿本身')]);
    mkdirSync(join(cwd, '夹.txt'));
    expect((await runCli(['check-doc', '夹.txt', '--data', DATA_2021], { cwd })).code).toBe(2);
  });

  test('an empty draft has no number, and a text in GBK is read', async () => {
    expect((await check('')).summary.numbers).toBe(0);
    const cwd = temporaryFolder();
    const gbk = Buffer.from('2021c4eaa3acb9b2cad5b5bdbdf5c6ec313538c3e6a1a3'.replace('2021', '32303231'), 'hex');
    writeFileSync(join(cwd, '文稿.txt'), gbk);
    const { stdout, code } = await runCli(['check-doc', '文稿.txt', '--year', '2021', '--data', DATA_2021], { cwd });
    expect([code, stdout]).toEqual([1, expect.stringContaining('2021-锦旗')]);
  });
});

test('a bulletin is held against the figures of its period', async () => {
  const cwd = sampleYear();
  const { stdout: text } = await runCli(['report', '--period', '2025-06'], { cwd });
  const line = ['check-doc', '通报.txt', '--period', '2025-06', '--format', 'json'];
  const checked = async (draft: string): Promise<CheckJson> => {
    writeFileSync(join(cwd, '通报.txt'), draft);
    return JSON.parse((await runCli(line, { cwd })).stdout) as CheckJson;
  };
  const own = await checked(text);
  expect([own.summary.differ, own.summary.agree]).toEqual([0, expect.any(Number)]);
  expect(own.summary.agree).toBeGreaterThan(50);
  const bound = own.numbers.find(({ figure }) => figure?.id.includes('period=2025-06'));
  expect(bound?.verdict).toBe('相符');
  const other = await checked(text.replace('本月收到结对单位点单1单', '本月收到结对单位点单9单'));
  expect(differing(other)).toEqual([['9单', 'requests@year=2025,period=2025-06']]);
});
