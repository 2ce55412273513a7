import type { Cell, Inline, Light } from '../../document/report-document.js';
import { parseFigureId } from '../../figures/figure-id.js';
import { type Entry, labelOf } from '../../ledger/ledger.js';
import { clipped } from '../../text/clip.js';
import type { ReportContext } from '../context.js';
import { amount, day, record, sentence, text } from '../inlines.js';
import { problemsFound } from '../problems/catalogue.js';
import { dutyDay, dutyOwner } from '../problems/duty.js';
import type { Problem, ProblemCode } from '../problems/problem.js';
import { targetsIn } from '../scope.js';

/** Something the leader's page asks a decision on. */
export interface Matter {
  readonly light: Light;
  /** 事项, 现状, 差距, 请谁在何时前决定什么. */
  readonly cells: readonly [what: Cell, now: Cell, gap: Cell, ask: Cell];
}

/** How a kind of problem stands on the leader's page; targets behind pace have a row each instead. */
interface Words {
  readonly what: string;
  readonly gap: string;
  readonly ask: string;
  readonly light: 'red' | 'yellow';
}

const WORDS: Readonly<Record<Exclude<ProblemCode, 'targets-missed'>, Words>> = {
  'declared-missed': { what: '任务清单', gap: '完成率', ask: '定余下任务的时限', light: 'red' },
  'tasks-overdue': { what: '任务', gap: '逾期', ask: '定逾期任务的新时限', light: 'red' },
  'problems-unrectified': { what: '督查整改', gap: '应改未改', ask: '定整改时限', light: 'red' },
  'problems-recurring': { what: '督查问题类别', gap: '反复出现', ask: '定专项整治', light: 'yellow' },
  'cycles-missed': { what: '', gap: '漏', ask: '定今后各期的日子', light: 'yellow' },
  'subjects-missed': { what: '', gap: '缺', ask: '定补齐的时间', light: 'yellow' },
  'agreements-open': { what: '结对协议', gap: '手续不全', ask: '定签章和续签时间', light: 'yellow' },
  'pairings-idle': { what: '结对活动', gap: '没有活动', ask: '定联办计划', light: 'yellow' },
  'linkages-empty': { what: '联建内容', gap: '空白', ask: '定补上空白的安排', light: 'yellow' },
};

/** Names are cut to so many columns, so that no row takes a third line. */
const NAME = 16;

/** What needs a decision, red first; of one light the order of the problems of a summary. */
export function matters(context: ReportContext): readonly Matter[] {
  const found = problemsFound(context, {}).flatMap((problem) =>
    problem.code === 'targets-missed' ? targetMatters(context, problem) : [matterOf(context, problem, problem.code)],
  );
  return (['red', 'yellow', 'none'] as const).flatMap((light) => found.filter((each) => each.light === light));
}

function matterOf(context: ReportContext, problem: Problem, code: keyof typeof WORDS): Matter {
  const { what, gap, ask, light } = WORDS[code];
  const { part, whole } = problem;
  return {
    light,
    cells: [
      subjectOf(context, problem, what),
      sentence`共${amount(whole)}`,
      sentence`${gap}${amount(part)}`,
      askCell(context, problem, ask),
    ],
  };
}

/** Each target behind 序时, or short of its number, with its own light. */
function targetMatters(context: ReportContext, problem: Problem): readonly Matter[] {
  return targetsIn(context, {})
    .filter(({ id }) => problem.part.inputs.includes(`remark@target=${id}`))
    .filter(({ id }) => (context.figures.get('remark', { target: id }).value ?? 100) < 100)
    .map((entry): Matter => {
      const { light, done, gap } = context.figures.target(entry);
      const short = context.figures.get('short', { target: entry.id });
      const isOver = context.asOf >= entry.value.until;
      return {
        light,
        cells: [
          named(entry),
          sentence`完成${amount(done)}`,
          isOver ? sentence`差${amount(short)}` : sentence`序时差${amount(gap)}`,
          askCell(context, problem, '定赶上进度的安排'),
        ],
      };
    });
}

/** “揭榜挂帅”任务, 日常督查: what a problem's figure is about, before the kind's own word. */
function subjectOf({ ledger }: ReportContext, { part }: Problem, what: string): Cell {
  const { type, target, program } = parseFigureId(part.id)?.dimensions ?? {};
  const entry = ledger.get('targets', target);
  if (entry) return [...named(entry), ...(what === '' ? [] : [text(what)])];
  if (type !== undefined) return [text(`“${type}”${what}`)];
  const owner = what === '任务清单' ? ledger.get('programs', program) : undefined;
  return owner ? [...named(owner), text(what)] : [text(what)];
}

function named(entry: Entry): Inline[] {
  return [record(entry, clipped(labelOf(entry), NAME))];
}

/** 请责任科室7月31日前定整改时限. */
function askCell(context: ReportContext, problem: Problem, ask: string): Cell {
  const by = dutyDay(context, problem);
  const who = dutyOwner(context, problem);
  return sentence`请${who}${day(by, by.startsWith(String(context.year)))}前${ask}`;
}
