import type { NamedFigure, ProseNumber } from './figure-mentions.js';

/** What a typed number gives: the figure, and whether it is the figure's number. */
export interface Claim {
  readonly figure: NamedFigure;
  readonly value: number;
  readonly agrees: boolean;
}

/** Words around a name that leave it what it is: 全年共开展义诊活动13场 gives 义诊. */
const BEFORE =
  /^(?:全年|全院|本年度?|当年|年内|医院|我院|共计?|累计|合计|总计|已|先后|开展|举办|举行|组织|完成|实施|收到|刊发|发表|各类|了|的)+/;
const BEHIND = /(?:活动|共计?|累计|合计|总计|达到?|了|的)+$/;
/** Words of a number that is not the whole year's and the whole hospital's. */
const PART = /◇|其中|半年|季|月|周|日|期间|支部|科室|结对|每|春|夏|秋|冬|另|此外|目标|计划|拟|将/;

/**
 * The figure that a typed number gives for the whole hospital and the whole year; null where the text may speak of a
 * part. Of several figures of a name the one with that number, else the first.
 */
export function claimOf(number: ProseNumber, figures: readonly NamedFigure[], owners: Iterable<string>): Claim | null {
  const { before, behind, context } = number;
  if (PART.test(before) || PART.test(context)) return null;
  const claims = figures.flatMap((figure): Claim[] => {
    if (!isCalled(before, behind, figure)) return [];
    const value = figure.value();
    return value === null ? [] : [{ figure, value, agrees: number.value === value || number.value === figure.goal }];
  });
  const claim = claims.find(({ agrees }) => agrees) ?? claims[0];
  // Looked for last: there are many.
  if (!claim || [...owners].some((owner) => context.includes(owner) || before.includes(owner))) return null;
  return claim;
}

/** Whether the words call a figure by its name: 义诊13场, 13场义诊; a name without words around it is empty for 活动 alone. */
export function isCalled(before: string, behind: string, { label, unit }: NamedFigure): boolean {
  const counted = withoutTimes(unit);
  if (!behind.startsWith(counted)) return false;
  const rest = bareName(behind.slice(counted.length).replace(/^次/, counted === '场' ? '' : '次'));
  const [name, own] = [bareName(before), bareName(label)];
  // 13场 alone says nothing of what it counts.
  if (own === '' && !`${before}${behind}`.includes(label)) return false;
  return (rest === '' && name === own) || (name === '' && rest === own);
}

/** 场 and 场次 count the same. */
const withoutTimes = (unit: string): string => (unit === '场次' ? '场' : unit);

/** A name without the words around it that leave it what it is: 全年共开展义诊活动 gives 义诊. */
export function bareName(words: string): string {
  return words.trim().replace(BEFORE, '').replace(BEHIND, '');
}
