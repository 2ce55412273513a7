import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { officeParts } from '../support/office-file.js';
import { runCli, SHAOXING, temporaryFolder } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';

const ISSUED = ['--letterhead', '--number', '绍市中医党〔2022〕1号', '--approved', '2022-01-06', '-o', '总结.docx'];

/** Runs `report` in a copy of the hospital's ledger, and gives the parts of the document written. */
async function partsWritten(args: readonly string[], settings = '') {
  const cwd = temporaryFolder();
  cpSync(join(SHAOXING, 'data'), join(cwd, 'data'), { recursive: true });
  const workspace = join(cwd, 'data/workspace.yaml');
  writeFileSync(workspace, readFileSync(workspace, 'utf8') + settings);
  if (args.includes('--letterhead')) expect(await runCli(['freeze', '2021'], { cwd })).toMatchObject({ code: 0 });
  const { code, stderr } = await runCli(['report', '2021', ...args], { cwd });
  expect([code, stderr]).toEqual([0, '已写入 总结.docx\n']);
  return officeParts(readFileSync(join(cwd, '总结.docx')));
}

async function written(...given: Parameters<typeof partsWritten>): Promise<string> {
  return [...(await partsWritten(...given)).values()].join('').replace(/<[^>]+>/g, '');
}

test('a summary is a draft for approval unless it is issued', async () => {
  expect(await written(['-o', '总结.docx'])).toContain('送审稿');
  const issued = await written(ISSUED);
  expect(issued).not.toContain('送审稿');
  for (const part of ['委员会文件', '绍市中医党〔2022〕1号', '2022年1月6日印发', '各党支部：'])
    expect(issued).toContain(part);
});

test('whom it is sent to, who prints it and in which fonts are the office’s settings', async () => {
  const settings = 'papers:\n  to: 各支部、各科室\n  copyTo: [市卫生健康委党委]\n  printedBy: 党建办\n';
  const text = await written(ISSUED, `${settings}  fonts:\n    text: 仿宋\n`);
  for (const part of ['各支部、各科室：', '抄送：市卫生健康委党委。', '党建办']) expect(text).toContain(part);
});

test('a bulletin is sent under its own red head, not under a notice', async () => {
  const kept = 'registers:\n  - kind: activities\n    from: 2021-01-01\n';
  const text = await written(['--period', '2021-06', ...ISSUED], kept);
  for (const part of ['党建办文件', '绍市中医党〔2022〕1号', '各党支部：', '2022年1月6日'])
    expect(text).toContain(part);
  expect(text).not.toContain('关于印发');
});

test('brackets that were typed otherwise are written as the standard has them', async () => {
  expect(await written(ISSUED.map((word) => word.replace('〔2022〕', '[2022]')))).toContain('绍市中医党〔2022〕1号');
});

test.each([
  [['--letterhead', '-o', '总结.docx'], '印发件要有发文字号和签发日期'],
  [['--number', '绍市中医党〔2022〕1号', '-o', '总结.docx'], '只和 --letterhead 一起用'],
  [[...ISSUED.slice(0, 5), '-o', '总结.txt'], '--letterhead 只用于 docx'],
  [[...ISSUED, '--force'], '--letterhead 不能和 --force 一起用'],
  [ISSUED.map((word) => word.replace('1号', '01号')), '不是发文字号'],
  [ISSUED.map((word) => word.replace('2022-01-06', '2022-02-30')), '不是日期'],
  [ISSUED.map((word) => word.replace('2022-01-06', '2021-12-01')), '早于数据的截至日2021年12月31日'],
])('report 2021 %j is refused: %s', async (args, said) => {
  const { code, stdout, stderr } = await runCli(['report', '2021', ...args], { cwd: SHAOXING });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr.replaceAll('\n', '')).toContain(said);
});

test('nothing with sample data is issued', async () => {
  const args = ISSUED.map((word) => word.replace('2022', '2026'));
  const { code, stderr } = await runCli(['report', '2025', ...args, '--as-of', '2025-12-31'], { cwd: sampleYear() });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^本文含\d+条示例记录，不能带版头。\n/);
});

test('no whole year is issued before its figures are frozen', async () => {
  const { code, stderr } = await runCli(['report', '2021', ...ISSUED], { cwd: SHAOXING });
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^2021年的数字还没有定稿，不能带版头。\n/)]);
});

test('nothing with a gap is issued', async () => {
  const args = ISSUED.map((word) => word.replace('2022', '2026'));
  const { code, stderr } = await runCli(['report', '2025', ...args, '--as-of', '2025-12-31'], { cwd: SHAOXING });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^正文里还有\d+处【待补充】，不能带版头。\n/);
});

test('the usual fonts are those that the dictionary names', async () => {
  const { stdout } = await runCli(['schema', 'workspace', '--format', 'json']);
  const { fonts } = JSON.parse(stdout).properties.papers.properties;
  const usual = Object.values(fonts.properties as Record<string, { default: string }>).map((font) => font.default);
  const styles = (await partsWritten(['-o', '总结.docx'])).get('word/styles.xml') ?? '';
  const used = [...styles.matchAll(/w:eastAsia="([^"]+)"/g)].map(([, font]) => font);
  expect(new Set(used.filter((font) => font !== 'zh-CN'))).toEqual(new Set(usual));
});
