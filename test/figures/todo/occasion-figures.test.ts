import { expect, test } from 'vitest';
import { Figures } from '../../../src/figures/figures.js';
import { knowsFigure } from '../../../src/figures/known-figures.js';
import { buildLedger, type Draft, held } from '../../support/ledger-builder.js';

const programs: readonly Draft<'programs'>[] = [
  {
    id: '越医有爱',
    from: '2025-03-11',
    actions: [
      { id: '康养', bySolarTerms: true },
      { id: '升级', bySolarTerms: false },
    ],
  },
];
const activities: readonly Draft<'activities'>[] = [
  { id: '谷雨', date: '2025-04-20', solarTerm: '谷雨', events: held('2025-04-20') },
  { id: '立夏', date: '2025-05-06', program: '越医有爱', action: '康养' },
];

/** How many of a quarter's eight terms and festivals are in a state, as seen on 25 April. */
function count(state: string | undefined, options: Parameters<typeof buildLedger>[1] = {}, drafts = activities) {
  const figures = new Figures(buildLedger({ programs, activities: drafts }, options), '2025-04-25');
  const dimensions = { year: '2025', period: '2025-Q2', program: '越医有爱', action: '康养' };
  const { value, missing } = figures.get('occasions', { ...dimensions, state });
  return value ?? missing;
}

test('a quarter has its terms and festivals, and each is in one state', () => {
  // 清明 谷雨 立夏 小满 端午节 芒种 夏至
  expect(count(undefined)).toBe(7);
  expect(['已开展', '已安排', '空白', '待安排'].map((state) => count(state))).toEqual([1, 1, 1, 4]);
});

test('where nobody keeps activities nothing is called empty, and what is to come is still to be planned', () => {
  const unkept = { workspace: { registers: undefined } as never };
  expect(['已开展', '空白', '待安排'].map((state) => count(state, unkept, []))).toEqual(['未登记', '未登记', 5]);
});

test('an action that does not follow the terms has no such figure, and before its program there are none', () => {
  const ledger = buildLedger({ programs });
  expect(knowsFigure(ledger, 'occasions@year=2025,program=越医有爱,action=升级')).toBe(false);
  const figures = new Figures(ledger, '2025-12-31');
  expect(figures.byId('occasions@year=2025,period=2025-02,program=越医有爱,action=康养')?.value).toBe(0);
});
