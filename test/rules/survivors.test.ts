import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/rules/index.js';
import { check, places } from '../support/memory-reader.js';

/** What spoiling the rules (`npm run mutate`) has shown that no other test would notice. */

test('the rules that are warnings, and those no workspace may relax', () => {
  const codes = (of: (rule: (typeof RULES)[number]) => boolean): string[] =>
    RULES.filter(of)
      .map(({ problem }) => problem.code)
      .sort();
  expect(codes(({ problem }) => problem.severity === 'warning')).toMatchInlineSnapshot(`
    [
      "agreement-blank",
      "double-entry",
      "evidence-file",
      "file-year",
      "missing-approval",
      "missing-evidence",
      "missing-liaison",
      "missing-reviews",
      "missing-verification",
      "near-duplicate",
      "outlier",
      "quoted-text",
      "solar-term",
      "typed-number",
    ]
  `);
  expect(codes(({ locked }) => locked)).toMatchInlineSnapshot(`
    [
      "alias-reference",
      "date-order",
      "duplicate-id",
      "duplicate-item-id",
      "event-order",
      "facts-subset",
      "facts-sum",
      "private-number",
      "reference-ring",
      "repeated-outline",
      "sample-reference",
      "step-order",
      "target-condition",
      "unknown-figure",
      "unknown-reference",
      "unknown-step",
    ]
  `);
});

const activity = (rest: string): string =>
  `- id: 2025-04-02-讲座\n  title: 讲座\n  date: 2025-04-02\n  types: [讲座]\n${rest}`;
const of = async (code: string, text: string): Promise<string[]> =>
  places(await check({ 'activities/new.yaml': text })).filter((place) => place.endsWith(` ${code}`));

describe('an activity', () => {
  test.each(['已开展', '签到'])('%s before its own day is out of order', async (step) => {
    const early = activity(`  events:\n    - { on: 2025-04-01, step: ${step} }\n`);
    expect(await of('event-order', early)).toEqual(['data/activities/new.yaml:6:13 event-order']);
  });

  test.each(['2025-04-02', '2025-04-03'])('held on %s is in order', async (on) => {
    expect(await of('event-order', activity(`  events:\n    - { on: ${on}, step: 已开展 }\n`))).toEqual([]);
  });

  test('applied for before its day is in order', async () => {
    expect(await of('event-order', activity('  events:\n    - { on: 2025-04-01, step: 申报 }\n'))).toEqual([]);
  });
});

describe('a lecture', () => {
  const held = (step: string, approved: string): string =>
    activity(`  approval: { on: ${approved}, by: 党建办 }\n  events:\n    - { on: 2025-04-02, step: ${step} }\n`);

  test.each(['已开展', '签到'])('approved on the day of its %s is approved, a day later it is not', async (step) => {
    expect(await of('missing-approval', held(step, '2025-04-02'))).toEqual([]);
    expect(await of('missing-approval', held(step, '2025-04-03'))).toEqual([
      'data/activities/new.yaml:5:19 missing-approval',
    ]);
  });
});
