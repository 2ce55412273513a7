import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isValid } from '../../src/schema/check.js';
import { nodeAt, schemaOf } from '../../src/schema/dictionary.js';
import { fieldsOf } from '../../src/schema/fields.js';
import * as formats from '../../src/schema/formats.js';
import { KINDS, kindTitle, referenceFields } from '../../src/schema/kinds.js';
import { standaloneSchema } from '../../src/schema/standalone-schema.js';
import { recordTemplate } from '../../src/schema/template.js';
import { isDate, isPartialDate } from '../../src/text/date-format.js';

const NAMES = [...KINDS, 'workspace'] as const;

describe.each(NAMES)('%s', (name) => {
  const examples = schemaOf(name).examples ?? [];

  test('its example passes its own validator', () => {
    expect(examples.length).toBeGreaterThan(0);
    expect(examples.filter((example) => !isValid(name, example))).toEqual([]);
  });

  test('its schema in one piece compiles alone and accepts the example', () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
    ajv.addVocabulary(['x-ref', 'x-unit', 'x-order']);
    for (const [format, check] of Object.entries(formats)) ajv.addFormat(format, check);
    const validate = ajv.compile(standaloneSchema(name));
    expect(examples.filter((example) => !validate(example))).toEqual([]);
    expect(validate({ 没有: 1 })).toBe(false);
    expect(JSON.stringify(standaloneSchema(name))).not.toContain('schema.json#');
  });

  test('every field has a title and is found by its path', () => {
    for (const { path, node } of fieldsOf(name)) {
      expect(node.title, path).toMatch(/\p{Script=Han}/u);
      const segments = path.split('.').flatMap((part) => (part.endsWith('[]') ? [part.slice(0, -2), '0'] : [part]));
      if (segments.at(-1) === '0') segments.pop();
      expect(nodeAt(name, segments)?.title, path).toBe(node.title);
    }
  });
});

describe('the pattern beside a format, for validators that know no formats', () => {
  const { date, partialDate } = schemaOf('common').$defs ?? {};
  const pad = (value: number): string => String(value).padStart(2, '0');
  const years = Array.from({ length: 312 }, (_, index) => 1894 + index);
  const months = years.flatMap((year) => Array.from({ length: 14 }, (_, month) => `${year}-${pad(month)}`));
  const days = months.flatMap((month) => ['00', '01', '28', '29', '30', '31', '32'].map((day) => `${month}-${day}`));
  const others = ['', '2025-3-1', '20250301', '2025-03-01 ', ' 2025-03-01', '2025-03-01x', '2025年', '２０２５'];

  test.each([
    ['date', date, isDate],
    ['partial-date', partialDate, isPartialDate],
  ] as const)('%s: it accepts the days that the format accepts', (_, node, check) => {
    const pattern = new RegExp(node?.pattern ?? '', 'u');
    const all = [...years.map(String), ...months, ...days, ...others];
    expect(all.filter((text) => pattern.test(text) !== check(text))).toEqual([]);
  });
});

describe('fieldsOf', () => {
  const rows = (name: (typeof NAMES)[number]) => new Map(fieldsOf(name).map((row) => [row.path, row]));

  test('lists the id first, shared and nested fields, and marks lists', () => {
    const paths = fieldsOf('branches').map(({ path }) => path);
    expect(paths[0]).toBe('id');
    expect(paths).toEqual(expect.arrayContaining(['source', 'note', 'excuse[]', 'excuse[].code']));
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain('secretaries[].person');
    expect(paths.indexOf('secretaries[].person')).toBeGreaterThan(paths.indexOf('secretaries[]'));
  });

  test('marks required fields at their own level', () => {
    const branches = rows('branches');
    expect(branches.get('category')?.required).toBe(true);
    expect(branches.get('opened')?.required).toBe(false);
    expect(branches.get('secretaries[].person')?.required).toBe(true);
  });

  test('includes fields that a list takes from the shared definitions', () => {
    const tasks = rows('tasks');
    expect(tasks.get('events[].on')?.required).toBe(true);
    expect(tasks.get('events[].step')?.required).toBe(true);
    expect(tasks.get('events[].evidence[]')?.node.title).toBe('佐证');
  });

  test('ends for sections within sections', () => {
    expect(fieldsOf('outlines').length).toBeLessThan(60);
  });
});

describe('nodeAt', () => {
  test('own keywords win over the shared definition', () => {
    expect(nodeAt('activities', ['lead'])?.title).toBe('牵头');
    expect(nodeAt('activities', ['lead'])?.type).toBe('string');
    expect(nodeAt('activities', ['evidence', '0', 'archiveNumber'])?.title).toBe('档案号');
  });

  test('an undeclared path is undefined', () => {
    expect(nodeAt('activities', ['没有'])).toBeUndefined();
    expect(nodeAt('activities', ['没有', '更没有'])).toBeUndefined();
    expect(nodeAt('activities', ['constructor'])).toBeUndefined();
    expect(nodeAt('activities', ['__proto__'])).toBeUndefined();
  });
});

describe('references', () => {
  test('every field with x-ref is followed', () => {
    expect(referenceFields('activities')).toContainEqual({ path: ['assist', '*'], to: ['branches', 'departments'] });
    expect(referenceFields('boards')).toContainEqual({ path: ['strategy'], to: ['programs/strategies'] });
    expect(referenceFields('branches')).toContainEqual({ path: ['secretaries', '*', 'person'], to: ['people'] });
  });

  test('every target is a kind or a list of one', () => {
    for (const kind of KINDS) {
      for (const target of referenceFields(kind).flatMap(({ to }) => to)) {
        const [owner = '', list] = target.split('/');
        expect(KINDS).toContain(owner);
        if (list !== undefined) expect(nodeAt(owner as (typeof KINDS)[number], [list]), target).toBeDefined();
      }
    }
  });
});

describe('recordTemplate', () => {
  test.each(KINDS)('of %s, its comment signs taken away, is a valid record', (kind) => {
    const lines = recordTemplate(kind).split('\n');
    const end = lines.indexOf('#');
    const record = lines.slice(2, end).map((line) => line.replace(/^# /, ''));
    const values = parse(record.join('\n')) as unknown[];
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter((value) => !isValid(kind, value))).toEqual([]);
    expect(lines.filter((line) => line !== '').every((line) => line.startsWith('#'))).toBe(true);
    expect(lines[0]).toContain(kindTitle(kind));
  });
});
