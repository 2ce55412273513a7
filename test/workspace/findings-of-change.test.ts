import { describe, expect, test } from 'vitest';
import { countChangedRecords, findingsOfChange } from '../../src/workspace/findings-of-change.js';
import { load } from '../../src/workspace/load.js';
import { baseLedger, type Files, MemoryReader } from '../support/memory-reader.js';

/** An error from before, unrelated to any change here. */
const OLD = { 'departments/旧.yaml': '- id: 旧科\n  head: 查无此人\n' };

/** The findings that concern a change from one ledger to another, and how many records it changes. */
async function change(before: Files, after: Files): Promise<{ found: string[]; records: number }> {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)].filter((path) => before[path] !== after[path]));
  const changed = Object.fromEntries(Object.entries(before).filter(([path]) => paths.has(path)));
  const [old, now] = [await load(new MemoryReader(changed)), await load(new MemoryReader(after))];
  const whole = { paths, before: old.ledger, after: now.ledger };
  const found = findingsOfChange(now.findings, whole).map(({ code, at }) => `${at.file}${at.pointer ?? ''} ${code}`);
  return { found, records: countChangedRecords(whole) };
}

const base = (): Record<string, string> => ({ ...baseLedger(), ...OLD });
const without = (files: Files, path: string): Files => ({ ...files, [path]: null });
const replaced = (path: string, from: string, to: string): Files => {
  const files = base();
  const text = files[path] ?? '';
  expect(text).toContain(from);
  return { ...files, [path]: text.replaceAll(from, to) };
};

describe('the findings of a change', () => {
  test('are none where no finding is related to it', async () => {
    expect(await change(base(), { ...base(), 'people/新.yaml': '- id: 张三\n' })).toEqual({ found: [], records: 1 });
  });

  test('include all in its own files, old ones too', async () => {
    const after = { ...base(), 'departments/旧.yaml': `${OLD['departments/旧.yaml']}# 注\n` };
    const { found, records } = await change(base(), after);
    expect(found.every((each) => each.startsWith('departments/旧.yaml'))).toBe(true);
    expect(found).not.toEqual([]);
    expect(records).toBe(0);
  });

  test('include records elsewhere that refer to a deleted one', async () => {
    const { found } = await change(base(), without(base(), 'branches/branches.yaml'));
    expect(found.some((each) => /^pairings\/.*unknown-reference/.test(each))).toBe(true);
    expect(found.some((each) => each.startsWith('departments/旧'))).toBe(false);
  });

  test('include records elsewhere that name an item of an edited record', async () => {
    const { found, records } = await change(base(), replaced('programs/programs.yaml', '康养行动', '颐养行动'));
    expect(found.some((each) => /^activities\/.*\/action unknown-reference/.test(each))).toBe(true);
    expect(records).toBe(1);
  });

  test('include records elsewhere that clash with a new one, or whose evidence is deleted', async () => {
    const twice = {
      ...base(),
      'people/a.yaml': `- id: ${/- id: (.+)/.exec(base()['people/people.yaml'] ?? '')?.[1]}\n`,
    };
    expect((await change(base(), twice)).found.some((each) => each.endsWith('duplicate-id'))).toBe(true);
    const task = '  evidence:\n    - file: evidence/签到.pdf\n';
    const held = {
      ...base(),
      'evidence/签到.pdf': '%PDF',
      'meetings/会.yaml': `- id: 2025-03-15-联席会议\n  title: 联席会议\n  type: 联席会议\n  date: 2025-03-15\n${task}`,
    };
    const { found } = await change(held, without(held, 'evidence/签到.pdf'));
    expect(found).toEqual([expect.stringMatching(/^meetings\/会\.yaml.*evidence/)]);
  });

  test('are all findings where the settings change', async () => {
    const after = { ...base(), 'workspace.yaml': `${base()['workspace.yaml']}# 注\n` };
    expect((await change(base(), after)).found.some((each) => each.startsWith('departments/旧'))).toBe(true);
  });

  test('do not count a record moved to another file as changed', async () => {
    const people = base()['people/people.yaml'] ?? '';
    const after = { ...without(base(), 'people/people.yaml'), 'people/全体.yaml': people };
    expect(await change(base(), after)).toEqual({ found: [], records: 0 });
  });
});
