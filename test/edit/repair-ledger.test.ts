import { describe, expect, test, vi } from 'vitest';
import { type Repaired, repairLedger } from '../../src/edit/repair-ledger.js';
import { diagnose } from '../../src/workspace/diagnose.js';
import { load } from '../../src/workspace/load.js';
import { baseLedger, type Files, MemoryReader, places } from '../support/memory-reader.js';
import { problemFixtures } from '../support/problem-fixtures.js';

/** Files laid over the base ledger, with what `validate --fix` makes of them. */
async function repaired(overrides: Files): Promise<Repaired> {
  const reader = new MemoryReader({ ...baseLedger(), ...overrides });
  return repairLedger(reader, await load(reader), {}, () => true);
}

/** The one file that is mended. */
async function mended(path: string, text: string): Promise<string> {
  const { files } = await repaired({ [path]: text });
  return files.find(({ file }) => file === path)?.after ?? text;
}

const activity = (lines: string): string => `- id: 2025-04-01-义诊\n  title: 义诊\n  types: [义诊]\n${lines}`;
const dated = (lines: string): string => activity(`  date: 2025-04-01\n${lines}`);

describe('every bad ledger', () => {
  const fixtures = problemFixtures();

  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s: mended once', async (_, { files }) => {
    const first = await repaired(files);
    const result = Object.fromEntries(first.files.map(({ file, after }) => [file, after]));
    expect((await repaired({ ...files, ...result })).files).toEqual([]);
    for (const { before, after } of first.files) {
      const [old, now] = [before.split('\n'), after.split('\n')];
      expect(now).toHaveLength(old.length);
      expect(now.filter((line) => /^\s*#/.test(line))).toEqual(old.filter((line) => /^\s*#/.test(line)));
      for (const [index, line] of old.entries()) {
        const comment = / #\s.*$/.exec(line)?.[0] ?? '';
        expect(now[index]?.endsWith(comment)).toBe(true);
      }
    }
  });

  test('has fewer findings when it is mended, unless more of it can be read', async () => {
    for (const { files } of fixtures) {
      const before = await load(new MemoryReader({ ...baseLedger(), ...files }));
      const { loaded, mended: count } = await repaired(files);
      const unread = before.findings.some(({ code }) => code === 'references-unchecked');
      if (count > 0 && !unread) expect(loaded.findings.length).toBeLessThan(before.findings.length);
      if (count === 0) expect(loaded.findings).toHaveLength(before.findings.length);
    }
  });
});

describe('what has one meaning alone', () => {
  test.each([
    ['date: 2025年4月1日', 'date: 2025-04-01'],
    ['date: 2025.4.1 # 上午', 'date: 2025-04-01 # 上午'],
    ['date:   2025/4/1', 'date:   2025-04-01'],
    ['date: "二〇二五年四月一日"', 'date: 2025-04-01'],
    ['date：２０２５－０４－０１', 'date: 2025-04-01'],
  ])('%s', async (typed, meant) => {
    expect(await mended('activities/new.yaml', activity(`  ${typed}\n`))).toBe(activity(`  ${meant}\n`));
  });

  test.each([
    ['beneficiaries: １００', 'beneficiaries: 100'],
    ['beneficiaries: 36,768', 'beneficiaries: 36768'],
    ['beneficiaries: 36，768人次', 'beneficiaries: 36768'],
    ['beneficiaries: "86"', 'beneficiaries: 86'],
    ['hours: 2.5小时', 'hours: 2.5'],
    ['lead: 甲　支部', 'lead: 甲支部'],
    ['joined: ["“甲支部”", 丁支部]', 'joined: [甲支部, 丁支部]'],
    ['place: 　社区广场　 # 东门', 'place: 社区广场 # 东门'],
    ['pairings: 乙社区', 'pairings: [乙社区]'],
    ['linkages: [活动联办，组织联建]', 'linkages: [活动联办, 组织联建]'],
    ['lead: 党建办公室', 'lead: 党建办'],
    ['note： 备注', 'note: 备注'],
    ['note:　备注', 'note: 备注'],
    ['note: @全体', 'note: "@全体"'],
    ['note　: 备注', 'note: 备注'],
    ['　note: 备注', 'note: 备注'],
  ])('%s', async (typed, meant) => {
    expect(await mended('activities/new.yaml', dated(`  ${typed}\n`))).toBe(dated(`  ${meant}\n`));
  });

  test('a byte order mark, and line ends of two kinds', async () => {
    expect(await mended('people/new.yaml', '\ufeff- id: 孙三\r\n- id: 李四\r\n- id: 周五\n')).toBe(
      '- id: 孙三\r\n- id: 李四\r\n- id: 周五\r\n',
    );
    expect(await mended('people/new.yaml', '\ufeff- id: “孙三”\n')).toBe('- id: 孙三\n');
  });

  test('a tab or a wide space before a field of a record without others further in', async () => {
    expect(await mended('departments/new.yaml', '- id: 护理部\n\tnote: 备注\n　　name: 护理部\n')).toBe(
      '- id: 护理部\n  note: 备注\n  name: 护理部\n',
    );
  });
});

describe('what is not certain is left', () => {
  test.each([
    'beneficiaries: 17.2万',
    'beneficiaries: 100多',
    'beneficiaries: 3,68',
    'beneficiaries: 300元',
    'beneficiaries: 0086',
    'until: 4月1日',
    'until: 1/4/2025',
    'until: 2025年2月30日',
    'note: #备注',
    'lead: 乙支部',
    'lead: 骨科二支部',
    'types2: [义诊]',
    '备注：说明',
  ])('%s', async (typed) => {
    const text = dated(`  ${typed}\n`);
    expect(await mended('activities/new.yaml', text)).toBe(text);
  });

  test('a tab that may belong to the record or to what is in it', async () => {
    const text = dated('  events:\n    - on: 2025-04-01\n\tstep: 已开展\n');
    expect(await mended('activities/new.yaml', text)).toBe(text);
  });

  test('a word with a full-width colon that is no field of its kind', async () => {
    const text = '- id: 护理部\n  colour：红\n  note: 备注\n';
    expect(await mended('departments/new.yaml', text)).toBe(text);
  });

  test('but the fields around it are mended', async () => {
    const text = '- id：护理部\n  colour：红\n  note：备注\n';
    expect(await mended('departments/new.yaml', text)).toBe('- id: 护理部\n  colour：红\n  note: 备注\n');
  });

  test('a name that would be there twice', async () => {
    const text = '- id: 赵 一\n';
    expect(await mended('people/new.yaml', text)).toBe(text);
  });

  test('what a record calls itself that is broken itself: its own id may be the mistake', async () => {
    const base = baseLedger();
    const branches = Object.keys(base).find((path) => path.startsWith('branches/')) ?? '';
    const broken = (base[branches] ?? '').replace('- id: 甲支部\n', '- id: 甲支部&\n  name: 甲支部\n');
    expect(broken).not.toBe(base[branches]);
    const { files, loaded, reader } = await repaired({ [branches]: broken });
    expect(files).toEqual([]);
    const told = diagnose(reader, loaded.findings);
    expect(told.map(({ code }) => code)).toContain('unknown-reference');
    for (const { message, hint, code } of told.filter(({ code }) => code !== 'bad-format'))
      expect(`${code} ${message} ${hint}`).not.toContain('甲支部&');
  });

  test('everything in a text block, and in quotation marks', async () => {
    const text = `- id: 2025-文字\n  year: 2025\n  section: 思想引领\n  text: |\n    负责人：张三，[甲，乙]；\n    \tdate：2025年4月1日\n    　　“引号”，@全体，#备注，%\n- id: 2025-文字二\n  year: 2025\n  section: 思想引领\n  text: "date：2025，[甲，乙]"\n`;
    const { files, loaded } = await repaired({ 'narratives/new.yaml': text });
    expect(files).toEqual([]);
    // That figures are typed into a text is a rule's business.
    expect(new Set(loaded.findings.map(({ code }) => code))).toEqual(new Set(['typed-number']));
  });

  test('files that are not meant', async () => {
    const reader = new MemoryReader({ ...baseLedger(), 'people/new.yaml': '- id: “孙三”\n' });
    expect((await repairLedger(reader, await load(reader), {}, () => false)).files).toEqual([]);
  });
});

describe('a harmful repair', () => {
  test('is left out, and the others are made', async () => {
    const text = '- id: 赵 一\n- id: “孙三”\n- id: “李四”\n';
    expect(await mended('people/new.yaml', text)).toBe('- id: 赵 一\n- id: 孙三\n- id: 李四\n');
  });

  test('names typed as one are parted in a list in brackets, not in a list of lines', async () => {
    expect(await mended('activities/new.yaml', activity('  date: 2025-04-01\n  joined: [甲支部、丁支部]\n'))).toBe(
      activity('  date: 2025-04-01\n  joined: [甲支部, 丁支部]\n'),
    );
    const lines = activity('  date: 2025-04-01\n  joined:\n    - 甲支部、丁支部\n');
    expect(await mended('activities/new.yaml', lines)).toBe(lines);
  });

  test('many of them keep none of the others from being made, within a budget that is told', async () => {
    const names = Array.from({ length: 200 }, (_, index) => String.fromCharCode(0x4e00 + index));
    const twice = names.map((name) => `- id: 王${name}\n- id: 王 ${name}\n- id: “李${name}”\n`).join('');
    const reader = new MemoryReader({ ...baseLedger(), 'people/new.yaml': twice });
    const list = vi.spyOn(reader, 'list');
    const { files, stoppedAfter } = await repairLedger(reader, await load(reader), {}, () => true);
    expect(files[0]?.after).toBe(twice.replaceAll(/[“”]/g, ''));
    expect(stoppedAfter).toBeGreaterThan(0);
    expect(list.mock.calls.length).toBeLessThan(30);
  });

  test('what a file hid until it could be read is told, and mended in turn', async () => {
    const {
      files,
      loaded,
      reader,
      mended: count,
    } = await repaired({
      'activities/new.yaml': activity(
        '  date：2025年4月1日\n  lead: 甲 支部\n  place: 　广场\n  beneficiaries: 100多\n',
      ),
    });
    expect(files[0]?.after).toBe(
      activity('  date: 2025-04-01\n  lead: 甲支部\n  place: 广场\n  beneficiaries: 100多\n'),
    );
    expect(count).toBe(4);
    expect(places(diagnose(reader, loaded.findings))).toEqual(['data/activities/new.yaml:7:18 wrong-type']);
  });
});
