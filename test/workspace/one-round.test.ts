import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { RULES } from '../../src/rules/index.js';
import { check, type Files } from '../support/memory-reader.js';
import { problemFixtures } from '../support/problem-fixtures.js';
import { Random } from '../support/random.js';

const BY_RULES = new Set(RULES.map(({ problem }) => problem.code));
/** Rules that look at one record; two tell of what it refers to. */
const BY_RECORD = new Set([
  ...RULES.filter(({ record }) => record).map(({ problem }) => problem.code),
  'unknown-reference',
  'alias-reference',
]);

type Fields = Record<string, unknown>;

/** The fixtures of rules whose files are lists of records, as values. */
function ledgers(): readonly { readonly name: string; readonly path: string; readonly records: readonly Fields[] }[] {
  return problemFixtures()
    .filter(({ code }) => BY_RULES.has(code))
    .flatMap(({ name, files }) =>
      Object.entries(files).flatMap(([path, text]) => {
        const records: unknown = path.endsWith('.yaml') && path !== 'workspace.yaml' ? parse(text) : null;
        return Array.isArray(records) ? [{ name, path, records: records as Fields[] }] : [];
      }),
    );
}

/** What the rules say of one record: codes with pointers. */
async function said(files: Files, record: unknown): Promise<string[]> {
  const found = await check(files);
  return found
    .filter((each) => each.record === record && BY_RULES.has(each.code))
    .map(({ code, path }) => `${code} ${path}`)
    .sort();
}

/** A fault that the schema finds: a value of the wrong type, a field that is missing, or one that nobody knows. */
function broken(record: Fields, field: string, how: number): Fields {
  const { [field]: _, ...rest } = record;
  return [{ ...record, [field]: { 错: 1 } }, rest, { ...record, 没有的字段: '错' }][how] ?? rest;
}

test('what else is wrong with a record is said in the same round, and nothing that is not so', async () => {
  const random = new Random(1);
  const fixtures = new Map(problemFixtures().map(({ name, files }) => [name, files]));
  let [told, all] = [0, 0];
  for (const { name, path, records } of ledgers()) {
    const files = fixtures.get(name) ?? {};
    for (const [index, record] of records.entries()) {
      const whole = await said(files, record.id);
      if (whole.length === 0) continue;
      for (let how = 0; how < 3; how += 1) {
        const field = random.pick(Object.keys(record).filter((key) => key !== 'id'));
        const text = JSON.stringify(records.with(index, broken(record, field, how)));
        const own = (await check({ ...files, [path]: text })).filter((each) => each.record === record.id);
        if (own.every(({ code }) => BY_RULES.has(code))) continue;
        const again = own.filter(({ code }) => BY_RULES.has(code)).map((each) => `${each.code} ${each.path}`);
        for (const each of again) expect(whole, `${name}: ${text}`).toContain(each);
        const tellable = whole.filter((each) => BY_RECORD.has(each.split(' ')[0] ?? '') && !each.includes(`/${field}`));
        told += tellable.filter((each) => again.includes(each)).length;
        all += tellable.length;
      }
    }
  }
  // The rest cannot be told before the wrong field is mended: the day of an activity, the board of a task.
  expect(told / all).toBeGreaterThan(0.8);
});
