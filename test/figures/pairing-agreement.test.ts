import { expect, test } from 'vitest';
import { pairingAgreement } from '../../src/figures/pairing-agreement.js';
import { buildLedger } from '../support/ledger-builder.js';

test('a renewal of later does not hide the agreement that awaits its second signature', () => {
  const ledger = buildLedger({
    agreements: [
      { id: '旧', pairing: '东湖', signed: [{ side: '甲方', on: '2025-03-17' }] },
      {
        id: '新',
        pairing: '东湖',
        renews: '旧',
        signed: [
          { side: '甲方', on: '2025-12-12' },
          { side: '乙方', on: '2025-12-20' },
        ],
      },
    ],
  });
  const on = (day: string) => pairingAgreement(ledger, '东湖', day);
  expect(['2025-03-16', '2025-04-12', '2025-12-12', '2025-12-20'].map(on)).toEqual([
    '未签订',
    '待对方签章',
    '待对方签章',
    '履行中（期限未约定）',
  ]);
});
