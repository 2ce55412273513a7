import { describe, expect, test } from 'vitest';
import { ReadError, type Reader } from '../../src/files/reader.js';
import { load } from '../../src/workspace/load.js';
import { baseLedger, check, checkAll, MemoryReader, places, readTree, realLedger } from '../support/memory-reader.js';

describe('load', () => {
  test('the base ledger of the tests has no finding', async () => {
    expect(places(await check({}))).toEqual([]);
  });

  test("this repository's data folder has no finding", async () => {
    expect(places(await check({}, realLedger()))).toEqual([]);
  });

  test('counts the files read and the records found, invalid ones too', async () => {
    const { files, records } = await checkAll({
      'workspace.yaml': baseLedger()['workspace.yaml'] ?? '',
      'organizations/organizations.yaml': '- id: 越州医院\n  category: 医院\n- id: 丙镇卫生院\n',
      'notes.md': '# 不是记录',
    });
    expect({ files, records }).toEqual({ files: 2, records: 2 });
  });

  test('reports all files in one run, bad ones too', async () => {
    const found = await check({ 'people/a.yaml': '- id: [', 'people/b.yaml': '- id: 孙 三\n', 'x/c.yaml': '' });
    expect(places(found)).toEqual([
      'data/people/a.yaml:1:1 references-unchecked',
      'data/people/a.yaml:1:8 yaml-syntax',
      'data/people/b.yaml:1:7 bad-format',
      'data/x/c.yaml:1:1 unknown-folder',
    ]);
  });

  test.each([
    ['活动', 'activities'],
    ['结对协义', 'agreements'],
    ['activites', 'activities'],
  ])('names the English folder for %s', async (folder, meant) => {
    const [finding] = await check({ [`${folder}/2025.yaml`]: '- id: 甲\n' });
    expect(finding).toMatchObject({ code: 'unknown-folder', hint: `文件夹是不是应叫 ${meant}？` });
  });
});

describe('references while files cannot be read', () => {
  test('a syntax error in one file causes no unknown references', async () => {
    const found = await check({ 'branches/branches.yaml': '- id: 甲支部\n  category： 在职\n  opened: 2019-07\n' });
    expect(places(found)).toEqual([
      'data/branches/branches.yaml:1:1 references-unchecked',
      'data/branches/branches.yaml:2:11 full-width-punctuation',
    ]);
  });

  test('references-unchecked is reported once for a kind', async () => {
    const found = await check({ 'branches/a.yaml': '- "', 'branches/b.yaml': '- "' });
    expect(found.filter(({ code }) => code === 'references-unchecked')).toHaveLength(1);
  });

  test('references to other kinds are still checked', async () => {
    const found = await check({
      'branches/branches.yaml': '- "',
      'people/people.yaml': '- id: 赵一\n',
    });
    expect(places(found).filter((place) => place.includes('unknown-reference'))).toEqual([
      'data/tasks/tasks.yaml:10:13 unknown-reference',
    ]);
  });

  test('a file that is no list counts as unreadable too', async () => {
    expect(places(await check({ 'branches/branches.yaml': 'id: 甲支部\n' }))).toEqual([
      'data/branches/branches.yaml:1:1 not-a-list',
    ]);
  });
});

describe('a record that fails its schema', () => {
  const broken = '- id: 戊支部\n  category: 在岗\n  opened: 2025-05\n  closed: 2024-01\n';
  const pairing = '- id: 丁村\n  program: 联建\n  partners: [越州医院]\n  lead: 戊支部\n';

  test('may be referred to', async () => {
    const found = await check({ 'branches/new.yaml': broken, 'pairings/new.yaml': pairing });
    expect(places(found)).toEqual([
      'data/branches/new.yaml:2:13 not-allowed',
      'data/branches/new.yaml:4:11 date-order',
    ]);
  });

  test('still counts as a second record of its id', async () => {
    const found = await check({ 'branches/new.yaml': broken.replace('戊', '甲') });
    expect(places(found)).toEqual([
      'data/branches/new.yaml:1:7 duplicate-id',
      'data/branches/new.yaml:2:13 not-allowed',
      'data/branches/new.yaml:4:11 date-order',
    ]);
  });

  test('may be referred to by its list items', async () => {
    const outlines = (baseLedger()['outlines/2025.yaml'] ?? '').replace('year: 2025', 'year: 205');
    const programs = (baseLedger()['programs/programs.yaml'] ?? '').replace('from: 2025-01-10', 'from: 2025-01-32');
    expect(places(await check({ 'outlines/2025.yaml': outlines, 'programs/programs.yaml': programs }))).toEqual([
      'data/outlines/2025.yaml:2:9 out-of-range',
      'data/programs/programs.yaml:3:9 bad-date',
    ]);
  });

  test('is not checked by rules, which rely on the schema', async () => {
    const { ledger } = await checkAll({ ...baseLedger(), 'branches/new.yaml': broken });
    expect(ledger.get('branches', '戊支部')).toBeUndefined();
    expect(ledger.withId('branches', '戊支部')).toHaveLength(1);
  });

  test('names its record, with the path from the root of the file', async () => {
    const [found] = await check({ 'branches/new.yaml': `- id: 己支部\n  category: 在职\n${broken}` });
    expect(found).toMatchObject({ record: '戊支部', path: '/1/category', line: 4, column: 13, endColumn: 15 });
  });
});

describe('files that are not plain files', () => {
  const obstacle = '是一个链接，台账不跟随链接';

  test('a link among the records is an error at the whole file', async () => {
    const { diagnostics } = await checkAll(baseLedger(), { 'people/link.yaml': obstacle });
    expect(diagnostics.filter(({ code }) => code === 'file-unreadable')).toMatchObject([
      { file: 'data/people/link.yaml', line: 1, column: 1, path: null, severity: 'error' },
    ]);
  });

  test('a folder that cannot be read is an error, and its kind is unreadable', async () => {
    const { 'people/people.yaml': _, ...rest } = baseLedger();
    const { diagnostics } = await checkAll(rest, { people: obstacle });
    expect(places(diagnostics)).toEqual(['data/people:1:1 file-unreadable', 'data/people:1:1 references-unchecked']);
  });

  test('a file that vanishes while reading is a finding, not a crash', async () => {
    const memory = new MemoryReader(baseLedger());
    const reader: Reader = {
      list: () => [...memory.list(), { path: 'people/gone.yaml' }],
      read: (path) => memory.read(path),
      display: (path) => path,
    };
    const { findings } = await load(reader);
    expect(findings.map(({ code }) => code)).toEqual(['file-unreadable', 'references-unchecked']);
  });

  test('an unreadable data folder is thrown', async () => {
    const reader: Reader = {
      list: () => {
        throw new ReadError('', '没有权限');
      },
      read: () => new Uint8Array(),
      display: (path) => path,
    };
    await expect(load(reader)).rejects.toThrow(ReadError);
  });
});

describe('the layout of the data folder', () => {
  test('reserved folders and notes are left alone', async () => {
    const overrides = {
      'templates/活动.yaml': '- "',
      'imports/2025/表.xlsx': new Uint8Array([0x50, 0x4b]),
      'evidence/2025/验收单.pdf': 'x',
      'frozen/说明.txt': '写法',
      'activities/说明.md': '写法',
      '说明.md': '写法',
    };
    expect(places(await check(overrides))).toEqual([]);
  });

  test('a kind may be divided into folders of its own', async () => {
    const { ledger, diagnostics } = await checkAll({ ...baseLedger(), 'people/内科/2025.yaml': '- id: 孙三\n' });
    expect(diagnostics).toEqual([]);
    expect(ledger.get('people', '孙三')?.file).toBe('people/内科/2025.yaml');
  });

  test('an unknown folder is reported once, with the nearest name', async () => {
    const found = await check({ 'activites/a.yaml': '', 'activites/b.yaml': '' });
    expect(found).toHaveLength(1);
    expect(found[0]?.hint).toContain('activities');
  });

  test('samples are marked records, and can be left out', async () => {
    const files = { ...baseLedger(), 'sample/people/示例.yaml': '- id: 示例人员\n' };
    const { ledger } = await checkAll(files);
    expect(ledger.get('people', '示例人员')?.sample).toBe(true);
    const without = await load(new MemoryReader(files), { noSample: true });
    expect(without.ledger.get('people', '示例人员')).toBeUndefined();
    expect(without.findings).toEqual([]);
  });

  test('a folder of the sample folder must be a kind as well', async () => {
    const found = await check({ 'sample/templates/a.yaml': '- "', 'sample/a.yaml': '' });
    expect(places(found)).toEqual([
      'data/sample/a.yaml:1:1 stray-file',
      'data/sample/templates/a.yaml:1:1 unknown-folder',
    ]);
  });
});

describe('the workspace', () => {
  test('its hospital is a reference like any other', async () => {
    const text = 'hospital: 越川医院\nissuer: 中共越州医院委员会\ntimeZone: Asia/Shanghai\n';
    expect(places(await check({ 'workspace.yaml': text }))).toEqual(['data/workspace.yaml:1:11 unknown-reference']);
  });

  test('a list instead of one mapping is reported in Chinese', async () => {
    const [found] = await check({ 'workspace.yaml': '- hospital: 越州医院\n' });
    expect(found).toMatchObject({ code: 'wrong-type', line: 1, column: 1 });
  });
});

describe('hostile texts', () => {
  test('names of object members may be ids and fields', async () => {
    const overrides = {
      'people/new.yaml': '- id: constructor\n- id: toString\n  __proto__: { x: 1 }\n- id: __proto__\n',
    };
    const codes = (await check(overrides)).map(({ code, line }) => `${line} ${code}`);
    expect(codes).toEqual(['3 unknown-field', '4 bad-format']);
    expect({}).not.toHaveProperty('x');
  });

  test('every message is one line without control characters', async () => {
    const fixtures = Object.values(readTree('test/fixtures/problems'));
    const overrides = Object.fromEntries(fixtures.map((text, index) => [`people/${index}.yaml`, text]));
    const found = await check({ ...overrides, 'people/x.yaml': '- id: "\\u001b[31m红\\n行"\n' });
    const texts = found.flatMap(({ message, hint, related }) => [
      message,
      hint,
      ...related.map((place) => place.message),
    ]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
    expect(texts.filter((text) => /[\u0000-\u001f\u007f-\u009f]/.test(text))).toEqual([]);
  });
});
