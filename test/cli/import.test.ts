import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { KINDS, kindTitle } from '../../src/schema/kinds.js';
import { baseLedger } from '../support/memory-reader.js';
import { gbkBytes, messyCsv, messyWorkbook, workbook } from '../support/messy-sheet.js';
import { runCli, temporaryFolder, writeFiles } from '../support/run-cli.js';

let messy: Uint8Array;
beforeAll(async () => {
  messy = await messyWorkbook();
});

/** A small ledger in a folder, with a file to import. */
function ledgerWith(name: string, content: string | Uint8Array, files: Readonly<Record<string, string>> = {}): string {
  const cwd = temporaryFolder();
  const base = Object.entries({ ...baseLedger(), ...files }).map(([path, text]) => [`data/${path}`, text]);
  writeFiles(cwd, Object.fromEntries(base));
  writeFileSync(join(cwd, name), content);
  return cwd;
}

async function imported(cwd: string, ...args: readonly string[]) {
  const result = await runCli(['import', ...args], { cwd });
  return { ...result, said: result.stdout.replace(/[\s│├┤┼─┌┐└┘┬┴]/g, '') };
}

const MARCH = `- id: 2026-03-15-春季健康义诊
  title: 春季健康义诊
  date: 2026-03-15
  types: [义诊, 讲座]
  pairings: [乙社区]
  lead: 甲支部
  volunteers: 9
  beneficiaries: 86
  events:
    - on: 2026-03-15
      step: 已开展
- id: 2026-03-20-谷雨讲座
  title: “谷雨”讲座
  date: 2026-03-20
  types: [讲座]
  pairings: [乙社区]
  lead: 甲支部
  volunteers: 8
  beneficiaries: 120
  beneficiariesBound: 约
  events:
    - on: 2026-03-20
      step: 已开展
- id: 2026-03-21-颈椎操
  title: 颈椎操
  date: 2026-03-21
  types: [巡讲]
  pairings: [乙社区]
  lead: 甲支部
  volunteers: 3
  beneficiaries: 40
- id: 2026-03-22-敬老讲座
  title: 敬老讲座
  date: 2026-03-22
  types: [讲座]
  lead: 甲支部
  beneficiaries: 12
  events:
    - on: 2026-03-22
      step: 已开展
`;

describe('a messy sheet of a branch', () => {
  const marchOf = (cwd: string): string => readFileSync(join(cwd, 'data/activities/2026-03.yaml'), 'utf8');

  test.each([
    ['as a workbook', '3月.xlsx', () => messy, []],
    ['as CSV in UTF-8', '3月.csv', () => messyCsv(), []],
    ['as CSV in GBK', '3月.csv', () => gbkBytes(messyCsv()), []],
    ['as CSV in GBK, said so', '3月.csv', () => gbkBytes(messyCsv()), ['--encoding', 'gbk']],
  ] as const)('%s is imported exactly, and twice changes nothing more', async (_, name, bytes, more) => {
    const cwd = ledgerWith(name, bytes());
    const preview = await imported(cwd, name, '--as', '活动', ...more);
    expect([preview.stderr, preview.code]).toEqual(['', 0]);
    expect(preview.said).toContain('新增4，变动0，未变0，存疑0，不收0');
    expect(preview.said).toContain('已忽略2列个人信息');
    expect(preview.said).toContain('这是预览，没有写入');
    expect(() => marchOf(cwd)).toThrow();
    const written = await imported(cwd, name, '--as', '活动', '--write', ...more);
    expect(written.said).toContain('已写入4条记录');
    expect(marchOf(cwd)).toBe(MARCH);
    const again = await imported(cwd, name, '--as', '活动', '--write', ...more);
    expect(again.said).toContain('新增0，变动0，未变4，存疑0，不收0');
    expect(marchOf(cwd)).toBe(MARCH);
    for (const word of ['张三', '13812345678', '王五'])
      expect(preview.stdout + written.stdout + MARCH).not.toContain(word);
  });

  test('what changes in it changes its field alone', async () => {
    const cwd = ledgerWith('3月.xlsx', messy);
    await imported(cwd, '3月.xlsx', '--as', '活动', '--write');
    const path = join(cwd, 'data/activities/2026-03.yaml');
    writeFileSync(path, MARCH.replace('beneficiaries: 40', 'beneficiaries: 30  # 核对过'));
    const { said, code } = await imported(cwd, '3月.xlsx', '--as', '活动', '--write');
    expect([code, said]).toEqual([0, expect.stringContaining('变动1，未变3')]);
    expect(marchOf(cwd)).toBe(MARCH.replace('beneficiaries: 40', 'beneficiaries: 40  # 核对过'));
  });
});

describe('rows that are not certain', () => {
  const HEADS = ['编号', '名称', '日期', '类型', '结对', '牵头', '志愿者', '受益群众'];
  const cases: readonly (readonly [string, readonly (string | number | null)[], RegExp])[] = [
    ['a date without a year', [null, '甲', '3月28日', '义诊', null, null, null, null], /日期“3月28日”没有写年份/],
    ['a year behind', [null, '甲', '11/3/2025', '义诊', null, null, null, null], /“11\/3\/2025”不是日期/],
    ['no such day', [null, '甲', '2025-02-30', '义诊', null, null, null, null], /没有这一天/],
    ['an unknown name', [null, '甲', '2025-03-01', '义诊', '丙村', null, null, null], /结对“丙村”没有登记/],
    ['an unknown word', [null, '甲', '2025-03-01', '义疹', null, null, null, null], /“义疹”不在可选内容里/],
    ['a formula’s error', [null, '甲', '2025-03-01', '义诊', null, null, null, '#DIV/0!'], /公式出错/],
    ['lost digits', [null, '甲', '2025-03-01', '义诊', null, null, 3.3062e17, null], /数字超过15位/],
    ['a phone in a title', [null, '义诊，找13812345678', '2025-03-01', '义诊', null, null, null, null], /有个人的号码/],
    [
      'a number that is not exact',
      [null, '甲', '2025-03-01', '义诊', null, null, '约8', null],
      /志愿者“约8”不是确切的数/,
    ],
    ['another unit', [null, '甲', '2025-03-01', '义诊', null, null, null, '300元'], /单位是元/],
    ['a required field', [null, null, '2025-03-01', '义诊', null, null, null, null], /名称必填，没有填/],
  ];
  test.each(cases)('%s: nothing is written, and the row says why', async (_, row, reason) => {
    const good = [null, '好的一行', '2025-03-02', '义诊', '乙社区', '甲支部', 1, 2];
    const cwd = ledgerWith('a.xlsx', await workbook([HEADS, good, row]));
    const { said, code, stderr } = await imported(cwd, 'a.xlsx', '--as', '活动', '--write');
    expect([code, stderr]).toEqual([1, '']);
    expect(said).toMatch(reason);
    expect(said).toContain('一条也没有写入');
    expect(said).not.toContain('13812345678');
    const rest = await imported(cwd, 'a.xlsx', '--as', '活动', '--write', '--skip');
    expect([rest.code, rest.said]).toEqual([0, expect.stringContaining('已写入1条记录')]);
  });

  test('what the ledger’s rules refuse is refused with its row', async () => {
    const cwd = ledgerWith(
      'a.xlsx',
      await workbook([
        ['编号', '名称', '日期', '结束日', '类型'],
        ['甲', '甲', '2025-03-02', '2025-03-01', '义诊'],
      ]),
    );
    const { said, code } = await imported(cwd, 'a.xlsx', '--as', '活动');
    expect([code, said]).toEqual([1, expect.stringContaining('不收1')]);
  });

  test('the same twice is a question', async () => {
    const row = ['甲', '2025-03-02', '义诊'];
    const cwd = ledgerWith('a.xlsx', await workbook([['名称', '日期', '类型'], row, row]));
    const { said, code } = await imported(cwd, 'a.xlsx', '--as', '活动');
    expect([code, said]).toEqual([1, expect.stringContaining('和第2行是同一条')]);
  });
});

describe('files that cannot be read', () => {
  const bomb = (): Uint8Array => {
    const bytes = zipSync({
      'xl/workbook.xml': new Uint8Array(),
      'xl/worksheets/sheet1.xml': new Uint8Array(140_000_000),
    });
    return bytes;
  };
  const manyRows = (): Uint8Array =>
    zipSync({
      'xl/workbook.xml': Buffer.from('<workbook/>'),
      'xl/worksheets/sheet1.xml': Buffer.from('<row r="1"/>'.repeat(1_000_000)),
    });
  const cases: readonly (readonly [string, string, () => string | Uint8Array, RegExp])[] = [
    ['an old workbook', 'a.xls', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /旧格式/],
    ['a password', 'a.xlsx', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(100)), /设了密码/],
    ['no workbook', 'a.xlsx', () => '名称,日期\n', /不是 Word 或 Excel 文件/],
    ['a zip bomb', 'a.xlsx', bomb, /展开后超过/],
    ['a million empty rows', 'a.xlsx', manyRows, /超过 100000 行/],
    ['another encoding', 'a.csv', () => Uint8Array.of(0xff, 0x80, 0x80, 0x0a), /既不是 UTF-8，也不是 GBK/],
    ['no heading', 'a.csv', () => '一,二\n1,2\n', /没有找到表头/],
  ];
  test.each(cases)('%s is refused with a way out', async (_, name, bytes, reason) => {
    const cwd = ledgerWith(name, bytes());
    const { code, stderr, stdout } = await imported(cwd, name, '--as', '活动');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(reason);
    expect(stderr.trim().split('\n').length).toBeGreaterThan(1);
  });

  test('a missing file, and no kind', async () => {
    const cwd = ledgerWith('a.csv', '名称,日期\n甲,2025-03-01\n');
    expect((await imported(cwd, 'b.csv', '--as', '活动')).stderr).toContain('没有“b.csv”这个文件');
    expect((await imported(cwd, 'a.csv')).stderr).toContain('没有写表里是哪一类记录');
  });
});

describe('a mapping in data/imports/', () => {
  const CSV =
    '审批编号,审批结果,活动主题词,发起时间,何日,种类\n1,同意,甲,2025-03-01 09:20:33,2025-03-08,义诊\n2,拒绝,乙,2025-03-01,2025-03-09,义诊\n';
  const MAPPING = `类别: 活动
列:
  活动主题词: 名称
  何日: 日期
  种类: 类型
只取:
  审批结果: [同意]
补上:
  牵头: 甲支部
环节: 申报
环节日期: 发起时间
`;

  test('is found by its columns, so that a monthly export needs no options', async () => {
    const cwd = ledgerWith('钉钉.csv', CSV, { 'imports/钉钉.yaml': MAPPING });
    const { said, code } = await imported(cwd, '钉钉.csv', '--write');
    expect([code, said]).toEqual([0, expect.stringContaining('新增1')]);
    expect(said).toContain('略过1行');
    expect(readFileSync(join(cwd, 'data/activities/2025-03.yaml'), 'utf8')).toContain(`- id: 2025-03-08-甲
  title: 甲
  date: 2025-03-08
  types: [义诊]
  lead: 甲支部
  events:
    - on: 2025-03-01
      step: 申报
`);
    expect((await imported(cwd, '钉钉.csv')).said).toContain('新增0，变动0，未变1');
  });

  test('that is wrong is refused with its file', async () => {
    const cwd = ledgerWith('钉钉.csv', CSV, { 'imports/钉钉.yaml': '类: 活动\n' });
    const { code, stderr } = await imported(cwd, '钉钉.csv');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/钉钉\.yaml 不能用：不认识“类”/)]);
  });
});

describe('what export writes', () => {
  test('is read back unchanged, of every kind', async () => {
    const cwd = ledgerWith('x', '');
    await runCli(['export', '-o', '全部.xlsx'], { cwd });
    for (const kind of KINDS) {
      const { said, stderr } = await imported(cwd, '全部.xlsx', '--as', kind);
      const isThere = !/没有找到表头/.test(stderr);
      if (isThere)
        expect([kindTitle(kind), said]).toEqual([
          kindTitle(kind),
          expect.stringMatching(/新增0，变动0，未变\d+，存疑0，不收0/),
        ]);
    }
  });

  test('an empty sheet for a branch is filled in and read', async () => {
    const cwd = ledgerWith('x', '');
    const { stdout } = await runCli(['export', '--template', '活动', '--format', 'csv'], { cwd });
    const heads = stdout.replace('\ufeff', '').trim().split(',');
    const filled: Readonly<Record<string, string>> = {
      '名称*': '甲',
      '日期*': '2026-03-15',
      '类型*': '义诊',
      已开展: '是',
    };
    writeFileSync(join(cwd, '填报.csv'), `${stdout}${heads.map((head) => filled[head] ?? '').join(',')}\r\n`);
    const { said, code } = await imported(cwd, '填报.csv', '--as', '活动', '--write');
    expect([code, said]).toEqual([0, expect.stringContaining('已写入1条记录')]);
    expect(readFileSync(join(cwd, 'data/activities/2026-03.yaml'), 'utf8')).toContain('step: 已开展');
  });
});

test('a progress line stands on a terminal alone', async () => {
  const cwd = ledgerWith('3月.xlsx', messy);
  const shown = await runCli(['import', '3月.xlsx', '--as', '活动'], { cwd, terminal: { columns: 80 } });
  expect(shown.stderr).toMatch(/\r正在核对 100%\r/);
});
