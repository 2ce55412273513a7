import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setMember } from '../../src/edit/json-setting.js';
import { plainJson } from '../../src/edit/json-text.js';

const NAME = 'yaml.schemas';
const added = (old: unknown): object => ({ ...(old as object | undefined), './a.json': ['data/甲/**/*.yaml'] });
const set = (text: string) => setMember(text, NAME, added).text ?? '';

describe('one member of a settings file', () => {
  test('is written into a new or empty file', () => {
    expect(set('')).toBe('{\n  "yaml.schemas": {\n    "./a.json": [\n      "data/甲/**/*.yaml"\n    ]\n  }\n}\n');
    expect(JSON.parse(set('{}'))).toEqual({ [NAME]: added({}) });
    expect(JSON.parse(set('{\n}\n'))).toEqual({ [NAME]: added({}) });
  });

  test('is added before the others, every byte of which stays: comments, trailing commas, layout', () => {
    const text =
      '// 本组的设置\n{\n    // 字号\n    "editor.fontSize": 16, /* 大 */ "files.eol":"\\n",\n    "a": [1,2,],\n}\n';
    const changed = set(text);
    expect(changed).toContain('\n    "yaml.schemas": {\n        "./a.json": [');
    const [before = '', after = ''] = changed.split(/\n {4}"yaml\.schemas": \{.*?\n {4}\},/s);
    expect(before + after).toBe(text);
    expect(JSON.parse(plainJson(changed).text)).toMatchObject({ 'editor.fontSize': 16, [NAME]: added({}) });
  });

  test('is merged where it is there already, and only its value is written anew', () => {
    const text =
      '{\n\t"a": "}", // "yaml.schemas": 注\n\t"yaml.schemas": {"./b.json": "x/*.yaml"},\n\t"z": {"yaml.schemas": 1}\n}\n';
    const changed = set(text);
    expect(changed.startsWith('{\n\t"a": "}", // "yaml.schemas": 注\n\t"yaml.schemas": {\n\t\t"./b.json"')).toBe(true);
    expect(changed.endsWith('\n\t},\n\t"z": {"yaml.schemas": 1}\n}\n')).toBe(true);
    expect(JSON.parse(plainJson(changed).text)[NAME]).toEqual({ './b.json': 'x/*.yaml', ...added({}) });
  });

  test('is not written again where nothing changes', () => {
    const text = '{ "yaml.schemas": { "./a.json": ["data/甲/**/*.yaml"] } } // 完\n';
    expect(set(text)).toBe(text);
  });

  test('keeps Windows line ends', () => {
    expect(set('{\r\n  "a": 1\r\n}\r\n').replaceAll('\r\n', '')).not.toContain('\n');
  });

  test.each([
    ['comments inside the value', '{ "yaml.schemas": { /* 注 */ "./b.json": "x" } }', 'comments'],
    ['a list', '[1]', 'no-object'],
    ['broken text', '{ "a": ', 'not-json'],
    ['an open string', '{ "a: 1 }', 'not-json'],
  ])('is refused for %s', (_, text, refused) => {
    expect(setMember(text, NAME, added)).toEqual({ refused });
  });

  test('any settings come through with nothing lost', () => {
    const values = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(values, fc.constantFrom(0, 2, '\t'), (value, indent) => {
        if (Object.hasOwn(value, '__proto__')) return;
        const text = JSON.stringify(value, null, indent);
        const old = value[NAME] !== null && typeof value[NAME] === 'object' ? value[NAME] : {};
        const { text: changed = '' } = setMember(text, NAME, () => ({ ...old, x: 1 }));
        expect(JSON.parse(changed)).toEqual({ ...JSON.parse(text), [NAME]: { ...old, x: 1 } });
      }),
    );
  });
});
