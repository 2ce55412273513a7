import { describe, expect, test } from 'vitest';
import { baseLedger, check, checkAll, places } from '../support/memory-reader.js';

const FILE = 'activities/new.yaml';

const activity = (...codes: string[]): string => {
  const excuses = codes.map((code) => `    - { code: ${code}, reason: 待核对, by: 党建办, date: 2025-04-02 }\n`);
  return `- id: 2025-04-01-义诊\n  title: 清明义诊\n  date: 2025-04-01\n  types: [义诊]\n  lead: 骨科二支部\n${
    excuses.length > 0 ? `  excuse:\n${excuses.join('')}` : ''
  }`;
};

describe('an excuse', () => {
  test('sets the finding aside, with its reason', async () => {
    const { diagnostics, excused } = await checkAll({ ...baseLedger(), [FILE]: activity('unknown-reference') });
    expect(diagnostics).toEqual([]);
    expect(excused).toMatchObject([
      { finding: { code: 'unknown-reference', record: '2025-04-01-义诊' }, excuse: { reason: '待核对', by: '党建办' } },
    ]);
  });

  test.each(['待核对', '[~]', '{ code: duplicate-id }', '[{ code: duplicate-id, reason: 3 }]'])(
    'that is none, %s, excuses nothing and does no harm',
    async (excuse) => {
      const record = `- id: 王芳-骨科\n  excuse: ${excuse}\n`;
      const { diagnostics, excused } = await checkAll({ ...baseLedger(), 'people/new.yaml': record + record });
      expect(excused).toEqual([]);
      expect(diagnostics.filter(({ code }) => code === 'duplicate-id')).toHaveLength(1);
      expect(new Set(diagnostics.map(({ line }) => line))).toEqual(new Set([2, 3, 4]));
    },
  );

  test('from one rule does not cover another, and is reported as idle', async () => {
    expect(places(await check({ [FILE]: activity('event-order') }))).toEqual([
      `data/${FILE}:5:9 unknown-reference`,
      `data/${FILE}:7:15 idle-excuse`,
    ]);
  });

  test('written twice is not reported as idle', async () => {
    expect(await check({ [FILE]: activity('unknown-reference', 'unknown-reference') })).toEqual([]);
  });

  test('of a rule that does not exist offers the nearest; faults of fields cannot be excused', async () => {
    const found = await check({ [FILE]: activity('unknown-reference', 'unknown-step-order', 'bad-date') });
    expect(places(found)).toEqual([`data/${FILE}:8:15 unknown-excuse`, `data/${FILE}:9:15 unknown-excuse`]);
    const [near] = await check({ [FILE]: activity('unknown-reference', 'unknown-steps') });
    expect(near?.hint).toContain('unknown-step');
  });

  test('is not called idle while a file cannot be read', async () => {
    const found = await check({ [FILE]: activity('unknown-reference'), 'branches/broken.yaml': '- "' });
    expect(found.filter(({ code }) => code === 'idle-excuse')).toEqual([]);
  });
});

describe("the workspace's levels", () => {
  const workspace = (...rules: string[]): string =>
    `${baseLedger()['workspace.yaml']}rules:\n${rules.map((rule) => `  ${rule}\n`).join('')}`;
  const lecture =
    '- id: 2025-04-01-讲座\n  title: 讲座\n  date: 2025-04-01\n  types: [讲座]\n  events:\n    - on: 2025-04-01\n      step: 已开展\n';
  const levelled = async (rule: string) =>
    (await check({ 'workspace.yaml': workspace(rule), [FILE]: lecture })).map(({ code, severity }) => [code, severity]);

  test.each([
    ['missing-approval: 关闭', []],
    ['missing-approval: 请核对', [['missing-approval', 'warning']]],
    ['missing-approval: 必须修改', [['missing-approval', 'error']]],
  ])('%s', async (rule, expected) => {
    expect(await levelled(rule)).toEqual(expected);
  });

  test('a rule on which figures depend is not relaxed, and the setting is an error', async () => {
    const found = await check({
      'workspace.yaml': workspace('unknown-reference: 关闭', 'duplicate-id: 必须修改'),
      [FILE]: activity(),
    });
    expect(places(found)).toEqual([`data/${FILE}:5:9 unknown-reference`, 'data/workspace.yaml:5:22 locked-rule']);
  });

  test('an excuse of a rule that is off is not idle', async () => {
    const found = await check({
      'workspace.yaml': workspace('outlier: 关闭'),
      [FILE]: activity('unknown-reference', 'outlier'),
    });
    expect(found).toEqual([]);
  });

  test('an unknown level is reported with the known ones', async () => {
    const [found] = await check({ 'workspace.yaml': workspace('outlier: 关') });
    expect(found).toMatchObject({ code: 'not-allowed', line: 5, column: 12 });
    expect(found?.hint).toContain('关闭');
  });
});
