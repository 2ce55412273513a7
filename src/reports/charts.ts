import type { Cards, Chart } from '../document/report-document.js';
import { isWholeYear } from '../figures/period.js';
import { measureNamed } from '../figures/registry.js';
import type { TargetFigures } from '../figures/targets/target.js';
import type { ReportContext } from './context.js';
import { cell, day, record } from './inlines.js';
import { monthsSeen } from './months.js';
import { periodWord } from './period-words.js';
import { type Scope, targetsIn } from './scope.js';

/** Bars of one thing say nothing. */
const LEAST_BARS = 2;

/** 目标完成情况: done beside the goal, of the targets that have one and are known; none with fewer than two. */
export function targetsChart(context: ReportContext, scope: Scope): readonly Chart[] {
  const targets = targetsIn(context, scope)
    .map((entry) => context.figures.target(entry))
    .filter(({ goal, done }) => goal.value !== null && done.value !== null);
  if (targets.length < LEAST_BARS) return [];
  return [
    {
      type: 'chart',
      title: '目标完成情况',
      categories: targets.map(({ entry }) => [record(entry)]),
      series: [
        { name: '目标数', figures: targets.map(({ goal }) => goal) },
        { name: '已完成', figures: targets.map(({ done }) => done) },
      ],
    },
  ];
}

/** 各月活动场次: the months that have begun; none with fewer than two, or without an activity. */
export function monthsChart(context: ReportContext, scope: Scope): readonly Chart[] {
  const { figures, period } = context;
  const months = figures.get('activities', { ...period.dimensions, ...scope }).value ? monthsSeen(context) : [];
  if (months.length < LEAST_BARS) return [];
  return [
    {
      type: 'chart',
      title: '各月活动场次',
      categories: months.map(({ key }) => [day(key, true)]),
      series: [
        {
          name: '场次',
          figures: months.map(({ dimensions }) => figures.get('activities', { ...dimensions, ...scope })),
        },
      ],
    },
  ];
}

/** A target on a card: what is done of what is to be done, and its light. */
export function targetCard({ entry, done, goal, light }: TargetFigures): Cards['cards'][number] {
  return { label: [record(entry)], figure: done, goal, light };
}

/** What a page begins with: each target with a goal and its light, then what was held and who was served. */
export function leadingCards(context: ReportContext, scope: Scope): readonly Cards[] {
  const { figures, period } = context;
  const targets = targetsIn(context, scope)
    .map((entry) => figures.target(entry))
    .filter(({ goal }) => goal.value !== null);
  // The targets are cumulative; these are of the period.
  const dimensions = { ...period.dimensions, ...scope };
  return [
    {
      type: 'cards',
      cards: [
        ...targets.map(targetCard),
        ...['activities', 'beneficiaries'].map((measure) => ({
          label: cell(`${isWholeYear(context.period) ? '' : periodWord(context)}${measureNamed(measure)?.label}`),
          figure: figures.get(measure, dimensions),
        })),
      ],
    },
  ];
}
