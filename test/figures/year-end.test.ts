import { expect, test } from 'vitest';
import { recordIds } from '../../src/document/figure.js';
import { Figures } from '../../src/figures/figures.js';
import { addDays } from '../../src/text/calendar-date.js';
import { buildLedger, type Draft } from '../support/ledger-builder.js';
import { Random } from '../support/random.js';

type Activity = Draft<'activities'>;

const TODAY = '2027-06-30';

/** An activity around a year's end: some long, some moved, confirmed on the day or weeks later, or never. */
function anyActivity(random: Random, index: number): Activity {
  const date = addDays('2024-12-01', random.below(800));
  const moved = random.chance(0.3) ? addDays(date, random.below(40)) : undefined;
  const day = moved ?? date;
  const step = random.chance(0.5) ? ('已开展' as const) : ('签到' as const);
  const events = [
    ...(moved === undefined ? [] : [{ on: date, step: '改期' as const, to: moved }]),
    ...(random.chance(0.85) ? [{ on: addDays(day, random.below(60)), step }] : []),
  ];
  return {
    id: `活动${index}`,
    date,
    ...(moved === undefined && random.chance(0.3) ? { until: addDays(date, random.below(30)) } : {}),
    ...(events.length === 0 ? {} : { events }),
  };
}

/** The activities that a year's report counts, asked for today without a day. */
function reported(activities: readonly Activity[], year: number): readonly string[] {
  const figures = new Figures(buildLedger({ activities }), `${year}-12-31`, TODAY);
  return recordIds(figures.get('activities', { year: String(year) }));
}

test('every activity that was held stands in exactly one year’s report, whenever it was confirmed', () => {
  const random = new Random(20251230);
  for (let round = 0; round < 60; round += 1) {
    const activities = Array.from({ length: 40 }, (_, index) => anyActivity(random, index));
    const counted = [2024, 2025, 2026, 2027].flatMap((year) => reported(activities, year));
    const held = activities.flatMap(({ id, events = [] }) =>
      events.at(-1)?.to === undefined && events.length ? [id] : [],
    );
    expect(counted.toSorted(), `round ${round}`).toEqual(held.toSorted());
  }
});

test('with a day asked for nothing counts that was confirmed after it', () => {
  const activities = [{ id: '义诊', date: '2025-12-30', events: [{ on: '2026-01-05', step: '已开展' as const }] }];
  const on = (asOf: string, confirmedBy?: string) =>
    new Figures(buildLedger({ activities }), asOf, confirmedBy).get('activities', { year: '2025' }).value;
  expect([on('2025-12-31'), on('2026-01-04'), on('2026-01-05'), on('2025-12-31', '2026-01-05')]).toEqual([0, 0, 1, 1]);
});
