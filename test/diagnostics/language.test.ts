import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../src/workspace/catalogue.js';
import { diagnose } from '../../src/workspace/diagnose.js';
import { load } from '../../src/workspace/load.js';
import { baseLedger, MemoryReader } from '../support/memory-reader.js';
import { problemFixtures } from '../support/problem-fixtures.js';

/** Every problem of every fixture, in both languages. */
async function inBothLanguages() {
  const all = problemFixtures().map(async ({ files }) => {
    const reader = new MemoryReader({ ...baseLedger(), ...files });
    const { findings } = await load(reader);
    const [zh, en] = [diagnose(reader, findings, 'zh'), diagnose(reader, findings, 'en')];
    return zh.map((chinese) => ({
      chinese,
      english: en.find(
        ({ code, line, column, file }) =>
          [code, line, column, file].join() === [chinese.code, chinese.line, chinese.column, chinese.file].join(),
      ),
    }));
  });
  return (await Promise.all(all)).flat();
}

/** Words of the user or the dictionary: quoted values, titles in brackets, examples, the dictionary's own sentences. */
const QUOTED = /“[^”]*”|\([^()]*\)|(?:says|example|Reason|[Ww]rite): .*/gu;
/** Characters that occur in Chinese sentences but not in single values. */
const SENTENCE = /[，。；？！]|[的了是不里]/u;

describe('diagnostics in English', () => {
  test('every finding of every fixture has English sentences', async () => {
    const pairs = await inBothLanguages();
    expect(pairs.length).toBeGreaterThan(100);
    for (const { chinese, english } of pairs) {
      expect(english?.message).not.toBe(chinese.message);
      expect(english?.hint).not.toBe(chinese.hint);
      expect(english?.related.length).toBe(chinese.related.length);
      const words = `${english?.message} ${english?.hint}`;
      expect(words).toMatch(/[a-z]{2,} [a-z]{2,}/);
      expect(words, chinese.code).not.toMatch(/undefined|\[object/);
      expect(words.replace(QUOTED, ''), chinese.code).not.toMatch(SENTENCE);
    }
  });

  test('every title and reason is English', () => {
    for (const { problem } of CATALOGUE.flatMap(({ problems }) => problems)) {
      expect(problem.en.title).toMatch(/^[A-Z“]/);
      expect(problem.en.why).toMatch(/^[A-Z].*\.$/);
      expect(problem.zh.why).toMatch(/。$/);
      expect(`${problem.en.title}${problem.en.why}`.replace(/\([^()]*\)/g, '')).not.toMatch(/\p{sc=Han}/u);
    }
  });
});
