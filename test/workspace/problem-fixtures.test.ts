import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../src/workspace/catalogue.js';
import { check, places } from '../support/memory-reader.js';
import { problemFixtures } from '../support/problem-fixtures.js';

/** Codes about bytes that no editor or git keeps as they are, and about the disk: tested in code, in the files named. */
const TESTED_IN_CODE: Readonly<Record<string, string>> = {
  'file-encoding': 'test/source/source.test.ts',
  'file-unreadable': 'test/workspace/load.test.ts',
  'control-character': 'test/source/source.test.ts',
  'line-end': 'test/source/source.test.ts',
};

const problems = CATALOGUE.flatMap((chapter) => chapter.problems.map(({ problem }) => problem));
const codes = problems.map(({ code }) => code);
const fixtures = problemFixtures();

describe('a bad ledger is told exactly what is wrong with it', () => {
  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', async (_, { files, expected }) => {
    expect(places(await check(files)).sort()).toEqual(expected);
  });
});

describe('the fixtures', () => {
  test('every code has one', () => {
    const covered = new Set([...fixtures.map(({ code }) => code), ...Object.keys(TESTED_IN_CODE)]);
    expect(codes.filter((code) => !covered.has(code))).toEqual([]);
  });

  test('every folder is named after a code and expects it', () => {
    expect(fixtures.filter(({ code }) => !codes.includes(code)).map(({ name }) => name)).toEqual([]);
    const silent = fixtures.filter(({ code, expected }) => !expected.some((place) => place.endsWith(` ${code}`)));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test('no code is used twice', () => {
    expect(new Set(codes).size).toBe(codes.length);
  });
});
