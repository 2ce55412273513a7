import { beforeAll, describe, expect, test } from 'vitest';
import { pinyinFor } from '../../src/edit/by-name.js';
import { NameReader } from '../../src/edit/name-reader.js';
import { readList, readValue } from '../../src/edit/read-value.js';
import { isSure, type Manner, type Reading, type Written } from '../../src/edit/reading.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { nodeAt } from '../../src/schema/dictionary.js';
import type { Kind } from '../../src/schema/kinds.js';
import { baseLedger, checkAll } from '../support/memory-reader.js';

let ledger: Ledger;
beforeAll(async () => {
  ({ ledger } = await checkAll(baseLedger()));
});

/** What a field, of an activity unless another kind is named, reads in a cell, and typed at the keyboard on 2025-07-01. */
async function bothWays(
  field: string,
  written: string | Written,
  kind: Kind = 'activities',
): Promise<readonly [Reading, Reading]> {
  const what = typeof written === 'string' ? { text: written } : written;
  const pinyin = await pinyinFor(what.text);
  const cell: Manner = { names: new NameReader(ledger), owner: {} };
  const typed: Manner = {
    names: new NameReader(ledger, { guesses: { pinyin } }),
    owner: {},
    now: { today: '2025-07-01', year: 2025 },
  };
  const read = (manner: Manner): Reading => {
    const node = nodeAt(kind, [field]) ?? {};
    const item = nodeAt(kind, [field, '0']);
    return node.items && item ? readList(item, what, manner) : readValue(node, what, manner);
  };
  return [read(cell), read(typed)];
}

const shown = (reading: Reading): unknown =>
  isSure(reading)
    ? [reading.value, ...(reading.bound === undefined ? [] : [reading.bound])]
    : reading.isDoubt
      ? '存疑'
      : '不收';

describe('a value is read alike in a cell and at the keyboard', () => {
  test.each([
    ['2025年上半年', '2025-H1'],
    ['２０２５年第二季度', '2025-Q2'],
    ['2025年6月', '2025-06'],
    ['2025-h2', '2025-H2'],
    ['上半年', '上半年'],
  ])('%s as the period of an evaluation is %s', async (written, period) => {
    expect((await bothWays('period', written, 'evaluations')).map(shown)).toEqual([[period], [period]]);
  });

  const cases: readonly (readonly [string, string, unknown])[] = [
    ['date', '2025年3月15日', ['2025-03-15']],
    ['date', '２０２５．３．１５', ['2025-03-15']],
    ['date', '二〇二五年三月十五日', ['2025-03-15']],
    ['date', '2025/3/15（周六）', ['2025-03-15']],
    ['date', '2025-03-15 09:20:33', ['2025-03-15']],
    ['date', '20250315', ['2025-03-15']],
    ['date', '2025-02-30', '不收'],
    ['date', '15/3/2025', '不收'],
    ['date', '2025年3月', '不收'],
    ['beneficiaries', '约86', [86, '约']],
    ['beneficiaries', '将近100人', [100, '近']],
    ['beneficiaries', '８０余人次', [80, '余']],
    ['beneficiaries', '80多', [80, '余']],
    ['beneficiaries', '120人左右', [120, '约']],
    ['beneficiaries', '120左右', [120, '约']],
    ['beneficiaries', '不少于1,200人', [1200, '不少于']],
    ['beneficiaries', '100以上', [100, '不少于']],
    ['beneficiaries', '1.2万', '存疑'],
    ['beneficiaries', '约1.2万人', [12000, '约']],
    ['beneficiaries', '300元', '存疑'],
    ['beneficiaries', '十几个', '不收'],
    ['beneficiaries', '1.5', '不收'],
    ['beneficiaries', '-3', '不收'],
    ['hours', '1.5小时', [1.5]],
    ['types', '义诊、讲座', [['义诊', '讲座']]],
    ['types', '义诊，义诊；讲座', [['义诊', '讲座']]],
    ['types', '义诊\n讲座', [['义诊', '讲座']]],
    ['types', '义疹', '不收'],
    ['pairings', '乙社区卫生服务中心', [['乙社区']]],
    ['pairings', '“乙社区”', [['乙社区']]],
    ['pairings', '丙村', '不收'],
    ['lead', '甲支部的同志', ['甲支部']],
    ['lead', '支部', '存疑'],
    ['action', '康养', ['康养行动']],
  ];
  test.each(cases)('%s: %s', async (field, text, meant) => {
    const [cell, typed] = await bothWays(field, text);
    expect([shown(cell), shown(typed)]).toEqual([meant, meant]);
  });
});

describe('and unlike where only who types sees what is taken', () => {
  const cases: readonly (readonly [string, Written, unknown, unknown])[] = [
    ['date', { text: '3月15日' }, '不收', ['2025-03-15']],
    ['date', { text: '昨天' }, '不收', ['2025-06-30']],
    ['date', { text: '45731' }, ['2025-03-15'], '不收'],
    ['date', { text: '45731', number: 45_731 }, ['2025-03-15'], '不收'],
    ['pairings', { text: 'ysq' }, '不收', [['乙社区']]],
    ['lead', { text: '甲' }, '不收', ['甲支部']],
  ];
  test.each(cases)('%s: %j', async (field, written, inCell, atKeyboard) => {
    const [cell, typed] = await bothWays(field, written);
    expect([shown(cell), shown(typed)]).toEqual([inCell, atKeyboard]);
  });

  test('a problem says what was written, why not, and what to write', async () => {
    const [cell, typed] = await bothWays('date', '3月35日');
    expect(cell).toEqual({ problem: '“3月35日”没有写年份', way: '写成 2025-03-15 的样子', isDoubt: false });
    expect(typed).toEqual({
      problem: '“3月35日”不是日期，或没有这一天',
      way: '写成 2025-03-15、3月15日 或 今天 的样子',
      isDoubt: false,
    });
  });
});
