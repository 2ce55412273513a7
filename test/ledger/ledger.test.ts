import { expect, test } from 'vitest';
import { type Entry, Ledger, labelOf, shortLabelOf } from '../../src/ledger/ledger.js';
import { buildLedger, entryOf } from '../support/ledger-builder.js';

test('records keep the order of the files, with samples last', () => {
  const ledger = buildLedger(
    { branches: [{ id: '外科党支部' }, { id: '内科第二党支部' }, { id: '内科第一党支部' }] },
    { samples: { branches: [{ id: '示例支部' }] } },
  );
  expect(ledger.all('branches').map(({ id }) => id)).toEqual([
    '外科党支部',
    '内科第二党支部',
    '内科第一党支部',
    '示例支部',
  ]);
  expect(ledger.count()).toEqual({ records: 4, samples: 1 });
});

test('an id is looked up within its kind', () => {
  const ledger = buildLedger({ pairings: [{ id: '东湖' }], branches: [{ id: '外科党支部' }] });
  expect(ledger.get('pairings', '东湖')?.value.program).toBe('越医有爱');
  expect(ledger.get('branches', '东湖')).toBeUndefined();
  expect(ledger.get('branches', undefined)).toBeUndefined();
  expect(ledger.get('branches', '__proto__')).toBeUndefined();
});

test('an invalid record is found by its id but not among the valid ones', () => {
  const broken: Entry = {
    kind: 'branches',
    id: '外科党支部',
    value: {} as never,
    file: 'f',
    pointer: '/0',
    sample: false,
    valid: false,
  };
  const ledger = new Ledger(null, [broken]);
  expect(ledger.withId('branches', '外科党支部')).toHaveLength(1);
  expect(ledger.ids('branches')).toEqual(['外科党支部']);
  expect(ledger.get('branches', '外科党支部')).toBeUndefined();
  expect(ledger.all('branches')).toEqual([]);
  expect(ledger.count().records).toBe(0);
});

test('of two records with one id both are found, and get returns the first', () => {
  const ledger = buildLedger({
    branches: [
      { id: '外科党支部', shortName: '先' },
      { id: '外科党支部', shortName: '后' },
    ],
  });
  expect(ledger.withId('branches', '外科党支部')).toHaveLength(2);
  expect(ledger.get('branches', '外科党支部')?.value.shortName).toBe('先');
});

test('a record is labelled by its name or title, else by its id', () => {
  const ledger = buildLedger({
    people: [{ id: '王芳-护理部', name: '王芳' }, { id: '李华' }],
    branches: [{ id: '内科第二党支部', shortName: '内科二支' }],
    activities: [{ id: '2025-03-15-东湖', title: '春季义诊' }],
    facts: [{ id: '2021-锦旗', label: '收到锦旗' }],
  });
  expect(labelOf(entryOf(ledger, 'people', '王芳-护理部'))).toBe('王芳');
  expect(labelOf(entryOf(ledger, 'people', '李华'))).toBe('李华');
  expect(labelOf(entryOf(ledger, 'activities', '2025-03-15-东湖'))).toBe('春季义诊');
  expect(labelOf(entryOf(ledger, 'facts', '2021-锦旗'))).toBe('收到锦旗');
  expect(shortLabelOf(entryOf(ledger, 'branches', '内科第二党支部'))).toBe('内科二支');
  expect(shortLabelOf(entryOf(ledger, 'people', '李华'))).toBe('李华');
});
