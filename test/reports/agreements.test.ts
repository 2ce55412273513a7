import { expect, test } from 'vitest';
import { agreementOf, secretaryOf } from '../../src/reports/selection.js';
import { buildLedger, type Draft, entryOf } from '../support/ledger-builder.js';
import { contextOf } from './report-context.js';

const signed = (on: string) => [
  { side: '甲方' as const, on },
  { side: '乙方' as const, on },
];

function agreementOn(asOf: string, agreements: readonly Draft<'agreements'>[]) {
  return agreementOf(contextOf(buildLedger({ pairings: [{ id: '东湖' }], agreements }), 2025, asOf), '东湖');
}

test('a pairing without an agreement on record is 未登记', () => {
  expect(agreementOn('2025-12-31', [])).toBe('未登记');
});

test('a pairing is seen with the agreement that held on the day, not with the next one’s draft', () => {
  const agreements = [
    { id: '东湖-2025', termYears: 1, signed: signed('2025-04-01') },
    { id: '东湖-2026', renews: '东湖-2025', termYears: 1, signed: signed('2026-03-20') },
  ];
  expect(agreementOn('2025-06-30', agreements)).toBe('履行中');
  expect(agreementOn('2026-03-19', agreements)).toBe('即将到期');
  expect(agreementOn('2026-03-20', agreements)).toBe('履行中');
});

test('a secretary is the one in office on the day', () => {
  const ledger = buildLedger({
    people: [{ id: '王芳' }, { id: '李华' }],
    branches: [
      {
        id: '外科党支部',
        secretaries: [
          { person: '王芳', until: '2025-06-30' },
          { person: '李华', from: '2025-07' },
        ],
      },
    ],
  });
  const on = (asOf: string) => secretaryOf(contextOf(ledger, 2025, asOf), entryOf(ledger, 'branches', '外科党支部'));
  expect([on('2025-06-30'), on('2025-07-01')]).toEqual(['王芳', '李华']);
});
