import fc from 'fast-check';
import { addDays } from '../../src/text/calendar-date.js';
import { type Draft, type Drafts, held } from '../support/ledger-builder.js';

export const BRANCHES = ['内科', '外科'];
export const PAIRINGS = ['东湖', '迪荡', '府山'];
export const LINKAGES = ['组织联建', '活动联办'];
export const MONTHS = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);

/** A day of 2025. */
export const day = fc.integer({ min: 0, max: 364 }).map((offset) => addDays('2025-01-01', offset));
const some = <T extends string>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const given = <T>(name: string, value: T | null) => (value === null ? {} : { [name]: value });

const activity = fc
  .record({
    date: day,
    lead: fc.option(fc.constantFrom(...BRANCHES)),
    pairings: fc.option(some(PAIRINGS)),
    linkages: fc.option(some(LINKAGES)),
    beneficiaries: fc.option(fc.nat(300)),
    done: fc.boolean(),
  })
  .map(
    ({ date, lead, pairings, linkages, beneficiaries, done }): Omit<Draft<'activities'>, 'id'> => ({
      date,
      program: '越医有爱',
      ...given('lead', lead),
      ...given('pairings', pairings),
      ...given('linkages', linkages),
      ...given('beneficiaries', beneficiaries),
      ...(done ? { events: held(date) } : {}),
    }),
  );

const meeting = fc
  .record({ date: day, pairings: fc.option(some(PAIRINGS)), linkages: fc.option(some(LINKAGES)) })
  .map(({ date, pairings, linkages }) => ({ date, ...given('pairings', pairings), ...given('linkages', linkages) }));

const inspection = fc
  .record({ date: day, rectified: fc.option(day), due: fc.option(day) })
  .map(({ date, rectified, due }) => ({
    date,
    problems: [{ category: '态度', text: '不耐心', ...given('rectified', rectified), ...given('due', due) }],
  }));

/** What a small office may enter in 2025. */
export const drafts = fc
  .record({
    activities: fc.array(activity, { maxLength: 14 }),
    meetings: fc.array(meeting, { maxLength: 6 }),
    inspections: fc.array(inspection, { maxLength: 12 }),
  })
  .map(
    ({ activities, meetings, inspections }): Drafts => ({
      branches: BRANCHES.map((id) => ({ id })),
      programs: [
        {
          id: '越医有爱',
          from: '2025-01-01',
          linkages: LINKAGES.map((id) => ({ id })),
          actions: [{ id: '康养', bySolarTerms: true }],
        },
      ],
      pairings: PAIRINGS.map((id) => ({ id })),
      activities: activities.map((rest, index) => ({ id: `活动${index}`, ...rest })),
      meetings: meetings.map((rest, index) => ({ id: `会议${index}`, ...rest })),
      inspections: inspections.map((rest, index) => ({ id: `督查${index}`, ...rest })),
      targets: [
        { id: '场次', from: '2025-03-11', atLeast: 9 },
        { id: '人次', atLeast: 900, count: { kind: 'activities', sum: 'beneficiaries' } },
        { id: '周', from: '2025-05-21', atLeast: 1, per: 'week', count: { kind: 'inspections' } },
        { id: '支部月', atLeast: 1, per: 'month', each: { kind: 'branches', by: 'lead' } },
      ],
    }),
  );
export const TARGETS = ['场次', '人次', '周', '支部月'];
