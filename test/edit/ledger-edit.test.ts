import { describe, expect, test } from 'vitest';
import { LayoutFault, LedgerEdit } from '../../src/edit/ledger-edit.js';
import type { FieldWrite } from '../../src/edit/record-fields.js';
import { RecordsText } from '../../src/edit/records-text.js';
import type { Entry } from '../../src/ledger/ledger.js';
import { load } from '../../src/workspace/load.js';
import { MemoryReader, readTree } from '../support/memory-reader.js';
import { Random } from '../support/random.js';

const FILE = 'activities/2025-03.yaml';

/** The text of one file after some work on its records, by their ids. */
async function edited(
  text: string,
  work: (edit: LedgerEdit, entryOf: (id: string) => Entry) => void,
  file = FILE,
): Promise<string | null> {
  const reader = new MemoryReader({ [file]: text });
  const { ledger } = await load(reader);
  const edit = new LedgerEdit(reader);
  work(edit, (id) => {
    const entry = [...ledger.allWithInvalid('activities'), ...ledger.allWithInvalid('targets')].find(
      (each) => each.id === id,
    );
    if (!entry) throw new TypeError(`no record ${id}`);
    return entry;
  });
  return (await edit.result()).texts.get(file) ?? null;
}

const set = (text: string, ...writes: readonly FieldWrite[]) =>
  edited(text, (edit, of) => edit.change(of('甲'), writes));

const USUAL = `# 三月
- id: 甲   # 第一场
  title: '义诊'
  date: 2025-03-15 # 周六
  types: [ 义诊 ]
  # 人数见签到表
  beneficiaries: 86
  events:
    - on: 2025-03-15
      step: 已开展
    # 照片在外联办
# 第二场

- { id: 乙, title: "巡讲", date: 2025-03-16, types: [巡讲] } # 改期的
`;

describe('a field', () => {
  test('keeps its place, its quotes and its comment', async () => {
    const text = await set(USUAL, { path: ['title'], value: '春季义诊' }, { path: ['date'], value: '2025-03-20' });
    expect(text).toBe(USUAL.replace("'义诊'", "'春季义诊'").replace('2025-03-15 # 周六', '2025-03-20 # 周六'));
  });

  test('that is new stands where the dictionary has it', async () => {
    const text = await set(USUAL, { path: ['lead'], value: '甲支部' }, { path: ['note'], value: '下雨：改在室内' });
    expect(text).toBe(
      USUAL.replace('  # 人数见签到表', '  lead: 甲支部\n  # 人数见签到表').replace(
        '    # 照片在外联办\n',
        '    # 照片在外联办\n  note: 下雨：改在室内\n',
      ),
    );
  });

  test('is removed with the comment on its line', async () => {
    expect(await set(USUAL, { path: ['date'] })).toBe(USUAL.replace('  date: 2025-03-15 # 周六\n', ''));
    expect(await set(USUAL, { path: ['events', 0] })).toBe(USUAL.replace(/ {2}events:\n.*\n.*\n/, ''));
  });

  test('of a list gets one item more', async () => {
    const event = { step: '签到', on: '2025-03-16' };
    const text = await set(USUAL, { path: ['events', 1], value: event }, { path: ['types', 1], value: '讲座' });
    expect(text).toBe(
      USUAL.replace('[ 义诊 ]', '[ 义诊, 讲座 ]').replace(
        '    # 照片在外联办\n',
        '    # 照片在外联办\n    - on: 2025-03-16\n      step: 签到\n',
      ),
    );
  });

  test('inside a group makes the group', async () => {
    const writes = [
      { path: ['approval', 'on'], value: '2025-03-10' },
      { path: ['approval', 'by'], value: '党政综合办' },
    ];
    expect(await set(USUAL, ...writes)).toContain(
      '  beneficiaries: 86\n  approval:\n    by: 党政综合办\n    on: 2025-03-10\n  events:\n',
    );
  });

  test('in brackets stays in brackets', async () => {
    const text = await edited(USUAL, (edit, of) =>
      edit.change(of('乙'), [
        { path: ['title'], value: '体质巡讲' },
        { path: ['lead'], value: '甲，支部' },
        { path: ['events', 0], value: { on: '2025-03-16', step: '已开展' } },
        { path: ['types'] },
      ]),
    );
    expect(text).toContain(
      '- { id: 乙, title: "体质巡讲", date: 2025-03-16, lead: "甲，支部", events: [{ on: 2025-03-16, step: 已开展 }] } # 改期的',
    );
  });
});

describe('a record', () => {
  const added = {
    id: '丙',
    date: '2025-03-18',
    types: ['讲座', '义诊'],
    title: '讲座',
    events: [{ step: '计划', on: '2025-03-01' }],
  };
  const written =
    '- id: 丙\n  title: 讲座\n  date: 2025-03-18\n  types: [讲座, 义诊]\n  events:\n    - on: 2025-03-01\n      step: 计划\n';
  const insert = (text: string, behind?: number) =>
    edited(text, (edit) =>
      edit.insert('activities', added, { file: FILE, ...(behind === undefined ? {} : { behind }) }),
    );

  test('is added behind another, at the end, at the beginning, and into a file without one', async () => {
    expect(await insert(USUAL)).toBe(USUAL + written);
    expect(await insert(USUAL, 1)).toBe(USUAL.replace('# 第二场', `${written}# 第二场`));
    expect(await insert(USUAL, 0)).toBe(USUAL.replace('- id: 甲', `${written}- id: 甲`));
    expect(await insert('# 四月\n')).toBe(`# 四月\n${written}`);
    expect(await insert('[]\n')).toBe(written);
    expect(await insert('# 四月')).toBe(`# 四月\n${written}`);
  });

  test('is added with the line breaks, the mark, the blank lines and the indentation of the file', async () => {
    const text = '\ufeff  - id: 甲\r\n    title: 义诊\r\n\r\n  - id: 乙\r\n    title: 义诊';
    const indented = written.replaceAll(/^(?=.)/gm, '  ').replaceAll('\n', '\r\n');
    expect(await insert(text)).toBe(`${text}\r\n\r\n${indented.slice(0, -2)}`);
    expect(await insert(text, 1)).toBe(text.replace('\r\n\r\n', `\r\n\r\n${indented}\r\n`));
  });

  test('is removed with the comments above it, but for those of the file', async () => {
    const remove = (id: string, text = USUAL) => edited(text, (edit, of) => edit.remove(of(id)));
    expect(await remove('甲')).toBe(`# 三月\n${USUAL.slice(USUAL.indexOf('# 第二场'))}`);
    expect(await remove('乙')).toBe(USUAL.slice(0, USUAL.indexOf('\n- {')));
    expect(await remove('甲', '- id: 甲\n  title: 义诊\n')).toBe(null);
    expect(await remove('甲', '# 三月\n- id: 甲\n  title: 义诊\n')).toBe('# 三月\n[]\n');
  });
});

test('a layout that edits do not know is refused, not broken', async () => {
  const reader = new MemoryReader({ [FILE]: '- id: [甲\n' });
  const edit = new LedgerEdit(reader);
  edit.insert('activities', { id: '乙' }, { file: FILE });
  await expect(edit.result()).rejects.toThrow(LayoutFault);
});

describe('random edits', () => {
  const RUNS = Number(process.env.YUEYI_EDITS ?? 60);
  const sample = { ...readTree('data/sample'), ...hostile() };

  test('change nothing outside their record, and hold what was written', async () => {
    const random = new Random(1);
    const reader = new MemoryReader(sample);
    const { ledger } = await load(reader);
    const kinds = ['activities', 'tasks', 'agreements', 'requests', 'inspections', 'targets'] as const;
    const entries = kinds.flatMap((kind): readonly Entry[] => ledger.allWithInvalid(kind));
    expect(entries.length).toBeGreaterThan(200);
    for (let run = 0; run < RUNS; run += 1) {
      const entry = random.pick(entries);
      const edit = new LedgerEdit(reader);
      const writes = Array.from({ length: 1 + random.below(3) }, () => randomWrite(random, entry.value));
      edit.change(entry, writes);
      const before = sample[entry.file] ?? '';
      const after = (await edit.result()).texts.get(entry.file) ?? '';
      const [old, now] = [new RecordsText(before), new RecordsText(after)];
      expect(now.count, JSON.stringify(writes)).toBe(old.count);
      const index = Number(entry.pointer.slice(1));
      const parts = (text: string, records: RecordsText) => {
        const {
          offsets: [start, end],
        } = records.replacement(index, '');
        return [text.slice(0, start), text.slice(end)];
      };
      expect(parts(after, now), `${entry.file} ${entry.id} ${JSON.stringify(writes)}`).toEqual(parts(before, old));
    }
  });
});

/** Layouts as people and other programs write them, below the paths of a ledger. */
function hostile(): Record<string, string> {
  const crlf = USUAL.replaceAll('\n', '\r\n').replace('甲', '子').replace('乙', '丑');
  return {
    'activities/甲.yaml': USUAL,
    'activities/回车.yaml': `\ufeff${crlf}`,
    'activities/括号.yaml':
      '[{id: 寅, title: "义诊", date: 2025-03-15, types: [义诊]},\n {id: 卯, title: 讲座, date: 2025-03-16}]\n',
    'activities/短横.yaml':
      '-\n  id: 辰\n  title: 义诊\n  note: |\n    第一段\n\n    第二段\n\n-   id: 巳\n    title: >-\n      很长的\n      名称\n    events:\n    - on: 2025-03-15\n      step: 已开展',
    'activities/缩进.yaml':
      '---\n  - id: 午\n    title: 义诊\n    types:\n    - 义诊 # 一\n    - 讲座\n    place:\n  - title: 讲座\n    id: 未\n',
  };
}

/** A write into a field that is there or not, deep or not. */
function randomWrite(random: Random, value: object): FieldWrite {
  const texts = [
    '春季义诊',
    '约 86 人：#1',
    'true',
    '12',
    "它's",
    '第一段\n\n第二段',
    '{a}',
    '- 甲',
    '，',
    '2025-03-15',
    ' 首',
    '注：# 号 ',
  ];
  const text = () => random.pick(texts);
  const keys = Object.keys(value);
  const events = (value as { events?: readonly object[] }).events;
  return random.pick<() => FieldWrite>([
    () => ({ path: ['note'], value: text() }),
    () => ({ path: ['title'], value: text() }),
    () => ({ path: ['volunteers'], value: random.below(100) }),
    () => ({ path: ['types'], value: [text(), text()] }),
    () => ({ path: ['approval'], value: { by: text(), on: '2025-03-01' } }),
    () => ({ path: ['approval', 'number'], value: text() }),
    () => ({ path: ['events', events?.length ?? 0], value: { on: '2025-03-20', step: text(), note: text() } }),
    () => ({ path: ['events', 0, 'note'], value: text() }),
    () => ({ path: ['evidence'], value: [{ file: text(), title: text() }, { file: text() }] }),
    () => {
      const key = keys.length > 3 ? random.pick(keys.slice(1)) : 'note';
      return key === 'id' || key === 'note' ? { path: ['note'], value: text() } : { path: [key], value: text() };
    },
  ])();
}
