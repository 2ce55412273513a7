import type { Figure } from '../../document/figure.js';
import type { Inline } from '../../document/report-document.js';
import { COUNTABLE, type CountedKind } from '../../figures/countable.js';
import { type Dimension, type Dimensions, isTime, parseFigureId } from '../../figures/figure-id.js';
import { parsePeriod } from '../../figures/period.js';
import { policyOfId } from '../../figures/policies.js';
import { measureNamed } from '../../figures/registry.js';
import { isTodoGroup, TODO_MEASURE } from '../../figures/todo/todo-item.js';
import { programInterval } from '../../ledger/in-force.js';
import { type Entry, fieldsOf, labelOf } from '../../ledger/ledger.js';
import { nodeAt } from '../../schema/dictionary.js';
import { kindTitle } from '../../schema/kinds.js';
import type { ReportContext } from '../context.js';
import { day, periodInlines, record, sentence, text } from '../inlines.js';
import { DATED_STATES, expiryBasis, lightsBasis } from '../notes.js';
import { toldGroup } from '../todo/todo-groups.js';
import type { Condition } from './condition.js';
import { targetConditions } from './target-conditions.js';

/** The titles of dimensions in tables. */
export const DIMENSION_TITLES: Readonly<Record<Dimension, string>> = {
  year: '年度',
  period: '期间',
  month: '月份',
  program: '项目',
  action: '行动',
  type: '类型',
  branch: '支部或科室',
  pairing: '结对',
  linkage: '联建内容',
  board: '榜单',
  target: '目标',
  cell: '其中一格',
  task: '任务',
  state: '状态',
  activity: '活动',
  section: '章节',
};

const METHODS: Readonly<Record<Figure['formula'], string>> = {
  count: '计数：符合条件的各计一次',
  sum: '求和：下列各条记录的数相加',
  ratio: '由其他数计算',
  fact: '照录：不是算出来的',
};

/** The formula of a figure, in words. */
export function methodOf({ derivation, formula }: Figure): string {
  return derivation ? `计算：${derivation.rule}` : METHODS[formula];
}

/** The conditions under which records count for a figure. */
export function conditionsOf(context: ReportContext, figure: Figure): readonly Condition[] {
  const { ledger, asOf } = context;
  const fact = ledger.get('facts', figure.id);
  if (fact) return factConditions(context, fact);
  if (policyOfId(figure.id)) return policyConditions(context, figure);
  const parsed = parseFigureId(figure.id);
  const until: Condition = { title: '截至', content: [day(asOf)] };
  if (!parsed) return [until];
  const target = ledger.get('targets', parsed.dimensions.target);
  if (target) {
    const cell = parsed.dimensions.cell;
    const ofCell = cell === undefined ? [] : [{ title: DIMENSION_TITLES.cell, content: [text(cell)] }];
    return [...targetConditions(context, target), ...ofCell, until];
  }
  return [...measureConditions(context, parsed.measure, parsed.dimensions), until];
}

function measureConditions(context: ReportContext, name: string, dimensions: Dimensions): readonly Condition[] {
  const measure = measureNamed(name);
  const chosen = Object.entries(dimensions).flatMap(([dimension, value]) =>
    value === undefined ? [] : dimensionConditions(context, dimension as Dimension, value),
  );
  // Made of other figures: those say what they count.
  if (!measure) return [...chosen, ...listBasis(context, name, dimensions)];
  const rules = [
    ...countingRule(measure.kind),
    ...(measure.rule ? [{ title: '口径', content: [text(`${measure.rule}。`)] }] : []),
    ...(name === 'pairings' && DATED_STATES.includes(dimensions.state ?? '') ? [basis(expiryBasis(context))] : []),
  ];
  return [{ title: '数什么', content: [text(kindTitle(measure.kind))] }, ...chosen, ...rules];
}

function basis(content: readonly Inline[]): Condition {
  return { title: '口径', content: sentence`${content}。` };
}

/** What of the office's settings decides which records a list of alerts or of todo items holds. */
function listBasis(context: ReportContext, name: string, { type = '' }: Dimensions): Condition[] {
  if (name === TODO_MEASURE) return isTodoGroup(type) ? [basis(toldGroup(type).note(context))] : [];
  if (name !== 'alerts') return [];
  if (type === '即将到期') return [basis(expiryBasis(context))];
  return type === '滞后序时' || type === '严重滞后' ? [basis(lightsBasis(context))] : [];
}

/** Which records of a kind count at all: 只计已开展的…. */
function countingRule(kind: CountedKind): Condition[] {
  return [{ title: '计入', content: [text(`${COUNTABLE[kind].rule}。`)] }];
}

function dimensionConditions({ ledger }: ReportContext, dimension: Dimension, value: string): Condition[] {
  const title = DIMENSION_TITLES[dimension];
  const period = isTime(dimension) ? parsePeriod(value) : null;
  if (period) return [{ title, content: periodInlines(period) }];
  const program = dimension === 'program' ? ledger.get('programs', value) : undefined;
  const named = program ?? (dimension === 'board' ? ledger.get('boards', value) : undefined);
  const itself: Condition = { title, content: [text(named ? labelOf(named) : value)] };
  return program ? [itself, { title: '项目期限', content: programDays(programInterval(ledger, program)) }] : [itself];
}

function programDays({ from, until }: { from: string | null; until: string | null }): Inline[] {
  const begin = from === null ? [text('起始未登记')] : [day(from)];
  return [...begin, text('至'), ...(until === null ? [text('未约定')] : [day(until)])];
}

function factConditions({ ledger }: ReportContext, { value }: Entry<'facts'>): readonly Condition[] {
  const { year, section, from, until, subject, source } = value;
  const document = ledger.get('sources', source);
  const period = from ?? until;
  const about = ledger.get('programs', subject) ?? ledger.get('boards', subject);
  const span: Inline[] =
    period === undefined
      ? []
      : [{ type: 'date', date: period, ...(until !== undefined && from !== undefined ? { until } : {}) }];
  return [
    { title: '年度', content: [day(String(year))] },
    ...(span.length > 0 ? [{ title: '期间', content: span }] : []),
    ...(section === undefined ? [] : [{ title: '章节', content: [text(section)] }]),
    ...(about ? [{ title: '对象', content: [record(about)] }] : []),
    {
      title: '出处',
      content: document ? [record(document), text(`（${document.id}）`)] : [text(source ?? '未登记')],
    },
  ];
}

function policyConditions({ ledger }: ReportContext, { id }: Figure): readonly Condition[] {
  const name = id.replace(/^policy-/, '');
  const set = fieldsOf(ledger.workspace?.policies ?? {})[name] !== undefined;
  const { description } = nodeAt('workspace', ['policies', name]) ?? {};
  return [
    ...(description ? [{ title: '含义', content: [text(description)] }] : []),
    { title: '由来', content: [text(set ? '本单位在总设置里写明。' : '总设置没有写，用默认值。')] },
  ];
}
