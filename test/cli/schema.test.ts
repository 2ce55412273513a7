import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/schema/kinds.js';
import { isDate, isPartialDate } from '../../src/text/date-format.js';
import { REPOSITORY, runCli, runJson } from '../support/run-cli.js';

/** What an editor does with a schema: no other file is at hand, our own keywords mean nothing to it. */
function compile(schema: object) {
  const ajv = new Ajv2020({ strict: false, formats: { date: isDate, 'partial-date': isPartialDate } });
  return ajv.compile(schema);
}

describe('schema --format json', () => {
  test.each([...KINDS, 'workspace'])('%s stands alone, and takes its own example', async (kind) => {
    const schema = await runJson<{ examples?: unknown[] }>(['schema', kind]);
    const validate = compile(schema);
    for (const example of schema.examples ?? []) expect(validate(example), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ 没有的字段: 1 })).toBe(false);
  });

  test('without a kind gives them all', async () => {
    const all = await runJson<{ title: string }[]>(['schema']);
    expect(all).toHaveLength(KINDS.length);
    expect(all.map(({ title }) => title)).toContain('结对');
  });
});

test('an unknown kind is answered with the list', async () => {
  const { stderr, code } = await runCli(['schema', 'xyzzy']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^没有“xyzzy”这个类别。\n可用：sources（文件登记）、[\s\S]*或\s*workspace（总设置）。\n$/);
});

test('every kind’s table names its fields and their Chinese titles', async () => {
  for (const kind of KINDS) {
    const file = join(REPOSITORY, `schemas/${kind}.schema.json`);
    const { properties } = JSON.parse(readFileSync(file, 'utf8')) as { properties: Record<string, { title: string }> };
    const { stdout } = await runCli(['schema', kind], { terminal: { columns: 120 }, env: { NO_COLOR: '1' } });
    const titles = stdout.split(/\n├.*\n/).flatMap(titlesIn);
    for (const { title } of Object.values(properties)) expect(titles, kind).toContain(title);
  }
});

/**
 * The second cells between two borders, each and joined (a row of several lines), without the mark of required fields.
 */
function titlesIn(band: string): string[] {
  const cells = band.split('\n').map((line) => (line.split('│')[2] ?? '').trim().replace('*', ''));
  return [...cells, cells.join('')];
}
