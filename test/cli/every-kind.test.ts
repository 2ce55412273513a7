import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { KINDS, type Kind, kindTitle } from '../../src/schema/kinds.js';
import { commit, ENV, git } from '../support/git-folder.js';
import { baseLedger } from '../support/memory-reader.js';
import { runCli, runJson, writeFiles } from '../support/run-cli.js';

/** Beside the base ledger: the kinds of which it has no record. */
const MORE = {
  'agreements/2025.yaml': `
- id: 乙社区协议
  pairing: 乙社区
  signed:
    - on: 2025-03-11
      side: 甲方
    - on: 2025-03-20
      side: 乙方
`,
  'meetings/2025.yaml': `
- id: 2025-06-联席会议
  title: 第一次联席会议
  type: 联席会议
  date: 2025-06-12
  pairings: [乙社区]
`,
  'inspections/2025.yaml': `
- id: 2025-05-26-督查
  date: 2025-05-26
  problems:
    - category: 服务态度
      text: 导诊不及时
      rectified: 2025-06-02
`,
  'publications/2025.yaml': `
- id: 2025-04-膏方
  title: 膏方误区
  date: 2025-04-10
  category: 科普
  branch: 甲支部
`,
  'requests/2025.yaml': `
- id: 2025-03-点单
  orderedBy: 乙社区卫生服务中心
  need: 颈肩痛义诊
  pairing: 乙社区
  events:
    - on: 2025-03-01
      step: 点单
`,
  'evaluations/2025.yaml': `
- id: 乙社区-2025-上半年
  pairing: 乙社区
  period: 2025-H1
  date: 2025-07-08
  by: [甲支部, 乙社区卫生服务中心]
  result: 良好
  score: 86
`,
};

const files: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...baseLedger(), ...MORE }).map(([path, text]) => [`data/${path}`, text.trimStart()]),
);
const cwd = mkdtempSync(join(tmpdir(), 'yueyi-every-kind-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
writeFiles(cwd, files);

/** The id of a kind's first record. */
function idOf(kind: Kind): string {
  const text = Object.entries(files).find(([path]) => path.startsWith(`data/${kind}/`))?.[1] ?? '';
  const [, id] = /^- id: (.*)$/m.exec(text) ?? [];
  if (id === undefined) throw new TypeError(`no record of ${kind}: add one to MORE, or to test/fixtures/base/`);
  return id;
}

/** What a command prints that must end well and has nothing to complain of. */
async function printed(...args: readonly string[]): Promise<string> {
  const { stdout, stderr, code } = await runCli(args, { cwd, env: ENV });
  expect([stderr, code], `yueyi ${args.join(' ')}`).toEqual(['', 0]);
  return stdout;
}

const completed = async (...words: string[]): Promise<string> => printed('__complete', '--', ...words);

/** Kinds whose records no period can pick. */
const DATELESS: readonly Kind[] = ['people', 'departments', 'organizations'];

describe.each(KINDS)('%s', (kind) => {
  test('is listed', async () => {
    expect(await printed('list', kind)).toContain(`${kindTitle(kind)}台账`);
    expect(await printed('list', kindTitle(kind), '--sort', '-编号')).toContain('编号');
  });

  test.each([
    ['--year', '2025'],
    ['--from', '2025-06'],
    ['--from', '2025-03', '--until', '2025-06'],
  ])('is listed with %s %s', async (...days) => {
    const { stdout, stderr, code } = await runCli(['list', kind, ...days], { cwd });
    if (DATELESS.includes(kind)) expect([stdout, code, stderr]).toEqual(['', 2, expect.stringContaining('没有日期')]);
    else expect([stdout, code, stderr]).toEqual([expect.stringContaining(`${kindTitle(kind)}台账`), 0, '']);
  });

  test('is shown, and each figure about it explained', async () => {
    const asked = [idOf(kind), '--kind', kind];
    expect(await printed('show', ...asked)).toContain(kindTitle(kind));
    const { found } = await runJson<{ found: { figures: { id: string }[] } }>(['show', ...asked], { cwd });
    for (const { id } of found.figures) expect(await printed('explain', id)).not.toBe('');
  });

  test('has a page in the dictionary', async () => {
    expect(await printed('schema', kind)).toContain(kindTitle(kind));
  });

  test('is completed, with its fields and its records', async () => {
    expect(await completed('list', kind)).toContain(`${kind}\t${kindTitle(kind)}`);
    expect(await completed('list', kind, '--sort', '')).toContain('编号');
    expect(await completed('list', kind, '--where', 'i')).toContain('id=');
    expect(await completed('show', '--kind', kind, '')).toContain(idOf(kind));
  });
});

test('records of every kind, entered and edited, are compared between versions and between days', async () => {
  git(cwd, ['init', '--quiet']);
  const later = Object.keys(files).filter((path) => path.startsWith('data/activities/') || path.slice(5) in MORE);
  commit(cwd, Object.fromEntries(later.map((path) => [path, null])));
  writeFiles(cwd, files);
  expect(await printed('why-changed', '--since', 'HEAD', '--year', '2025')).toContain('春季健康义诊');
  commit(cwd);
  const edited = Object.entries(files).map(([path, text]) => [
    path,
    text.replace(/^- id: .*$/gm, '$&\n  note: 核对过'),
  ]);
  writeFiles(cwd, Object.fromEntries(edited));
  await printed('why-changed', '--since', 'HEAD', '--year', '2025');
  await printed('why-changed', '--since', '2025-03-01', '--year', '2025');
});
