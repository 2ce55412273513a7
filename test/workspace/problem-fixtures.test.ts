import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../src/workspace/catalogue.js';
import { check, places } from '../support/memory-reader.js';
import { problemFixtures } from '../support/problem-fixtures.js';

/**
 * Codes without a fixture, because editors and git would change its bytes, or a disk is needed, with the test that
 * covers them.
 */
const TESTED_IN_CODE: Readonly<Record<string, string>> = {
  'file-encoding': 'test/source/source.test.ts',
  'file-unreadable': 'test/workspace/load.test.ts',
  'control-character': 'test/source/source.test.ts',
  'line-end': 'test/source/source.test.ts',
  'byte-order-mark': 'test/source/typing.test.ts',
  'mixed-line-ends': 'test/source/typing.test.ts',
};

const problems = CATALOGUE.flatMap((chapter) => chapter.problems.map(({ problem }) => problem));
const codes = problems.map(({ code }) => code);
const fixtures = problemFixtures();

describe('a bad ledger has exactly the expected findings', () => {
  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', async (_, { files, expected }) => {
    expect(places(await check(files)).sort()).toEqual(expected);
  });
});

describe('the fixtures', () => {
  test('every code has one', () => {
    const covered = new Set([...fixtures.map(({ code }) => code), ...Object.keys(TESTED_IN_CODE)]);
    const hint = 'add test/fixtures/problems/<code>/ with a bad ledger, its wrong lines marked # expect: <code>';
    expect(
      codes.filter((code) => !covered.has(code)),
      hint,
    ).toEqual([]);
  });

  test('every folder is named after a code and expects it', () => {
    const unknown = fixtures.filter(({ code }) => !codes.includes(code)).map(({ name }) => name);
    expect(unknown, 'rename the folder after a code, or remove it').toEqual([]);
    const silent = fixtures.filter(({ code, expected }) => !expected.some((place) => place.endsWith(` ${code}`)));
    expect(
      silent.map(({ name }) => name),
      'mark the wrong line with # expect: and the code of the folder',
    ).toEqual([]);
  });

  test('no code is used twice', () => {
    const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
    expect(twice, 'give one of the two problems another code').toEqual([]);
  });
});
