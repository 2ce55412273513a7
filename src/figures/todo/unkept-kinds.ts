import type { Kind } from '../../schema/kinds.js';
import { upTo } from '../days.js';
import type { FigureSource } from '../figure-source.js';
import { isKept } from '../kept.js';
import { type Period, yearPeriod } from '../period.js';
import { boardTypeIn, seeTarget } from '../targets/seen-target.js';
import { targetsBegun } from './target-items.js';

/** Records that nobody has kept: a kind, or of tasks those of one type of board. */
export interface Unkept {
  readonly kind: Kind;
  readonly boardType?: string;
}

/**
 * What something in the ledger expects records of and nobody has kept in the year, so that nothing is known to be
 * missing: agreements and activities of pairings, and what targets count.
 */
export function unkeptKinds(source: FigureSource, { year }: Period): readonly Unkept[] {
  const days = upTo(yearPeriod(year), source.asOf);
  if (days === null) return [];
  const isPaired = source.counted('pairings', days).length > 0;
  const ofPairings = isPaired
    ? (['agreements', 'activities'] as const).filter((kind) => !isKept(source, kind, days))
    : [];
  const counted = targetsBegun(source, year)
    .filter((target) => seeTarget(source, target).keeping.unknown !== undefined)
    .map(({ value: { count } }): Unkept => {
      const boardType = boardTypeIn(count.where);
      return { kind: count.kind, ...(boardType === undefined ? {} : { boardType }) };
    });
  const all = [...ofPairings.map((kind): Unkept => ({ kind })), ...counted];
  const isFirst = (each: Unkept, index: number): boolean =>
    all.findIndex(({ kind, boardType }) => kind === each.kind && boardType === each.boardType) === index;
  return all.filter(isFirst);
}
