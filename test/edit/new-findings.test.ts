import { expect, test } from 'vitest';
import { newFindings } from '../../src/edit/new-findings.js';
import { load } from '../../src/workspace/load.js';
import { baseLedger, MemoryReader } from '../support/memory-reader.js';

const FILE = 'activities/2025-03.yaml';
const BAD = '- id: 2025-03-30-义诊\n  title: 义诊\n  date: 2025-03-30\n  types: [义诊]\n  lead: 没有支部\n';

test('findings that were there before are not new, wherever their record stands now', async () => {
  const findings = async (text: string) => (await load(new MemoryReader({ ...baseLedger(), [FILE]: text }))).findings;
  const before = await findings(BAD);
  const other = BAD.replaceAll('2025-03-30', '2025-03-29').replace('没有支部', '甲支部');
  expect(before).toHaveLength(1);
  expect(newFindings(before, await findings(other + BAD))).toEqual([]);
  const twice = newFindings(before, await findings(BAD + other.replace('甲支部', '没有这个')));
  expect(twice.map(({ code, record }) => [code, record])).toEqual([['unknown-reference', '2025-03-29-义诊']]);
});
