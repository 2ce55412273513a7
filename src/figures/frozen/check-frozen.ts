import type { Figure } from '../../document/figure.js';
import type { FrozenChange, FrozenCheck, FrozenFigure, FrozenYear, TouchedRecord } from '../../ledger/frozen-year.js';
import type { Ledger } from '../../ledger/ledger.js';
import { parseFigureId } from '../figure-id.js';
import type { Figures } from '../figures.js';
import { mayDepend } from '../kinds-behind.js';
import { knownFigure } from '../known-figures.js';
import { isSameFigure } from '../same-figure.js';
import { basisOf, recordsBehind } from './basis.js';
import { followsFrom } from './follows.js';
import { frozenFigures } from './frozen-sight.js';
import { entryOf, markIn, markOf, recordsOfYear } from './record-marks.js';
import { isIntact } from './seal.js';
import { statedValue } from './stated.js';

/**
 * Holds every frozen year against the records. A file that somebody has changed proves nothing, and of a ledger that was not
 * read whole (`isComplete`) nothing is known.
 */
export function checkFrozen(ledger: Ledger, isComplete: boolean): readonly FrozenCheck[] {
  return ledger.frozen.map((frozen) => {
    const isWhole = isIntact(frozen.value);
    if (isWhole && isComplete) return checkYear(ledger, frozen);
    return { frozen, isIntact: isWhole, changes: [], exchanged: [] };
  });
}

/** A frozen figure and the one that the records give now. */
interface Pair {
  readonly pointer: string;
  readonly frozen: FrozenFigure;
  readonly figure: Figure | undefined;
}

function checkYear(ledger: Ledger, frozen: FrozenYear): FrozenCheck {
  const figures = frozenFigures(ledger, frozen.value.asOf);
  const touched = touchedRecords(figures.ledger, frozen);
  const pairs = frozen.value.figures.map(
    (each, index): Pair => ({ pointer: `/figures/${index}`, frozen: each, figure: knownFigure(figures, each.id) }),
  );
  const changed = pairs.filter(({ frozen: was, figure }) => !isSameFigure(was, figure && statedValue(figure)));
  const changes = changed.map((pair) => changeOf(pair, changed, figures, touched));
  const exchanged = changes.length > 0 ? [] : exchangedRecords(pairs, frozen, figures, touched);
  return { frozen, isIntact: true, changes, exchanged };
}

/** The records of the year that came, went or were edited since, and those behind its figures. */
function touchedRecords(ledger: Ledger, { value: { records, year } }: FrozenYear): readonly TouchedRecord[] {
  const known = Object.entries(records).flatMap(([kind, marks]) =>
    Object.entries(marks).flatMap(([id, mark]): TouchedRecord[] => {
      const entry = entryOf(ledger, kind, id);
      if (!entry) return [{ kind, id, how: 'removed' }];
      return markOf(entry) === mark ? [] : [{ kind, id, how: 'edited', entry }];
    }),
  );
  const added = recordsOfYear(ledger, year).flatMap((entry): TouchedRecord[] =>
    markIn(records, entry.kind, entry.id) === undefined
      ? [{ kind: entry.kind, id: entry.id, how: 'added', entry }]
      : [],
  );
  return [...added, ...known];
}

function changeOf(
  { pointer, frozen, figure }: Pair,
  changed: readonly Pair[],
  figures: Figures,
  touched: readonly TouchedRecord[],
): FrozenChange {
  return {
    pointer,
    frozen,
    now: figure && statedValue(figure),
    touched: likeliest(frozen, figure, figures, touched),
    follows: changed.some((other) => followsFrom(frozen.id, figure?.inputs ?? [], other.frozen.id)),
  };
}

/** Of the touched records those that may explain a change: first those it names or counts now. */
function likeliest(
  { id: name }: FrozenFigure,
  figure: Figure | undefined,
  figures: Figures,
  touched: readonly TouchedRecord[],
): readonly TouchedRecord[] {
  const named = Object.values(parseFigureId(name)?.dimensions ?? {});
  const counted = figure ? recordsBehind(figure, figures) : [];
  const isNear = ({ kind, id }: TouchedRecord): boolean =>
    id === name || named.includes(id) || counted.some((record) => record.kind === kind && record.id === id);
  const possible = touched.filter(({ kind }) => !figure || mayDepend(figure, kind, figures));
  const near = possible.filter(isNear);
  // One that is counted no longer is none of the counted.
  return [...near, ...possible.filter((record) => !near.includes(record))];
}

/** The records that came or went behind figures which say what they said: one took another's place. */
function exchangedRecords(
  pairs: readonly Pair[],
  { value: { records: marks } }: FrozenYear,
  figures: Figures,
  touched: readonly TouchedRecord[],
): readonly TouchedRecord[] {
  const present = (kind: string, id: string): string | undefined => {
    const entry = entryOf(figures.ledger, kind, id);
    return entry && markOf(entry);
  };
  const kinds = new Set<string>();
  for (const { frozen, figure } of pairs) {
    if (!figure) continue;
    const behind = recordsBehind(figure, figures);
    // With the marks of then the same records give the same basis, however they were edited since.
    if (basisOf(behind, (kind, id) => markIn(marks, kind, id) ?? present(kind, id)) === frozen.basis) continue;
    for (const { kind } of behind) kinds.add(kind);
  }
  return touched.filter(({ kind, how }) => how !== 'edited' && kinds.has(kind));
}
