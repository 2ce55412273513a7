import { describe, expect, test } from 'vitest';
import { check, places, realLedger } from '../support/memory-reader.js';

const target = (where: string, kind = 'activities'): string =>
  `- id: 新目标\n  title: 新目标\n  from: 2025-01-01\n  until: 2025-12-31\n  count: { kind: ${kind}, where: { ${where} } }\n  unit: 场\n`;

async function found(where: string, kind?: string): Promise<string[]> {
  return places(await check({ 'targets/新增.yaml': target(where, kind) }, realLedger()));
}

describe('a target may count by', () => {
  test.each([
    ['types: 义诊', 'activities'],
    ['types: [义诊, 巡讲]', 'activities'],
    ['lead: 骨科第二党支部', 'activities'],
    // An item inside a program.
    ['action: 越医康养', 'activities'],
    ['linkages: 活动联办', 'activities'],
    ['lead.category: 在职', 'activities'],
    ['board.type: 工作要点', 'tasks'],
  ])('%s of %s', async (where, kind) => {
    expect(await found(where, kind)).toEqual([]);
  });
});

describe('but not by', () => {
  test.each([
    ['action: 越医', 'activities'],
    // An action is no record, and has no field of its own to follow.
    ['action.title: 越医康养', 'activities'],
    ['lead: 骨科', 'activities'],
    ['board.type: 要点', 'tasks'],
  ])('%s of %s', async (where, kind) => {
    expect(await found(where, kind)).toEqual([expect.stringContaining('target-condition')]);
  });
});
