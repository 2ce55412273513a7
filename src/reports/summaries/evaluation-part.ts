import type { Block, Inline } from '../../document/report-document.js';
import { parsePeriod } from '../../figures/period.js';
import type { Entry } from '../../ledger/ledger.js';
import { namedPeriod } from '../../text/named-period.js';
import type { ReportContext } from '../context.js';
import { amount, day, joined, periodInlines, quoted, record, sentence } from '../inlines.js';
import { partyNames } from '../names.js';
import { paragraph } from '../views/view.js';
import { comparisonBlocks } from './period-comparison.js';

/**
 * 评估和比较 of a pairing: its last evaluation with findings and next steps, and the evaluated period beside the one before
 * it; where the report's period has no evaluation that period itself.
 */
export function evaluationBlocks(context: ReportContext, pairing: Entry<'pairings'>): readonly Block[] {
  const last = lastEvaluation(context, pairing);
  const evaluated = last && parsePeriod(last.value.period);
  const isWithin = evaluated && evaluated.from >= context.period.from;
  return [
    ...(last ? told(context, last) : []),
    ...comparisonBlocks(context, pairing, isWithin ? evaluated : context.period),
  ];
}

/**
 * The last evaluation known on the day, of a period that ends with the report's or before: the one of just the report's
 * period, else that of the latest.
 */
function lastEvaluation(
  { ledger, period, confirmedBy }: ReportContext,
  pairing: Entry<'pairings'>,
): Entry<'evaluations'> | undefined {
  const known = ledger.all('evaluations').flatMap((entry) => {
    const until = namedPeriod(entry.value.period)?.until;
    const isMeant = entry.value.pairing === pairing.id && entry.value.date <= confirmedBy;
    return isMeant && until !== undefined && until <= period.until ? [{ entry, until }] : [];
  });
  const own = known.find(({ entry }) => entry.value.period === period.id);
  const [latest] = known.sort((a, b) => compare(b.until, a.until) || compare(b.entry.value.date, a.entry.value.date));
  return (own ?? latest)?.entry;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function told(context: ReportContext, evaluation: Entry<'evaluations'>): readonly Block[] {
  const { date, by, result, score, findings = [], next = [], period } = evaluation.value;
  const evaluated = parsePeriod(period);
  const what = evaluated ? periodInlines(evaluated) : [quoted(evaluation, period)];
  const scored =
    score === undefined || !evaluated
      ? []
      : sentence`，得分${amount(context.figures.get('evaluation-score', { ...evaluated.dimensions, pairing: evaluation.value.pairing }))}`;
  return [
    ...paragraph(
      sentence`${day(date)}，${partyNames(context, by)}对${what}的联建工作作了${record(evaluation, '评估')}${result === undefined ? [] : sentence`，结果：${quoted(evaluation, result)}`}${scored}。`,
    ),
    ...list('发现的问题', evaluation, findings),
    ...list('下一步', evaluation, next),
  ];
}

/** The office's own sentences under what they are; nothing where there are none. */
function list(title: string, entry: Entry<'evaluations'>, items: readonly string[]): readonly Block[] {
  if (items.length === 0) return [];
  const own = items.map((item): Inline[] => [quoted(entry, item.replace(/[。；，]+$/, ''))]);
  return paragraph(sentence`${title}：${joined(own, '；')}。`);
}
