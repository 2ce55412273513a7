import { festivals } from '../../calendar/festivals.js';
import { serviceDays } from '../../calendar/service-days.js';
import { type NamedDay, solarTerms } from '../../calendar/solar-terms.js';
import { recordIds } from '../../document/figure.js';
import type { Inline } from '../../document/report-document.js';
import type { Period } from '../../figures/period.js';
import { dayToCome } from '../../figures/rows/plan-rows.js';
import { type Entry, isOf } from '../../ledger/ledger.js';
import type { ReportContext } from '../context.js';
import { amount, day, joined, periodInlines, record, sentence, text } from '../inlines.js';
import { unitNames } from '../names.js';
import { comingPeriods } from '../period-words.js';
import { actionsOfYear } from '../selection.js';
import { partnerNames } from '../todo/todo-cells.js';
import { paragraph, type View } from './view.js';

/** More are not listed one by one; their number stands before. */
const MOST = 6;
/** So many solar terms, festivals and service days a quarter may have. */
const MOST_DAYS = 14;

/** 下月安排: activities and meetings planned, tasks due, agreements running out, solar terms and festivals. */
export const upcomingView: View = (context) => {
  const periods = comingPeriods(context);
  return periods.flatMap((period) => {
    const sentences = [
      ...PLANS.flatMap((plan) => planSentence(context, period, plan)),
      ...occasionSentence(context, period),
    ];
    // Two periods are named; of one the heading says enough.
    const named = periods.length > 1 && sentences.length > 0 ? [[...periodInlines(period), text('：')]] : [];
    return [...named, ...sentences].flatMap((each) => paragraph(each));
  });
};

interface Plan {
  readonly measure: string;
  readonly kind: 'activities' | 'meetings' | 'tasks' | 'agreements';
  readonly words: string;
  readonly ending?: string;
}

const PLANS: readonly Plan[] = [
  { measure: 'planned-activities', kind: 'activities', words: '计划开展活动' },
  { measure: 'planned-meetings', kind: 'meetings', words: '计划召开会议、组织学习' },
  { measure: 'coming-tasks', kind: 'tasks', words: '到期任务' },
  { measure: 'expiring-agreements', kind: 'agreements', words: '到期协议', ending: '，提前商定续签' },
];

/** 到期任务3项：7月15日设立帮办岗（门诊办）、…; of many the first ones. */
function planSentence(context: ReportContext, period: Period, { measure, kind, words, ending = '' }: Plan): Inline[][] {
  const count = context.figures.get(measure, period.dimensions);
  if (!count.value) return [];
  const entries = recordIds(count).flatMap((id) => context.ledger.get(kind, id) ?? []);
  const listed = entries.slice(0, MOST).map((entry) => itemOf(context, entry));
  const more = entries.length > MOST ? '等' : '';
  return [sentence`${words}${amount(count)}：${joined(listed, '、')}${more}${ending}。`];
}

function itemOf(context: ReportContext, entry: Entry): Inline[] {
  const on = dayToCome(entry, context.figures);
  const named = isOf(entry, 'agreements') ? partnerNames(context, entry) : [record(entry)];
  const units = unitNames(context, unitsOf(entry));
  const whose = units.length === 0 ? [] : sentence`（${units}）`;
  return [...(on === undefined ? [] : [day(on, true)]), ...named, ...whose];
}

function unitsOf(entry: Entry): readonly string[] {
  if (isOf(entry, 'activities')) return entry.value.lead === undefined ? [] : [entry.value.lead];
  if (!isOf(entry, 'tasks')) return [];
  const { branch, departments = [] } = entry.value;
  return branch === undefined ? departments : [branch];
}

/** The days that suit a service, where an action follows them; of long times there are too many to list. */
function occasionSentence(context: ReportContext, { from, until }: Period): Inline[][] {
  const followers = actionsOfYear(context).filter(({ action }) => action.bySolarTerms === true);
  const days = occasionsIn(from, until);
  if (followers.length === 0 || days.length === 0) return [];
  const names = followers.map(({ action }) => action.name ?? action.id).join('、');
  if (days.length > MOST_DAYS) return [sentence`${names}结合节气和节日安排活动。`];
  const listed = days.map(({ name, date }) => sentence`${name}（${day(date, true)}）`);
  return [sentence`${names}结合${joined(listed, '、')}安排活动。`];
}

/** The solar terms, festivals and service days of some days, by day. */
function occasionsIn(from: string, until: string): readonly NamedDay[] {
  const years = [...new Set([Number(from.slice(0, 4)), Number(until.slice(0, 4))])];
  const all = years.flatMap((year) => [...solarTerms(year), ...festivals(year), ...serviceDays(year)]);
  return all
    .filter(({ date }) => from <= date && date <= until)
    .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}
