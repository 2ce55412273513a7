import { describe, expect, test } from 'vitest';
import { mergeFiles } from '../../../src/history/merge/merge-files.js';
import { parseSource } from '../../../src/source/source.js';
import { Random } from '../../support/random.js';

const BASE = `# 2025年3月的活动

# 东湖的第一场
- id: 甲
  title: 义诊
  beneficiaries: 86 # 签到表
  events:
    - on: 2025-03-20
      step: 已开展

- id: 乙
  title: 巡讲
# 乙的照片在档案室
- id: 丙
  title: 讲座
  note: |
    第一行

    第二行
# 本月完
`;

const merged = (ours: string, theirs: string, base = BASE) => mergeFiles({ base, ours, theirs });
const added = (id: string): string => `- id: ${id}\n  title: 新的${id}\n`;
const below = (text: string, more: string): string => text.replace('# 本月完\n', `${more}# 本月完\n`);

describe('two clerks', () => {
  test('who both add to one file get both records, ours first, and every comment', () => {
    const result = merged(below(BASE, added('丁')), below(BASE, `# 戊的由来\n${added('戊')}`));
    expect(result).toEqual({ text: below(BASE, `${added('丁')}# 戊的由来\n${added('戊')}`), conflicts: [] });
  });

  test('who change different fields of one record get both changes', () => {
    const ours = BASE.replace('beneficiaries: 86', 'beneficiaries: 90');
    const theirs = BASE.replace('title: 义诊', 'title: 春分义诊\n  place: 广场');
    expect(merged(ours, theirs)?.text).toBe(
      BASE.replace('beneficiaries: 86', 'beneficiaries: 90').replace('title: 义诊', 'title: 春分义诊\n  place: 广场'),
    );
  });

  test('who change the same field are asked, about that record and that field alone', () => {
    const ours = BASE.replace('86', '90').replace('title: 巡讲', 'title: 八段锦巡讲');
    const theirs = BASE.replace('86', '88').replace('title: 讲座', 'title: 健康讲座');
    const result = merged(ours, theirs);
    expect(result?.conflicts).toMatchObject([{ id: '甲', fields: ['beneficiaries'] }]);
    expect(result?.text).toContain('<<<<<<< 本机\n- id: 甲\n');
    expect(result?.text).toContain('  title: 八段锦巡讲\n');
    const answered = mergeFiles({ base: BASE, ours, theirs }, new Map([['甲', 'theirs']]));
    expect(answered).toEqual({
      text: theirs.replace('title: 巡讲', 'title: 八段锦巡讲'),
      conflicts: [],
    });
  });

  test('of whom one takes a record out that the other changes are asked', () => {
    const ours = BASE.replace('- id: 乙\n  title: 巡讲\n', '');
    const theirs = BASE.replace('title: 巡讲', 'title: 八段锦巡讲');
    expect(merged(ours, theirs)?.conflicts).toMatchObject([{ id: '乙', fields: [], ours: null }]);
    const gone = mergeFiles({ base: BASE, ours, theirs }, new Map([['乙', 'ours']]));
    expect(gone?.text).toBe(ours);
    const stays = mergeFiles({ base: BASE, ours, theirs }, new Map([['乙', 'theirs']]));
    expect(stays?.text).toContain('- id: 乙\n  title: 八段锦巡讲\n');
  });

  test('who give one id to two different records are asked', () => {
    const result = merged(below(BASE, added('丁')), below(BASE, added('丁').replace('新的', '另一场')));
    expect(result?.conflicts).toMatchObject([{ id: '丁', fields: ['title'] }]);
  });

  test('who both write a comment at one place keep both', () => {
    const result = merged(
      BASE.replace('# 东湖的第一场\n', '# 东湖的第一场\n# 甲记\n'),
      BASE.replace('# 东湖的第一场\n', '# 东湖的第一场\n# 乙记\n').replace('86', '88'),
    );
    expect(result?.text).toContain('# 东湖的第一场\n# 甲记\n# 乙记\n- id: 甲\n  title: 义诊\n  beneficiaries: 88 #');
  });

  test('of whom one reorders the fields and the other changes one lose nothing', () => {
    const ours = BASE.replace('- id: 乙\n  title: 巡讲', '- title: 巡讲\n  id: 乙');
    const result = merged(ours, BASE.replace('title: 巡讲', 'title: 八段锦巡讲'));
    expect(result?.text).toBe(ours.replace('- title: 巡讲', '- title: 八段锦巡讲'));
  });
});

test.each([
  ['a mapping', 'hospital: 某院\n'],
  ['a list in brackets', '[{ id: 甲 }]\n'],
  ['records without ids', '- title: 甲\n'],
  ['one id twice', '- id: 甲\n- id: 甲\n'],
  ['broken YAML', '- id: [甲\n'],
])('%s is left to git', (_, text) => {
  expect(merged(text, BASE)).toBeNull();
});

test('records in braces are merged whole', () => {
  const base = '- { id: 甲, title: 义诊 }\n- { id: 乙 }\n';
  const result = merged(base.replace('义诊', '巡讲'), base.replace('乙 }', '乙, title: 讲座 }'), base);
  expect(result).toEqual({ text: '- { id: 甲, title: 巡讲 }\n- { id: 乙, title: 讲座 }\n', conflicts: [] });
});

test('a file that only one side has, line ends of Windows and a missing last line end are no obstacle', () => {
  expect(merged(added('丁'), '', '')?.text).toBe(added('丁'));
  const base = BASE.replaceAll('\n', '\r\n');
  const ours = `${base}- id: 丁\r\n  title: 新`;
  expect(merged(ours, base.replace('86', '88'), base)?.text).toBe(`${ours.replace('86', '88')}\r\n`);
});

type Value = Record<string, unknown>;

describe('of 200 random pairs of histories', () => {
  const pairs = Array.from({ length: 200 }, (_, index) => index);

  test.each(pairs)(
    'each change of either side is there, each untouched text as it was, and what both did is asked (%#)',
    (seed) => {
      const random = new Random(20_250_400 + seed);
      const records = Array.from({ length: 1 + random.below(6) }, (_, index) => made(`r${index}`, random));
      const sides = [records, edited(records, random, 'x'), edited(records, random, 'y')];
      const [base = '', ours = '', theirs = ''] = sides.map(textOf);
      const result = mergeFiles({ base, ours, theirs });
      expect(result).not.toBeNull();
      const { value, conflicts } = expected(...([base, ours, theirs].map(read) as [Value[], Value[], Value[]]));
      expect(new Set(result?.conflicts.map(({ id }) => id))).toEqual(conflicts);
      const answers = new Map([...conflicts].map((id) => [id, 'ours'] as const));
      const settled = mergeFiles({ base, ours, theirs }, answers)?.text ?? '';
      expect(byId(read(settled).filter(({ id }) => !conflicts.has(id as string)))).toEqual(byId(value));
      for (const comment of commentsOf(base))
        if (commentsOf(ours).has(comment) && commentsOf(theirs).has(comment)) expect(settled).toContain(comment);
    },
  );
});

const FIELDS = ['title', 'place', 'note', 'events'];

function made(id: string, random: Random): string {
  const own = FIELDS.filter(() => random.chance(0.7)).map((name) => fieldText(name, random));
  const lead = random.chance(0.4) ? `# 关于${id}\n` : '';
  return `${random.chance(0.3) ? '\n' : ''}${lead}- id: ${id}\n${own.join('')}`;
}

function fieldText(name: string, random: Random): string {
  const word = `${random.below(1e6)}`;
  if (name === 'events') return `  events:\n    - on: 2025-03-0${1 + random.below(9)}\n      step: 第${word}\n`;
  if (name === 'note' && random.chance(0.5)) return `  note: |\n    第${word}\n\n    # 不是注释\n`;
  return `${random.chance(0.2) ? `  # 注${word}\n` : ''}  ${name}: 值${word}${random.chance(0.2) ? ' # 尾注' : ''}\n`;
}

const textOf = (records: readonly string[]): string => `# 文件说明\n\n${records.join('')}`;

/** Some edits of the kinds that a clerk makes, on the texts of records. */
function edited(records: readonly string[], random: Random, mark: string): readonly string[] {
  let list = records;
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const at = random.below(Math.max(list.length, 1));
    const choice = random.next();
    if (choice < 0.35)
      list = list.toSpliced(random.chance(0.6) ? list.length : at, 0, made(`${mark}${random.below(1e9)}`, random));
    else if (choice < 0.45) list = list.toSpliced(at, 1);
    else if (list[at] !== undefined) list = list.with(at, changed(list[at], random));
  }
  return list;
}

function changed(record: string, random: Random): string {
  const name = random.pick(FIELDS);
  const field = new RegExp(`^(?:  #.*\\n)?  ${name}:.*\\n(?:(?:    .*)?\\n(?=    |\\n    ))*(?:    .*\\n)*`, 'm');
  if (!field.test(record)) return record + fieldText(name, random);
  return record.replace(field, () => (random.chance(0.2) ? '' : fieldText(name, random)));
}

const read = (text: string): Value[] => (parseSource('', Buffer.from(text)).value as Value[] | null) ?? [];
const byId = (records: readonly Value[]): Record<string, Value> =>
  Object.fromEntries(records.map((each) => [each.id, { ...each }]));
const commentsOf = (text: string): Set<string> => new Set(text.match(/^\s*#.*$/gm)?.map((line) => line.trim()) ?? []);

/** What a merge of values, without any text, gives. */
function expected(base: Value[], ours: Value[], theirs: Value[]): { value: Value[]; conflicts: Set<string> } {
  const [old, own, other] = [base, ours, theirs].map(byId) as [
    Record<string, Value>,
    Record<string, Value>,
    Record<string, Value>,
  ];
  const conflicts = new Set<string>();
  const value: Value[] = [];
  for (const id of new Set([...Object.keys(own), ...Object.keys(other)])) {
    const [was, a, b] = [old[id], own[id], other[id]];
    if (!a || !b) {
      const left = a ?? b;
      if (was === undefined) value.push(left as Value);
      else if (JSON.stringify(left) !== JSON.stringify(was)) conflicts.add(id);
      continue;
    }
    const record: Value = {};
    for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const [x, y, z] = [was?.[name], a[name], b[name]].map((each) => JSON.stringify(each));
      const taken = y === z || z === x ? a[name] : y === x ? b[name] : undefined;
      if (!(y === z || z === x || y === x)) conflicts.add(id);
      else if (taken !== undefined) record[name] = taken;
    }
    if (!conflicts.has(id)) value.push(record);
  }
  return { value, conflicts };
}
