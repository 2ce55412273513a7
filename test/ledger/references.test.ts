import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/ledger/ledger.js';
import { knownIds, type Reference, referencesOf, resolves } from '../../src/ledger/references.js';
import { buildLedger, type Drafts, entryOf } from '../support/ledger-builder.js';

const WORLD: Drafts = {
  programs: [
    { id: '越医有爱', actions: [{ id: '越医康养' }], linkages: [{ id: '活动联办' }] },
    { id: '医心为民', actions: [{ id: '夜门诊' }] },
  ],
  branches: [{ id: '外科党支部' }],
  departments: [{ id: '医务科' }],
  pairings: [{ id: '东湖' }],
  boards: [
    { id: '要点', sections: [{ id: '全面领导', title: '全面领导' }] },
    { id: '清单', sections: [{ id: '医风行风', title: '医风行风' }] },
  ],
  outlines: [
    {
      id: '总结',
      sections: [
        {
          id: '清廉',
          title: '清廉',
          children: [{ id: '巡察', title: '巡察', children: [{ id: '整改', title: '整改' }] }],
        },
      ],
    },
  ],
};

function references(entry: Entry): string[] {
  return [...referencesOf(entry)].map(({ pointer, id, to }) => `${pointer} ${id} → ${to.join(' ')}`);
}

test('every reference of a record is found, with the place of each', () => {
  const ledger = buildLedger({
    activities: [
      {
        id: '义诊',
        program: '越医有爱',
        action: '越医康养',
        pairings: ['东湖', '迪荡'],
        lead: '外科党支部',
        joined: ['医务科'],
      },
    ],
  });
  expect(references(entryOf(ledger, 'activities', '义诊'))).toEqual([
    '/program 越医有爱 → programs',
    '/action 越医康养 → programs/actions',
    '/pairings/0 东湖 → pairings',
    '/pairings/1 迪荡 → pairings',
    '/lead 外科党支部 → branches departments',
    '/joined/0 医务科 → branches departments',
  ]);
});

test('references inside lists of records are found too', () => {
  const ledger = buildLedger({
    inspections: [
      {
        id: '督查',
        problems: [
          { category: '态度', text: '不耐心' },
          { category: '态度', text: '推诿', department: '医务科' },
        ],
      },
    ],
    outlines: [
      { id: '总结', opening: ['开头'], sections: [{ id: '清廉', title: '清廉', blocks: [{ facts: ['锦旗'] }] }] },
    ],
  });
  expect(references(entryOf(ledger, 'inspections', '督查'))).toEqual(['/problems/1/department 医务科 → departments']);
  expect(references(entryOf(ledger, 'outlines', '总结'))).toContain('/opening/0 开头 → narratives');
});

test('a value of the wrong shape yields no reference and no failure', () => {
  const broken = {
    kind: 'activities',
    value: { pairings: '东湖', lead: { id: '外科' }, assist: [1, null, '医务科'] },
  } as unknown as Entry;
  expect(references(broken)).toEqual(['/assist/2 医务科 → branches departments']);
});

describe('a reference resolves', () => {
  const found = (drafts: Drafts, kind: 'activities' | 'facts' | 'meetings' | 'tasks', pointer: string) => {
    const ledger = buildLedger({ ...WORLD, ...drafts });
    const entry: Entry = entryOf(ledger, kind, 'x');
    const reference = [...referencesOf(entry)].find((candidate) => candidate.pointer === pointer) as Reference;
    return resolves(ledger, reference, entry);
  };

  test('to a branch or a department, whichever there is', () => {
    expect(found({ activities: [{ id: 'x', lead: '外科党支部' }] }, 'activities', '/lead')).toBe(true);
    expect(found({ activities: [{ id: 'x', lead: '医务科' }] }, 'activities', '/lead')).toBe(true);
    expect(found({ activities: [{ id: 'x', lead: '内科党支部' }] }, 'activities', '/lead')).toBe(false);
  });

  test('to an action of its own program only', () => {
    const activity = (action: string) => ({ activities: [{ id: 'x', program: '越医有爱', action }] });
    expect(found(activity('越医康养'), 'activities', '/action')).toBe(true);
    expect(found(activity('夜门诊'), 'activities', '/action')).toBe(false);
  });

  test('to a linkage of any program where it names none', () => {
    expect(found({ meetings: [{ id: 'x', linkages: ['活动联办'] }] }, 'meetings', '/linkages/0')).toBe(true);
  });

  test('to a section of its own board only', () => {
    expect(found({ tasks: [{ id: 'x', board: '要点', section: '全面领导' }] }, 'tasks', '/section')).toBe(true);
    expect(found({ tasks: [{ id: 'x', board: '要点', section: '医风行风' }] }, 'tasks', '/section')).toBe(false);
  });

  test.each(['清廉', '巡察', '整改'])('to the outline’s section %s, at whatever depth', (section) => {
    expect(found({ facts: [{ id: 'x', section }] }, 'facts', '/section')).toBe(true);
  });

  test('to a section of the built-in outline, which years without their own use', () => {
    expect(found({ facts: [{ id: 'x', year: 1999, section: '作风建设' }] }, 'facts', '/section')).toBe(true);
    expect(found({ facts: [{ id: 'x', year: 1999, section: '没有的章节' }] }, 'facts', '/section')).toBe(false);
  });

  test('never to a section of another year', () => {
    expect(found({ facts: [{ id: 'x', year: 1999, section: '清廉' }] }, 'facts', '/section')).toBe(false);
  });
});

test('the known ids of a reference are those it may name', () => {
  const ledger = buildLedger({ ...WORLD, activities: [{ id: 'x', program: '越医有爱' }] });
  const activity: Entry = entryOf(ledger, 'activities', 'x');
  expect(knownIds(ledger, 'programs/actions', activity)).toEqual(['越医康养']);
  expect(knownIds(ledger, 'branches', activity)).toEqual(['外科党支部']);
});
