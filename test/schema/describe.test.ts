import { expect, describe as group, test } from 'vitest';
import type { Finding, Language } from '../../src/diagnostics/diagnostic.js';
import { describe } from '../../src/schema/describe.js';
import type { Kind } from '../../src/schema/kinds.js';

/** The findings of a record, with pointers from the record. */
function described(kind: Kind | 'workspace', value: unknown, language: Language = 'zh') {
  const findings = describe({ kind, value, file: `${kind}/a.yaml`, pointer: '' });
  return findings.map((finding) => ({ ...finding, ...finding.wording(language) }));
}

const places = (findings: readonly Finding[]): string[] =>
  findings.map(({ code, at }) => `${code} ${at.pointer}${at.part === 'key' ? ' key' : ''}`);

const activity = { id: '2025-03-15-义诊', title: '义诊', date: '2025-03-15', types: ['义诊'] };
const fact = { id: '2025-锦旗', year: 2025, label: '锦旗', value: 157, unit: '面' };

group('a field that is missing', () => {
  test('is named by its title and key, with an example', () => {
    const { title: _, ...rest } = activity;
    const [missing, ...others] = described('activities', rest);
    expect(others).toEqual([]);
    expect(missing).toMatchObject({ code: 'missing-field', at: { pointer: '' } });
    expect(missing?.message).toContain('“名称”（title）');
    expect(missing?.hint).toContain('title: 春季健康义诊');
  });

  test('inside a list points at the item', () => {
    expect(places(described('activities', { ...activity, events: [{ on: '2025-03-15' }] }))).toEqual([
      'missing-field /events/0',
    ]);
  });

  test('several are reported one by one', () => {
    expect(places(described('narratives', { id: '2025-开头' }))).toEqual([
      'missing-field ',
      'missing-field ',
      'missing-field ',
    ]);
  });
});

group('a field nobody knows', () => {
  test('is pointed at by its key, with the nearest one', () => {
    const [finding, ...others] = described('activities', { ...activity, beneficaries: 86 });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'unknown-field', at: { pointer: '/beneficaries', part: 'key' } });
    expect(finding?.hint).toContain('beneficiaries');
  });

  test('the shared fields are offered too', () => {
    expect(described('people', { id: '赵一', nite: '甲' })[0]?.hint).toContain('note');
  });

  test('without a near one all known fields are listed', () => {
    expect(described('people', { id: '赵一', 电话号码: '1' })[0]?.hint).toContain('aliases');
  });

  test('a slash or a tilde in it is escaped in the pointer', () => {
    expect(places(described('people', { id: '赵一', 'a/b~c': 1 }))).toEqual(['unknown-field /a~1b~0c key']);
  });

  test('an invalid field is not reported as unknown too', () => {
    const value = {
      ...activity,
      date: '2025-02-30',
      lead: 3,
      approval: { by: '', on: '昨天' },
      events: [{ on: 1, step: 1 }],
    };
    const findings = described('activities', value);
    expect(findings.map(({ code }) => code)).not.toContain('unknown-field');
    expect(new Set(findings.map(({ at }) => at.pointer))).toEqual(
      new Set(['/date', '/lead', '/approval/by', '/approval/on', '/events/0/on', '/events/0/step']),
    );
  });
});

group('a value that may not be', () => {
  test('a choice: the closest is offered', () => {
    const [finding] = described('activities', { ...activity, types: ['义珍'] });
    expect(finding).toMatchObject({ code: 'not-allowed', at: { pointer: '/types/0' } });
    expect(finding?.message).toMatch(/“类型”（types）.*义珍/);
    expect(finding?.hint).toContain('“义诊”');
  });

  test('a constant', () => {
    const value = { hospital: '越州医院', issuer: '党委', timeZone: 'UTC' };
    expect(described('workspace', value)[0]).toMatchObject({ code: 'not-allowed', at: { pointer: '/timeZone' } });
  });

  test.each(['2025-02-30', '2025-13-01', '2025-3-1', '2025/03/15', '2025年3月15日', '今天'])('the date %s', (date) => {
    const [finding, ...others] = described('activities', { ...activity, date });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'bad-date', at: { pointer: '/date' } });
    expect(finding?.message).toContain(date);
    expect(finding?.hint).toContain('2025-03-');
  });

  test.each(['2025', '2025-03', '2025-03-15'])('%s may stand for a date known so far', (from) => {
    expect(described('programs', { id: '甲', title: '甲', from })).toEqual([]);
  });

  test.each(['2025-13', '2025-00', '2025-02-30', '25-03'])('%s may not', (from) => {
    expect(places(described('programs', { id: '甲', title: '甲', from }))).toEqual(['bad-date /from']);
  });

  test('a year typed as a number in a date field gets the advice to quote it', () => {
    const [finding] = described('programs', { id: '甲', title: '甲', from: 2025 });
    expect(finding).toMatchObject({ code: 'wrong-type', at: { pointer: '/from' } });
    expect(`${finding?.message}${finding?.hint}`).toContain('引号');
  });

  test.each([
    ['text for a number', { value: '157' }, '/value', '数字'],
    ['a number for text', { label: 157 }, '/label', '文字'],
    ['text for a list', { parts: '2025-甲' }, '/parts', '一列'],
    ['nothing', { unit: null }, '/unit', '空'],
    ['a list for text', { unit: ['面'] }, '/unit', '文字'],
  ])('%s', (_, wrong, pointer, word) => {
    const [finding, ...others] = described('facts', { ...fact, ...wrong });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'wrong-type', at: { pointer } });
    expect(finding?.message).toContain(word);
  });

  test.each([
    ['an id with a space', { id: '孙 三' }],
    ['an id with two hyphens', { id: '孙--三' }],
    ['a name with a space behind', { id: '孙三', name: '孙三 ' }],
    ['a name with a full-width space before', { id: '孙三', name: '　孙三' }],
  ])('%s', (_, value) => {
    expect(described('people', value)).toMatchObject([{ code: 'bad-format' }]);
  });

  test.each([
    ['too small', { year: 1900 }, '1949'],
    ['too large', { value: 1e15 }, '1000000000000'],
    ['empty', { parts: [] }, '一项'],
  ])('%s: the limit is named', (_, wrong, limit) => {
    const [finding, ...others] = described('facts', { ...fact, ...wrong });
    expect(others).toEqual([]);
    expect(finding?.code).toBe('out-of-range');
    expect(finding?.message).toContain(limit);
  });

  test('a number with another unit than its field is not repaired: both units are named', () => {
    const [finding] = described('activities', { ...activity, beneficiaries: '100场' });
    expect(finding).toMatchObject({ code: 'wrong-type', at: { pointer: '/beneficiaries' } });
    expect(finding?.hint).toContain('“人次”');
    expect(finding?.hint).toContain('beneficiaries: 100。');
  });

  test('a full-width space in a key is named, because it cannot be seen', () => {
    expect(described('people', { id: '孙三', 'no　te': '好' })[0]?.message).toContain('全角空格');
  });

  test('a repeated item is reported at its second occurrence', () => {
    expect(places(described('people', { id: '孙三', aliases: ['甲', '乙', '甲'] }))).toEqual([
      'repeated-item /aliases/2',
    ]);
  });

  test('an empty text is reported once', () => {
    expect(places(described('people', { id: '孙三', name: '' }))).toHaveLength(1);
  });
});

group('fields that go together', () => {
  test('where neither of two is given, the parent alone is reported', () => {
    expect(places(described('activities', { ...activity, evidence: [{ title: '照片' }] }))).toEqual([
      'wrong-combination /evidence/0',
    ]);
  });

  test('two fields that exclude each other are reported', () => {
    const block = { narrative: '甲', view: 'targets' };
    const value = { id: '甲', year: 2025, sections: [{ id: '一', title: '一', blocks: [block] }] };
    expect(places(described('outlines', value))).toEqual(['wrong-combination /sections/0/blocks/0']);
  });

  test('a section inside a section is described by its own schema', () => {
    const value = { id: '甲', year: 2025, sections: [{ id: '一', title: '一', children: [{ id: '二' }] }] };
    const [finding, ...others] = described('outlines', value);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'missing-field', at: { pointer: '/sections/0/children/0' } });
    expect(finding?.message).toContain('“标题”（title）');
  });
});

group('every sentence', () => {
  const wrong: [Kind, unknown][] = [
    ['activities', { ...activity, types: '义诊', date: 1, lead: '', hours: -1, events: [], funding: {} }],
    ['facts', { ...fact, value: 'x', bound: '大约', cues: ['甲', '甲'], of: 1 }],
    ['outlines', { id: '', sections: [{ blocks: [{}] }] }],
    ['targets', { id: '甲', count: { kind: '活动', where: {} }, each: 1, per: '周', atLeast: 0 }],
    ['tasks', { id: '甲', board: '乙', title: '\u001b[31m\n', publicLines: [{ service: '甲', phone: '1' }] }],
  ];

  test('is Chinese, of one line, and holds no word of the validator', () => {
    const texts = wrong
      .flatMap(([kind, value]) => described(kind, value))
      .flatMap(({ message, hint }) => [message, hint]);
    expect(texts.length).toBeGreaterThan(40);
    for (const text of texts) {
      expect(text).toMatch(/\p{Script=Han}/u);
      expect(text).not.toMatch(/must|should|undefined|NaN|\[object|(?!yueyi schema)[A-Za-z]{4,}\s[A-Za-z]{3,}/);
    }
  });

  test('a long value is shortened', () => {
    const [finding] = described('activities', { ...activity, date: '很'.repeat(300) });
    expect(finding?.message.length).toBeLessThan(120);
  });

  test('a hostile value is shown as text', () => {
    expect(described('people', { id: '甲', name: { toString: '乙', constructor: 1 } })).toMatchObject([
      { code: 'wrong-type' },
    ]);
  });
});

group('a value that is not exact', () => {
  const hint = (kind: Kind, value: object): string => described(kind, value)[0]?.hint ?? '';

  test.each([
    ['约20', 'value: 20', 'bound: 约'],
    ['20余', 'value: 20', 'bound: 余'],
    ['20多面', 'value: 20', 'bound: 余'],
    ['近20', 'value: 20', 'bound: 近'],
    ['２０左右', 'value: 20', 'bound: 约'],
    ['不少于1,200', 'value: 1200', 'bound: 不少于'],
  ])('%s is a number and its bound', (typed, number, bound) => {
    expect(hint('facts', { ...fact, value: typed })).toContain(number);
    expect(hint('facts', { ...fact, value: typed })).toContain(bound);
  });

  test('the bound of beneficiaries has its own field, other numbers have none', () => {
    expect(hint('activities', { ...activity, beneficiaries: '约86人次' })).toContain('beneficiariesBound: 约');
    expect(hint('activities', { ...activity, volunteers: '约8' })).not.toContain('ound');
  });

  const task = { id: '2026-任务-01', board: '2026-清单', title: '压减等候' };
  const due = (typed: string): string => {
    const [found] = describe({ kind: 'tasks', value: { ...task, due: typed }, file: 'tasks/2026.yaml', pointer: '' });
    return found?.wording('zh').hint ?? '';
  };

  test.each([
    ['9月底', ['due: 2026-09', 'dueText: 9月底', '没有写年份']],
    ['9月', ['due: 2026-09', 'dueText: 9月']],
    ['2027年9月底', ['due: 2027-09', 'dueText: 2027年9月底']],
    ['长期', ['dueText: 长期']],
  ])('%s is a month, or a text as the document has it', (typed, wanted) => {
    for (const part of wanted) expect(due(typed)).toContain(part);
  });
});

group('a word for yes or no', () => {
  const meeting = (open: unknown) => ({ id: '2025-榜', name: '榜', type: '工作清单', year: 2025, complete: open });

  test.each([
    ['是', 'true'],
    ['√', 'true'],
    ['否', 'false'],
    ['没有', 'false'],
  ])('%s is %s', (typed, meant) => {
    const [found] = described('boards', meeting(typed));
    expect(found).toMatchObject({ code: 'wrong-type', repair: [{ text: meant }] });
  });

  test('another word is neither', () => {
    expect(described('boards', meeting('也许'))[0]?.repair).toBeUndefined();
  });
});
