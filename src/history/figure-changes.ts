import { isDeepStrictEqual } from 'node:util';
import type { Figure, FigureRecord } from '../document/figure.js';
import { parseFigureId } from '../figures/figure-id.js';
import type { Figures } from '../figures/figures.js';
import { knownFigure } from '../figures/known-figures.js';
import type { Measure } from '../figures/measure.js';
import { measureNamed } from '../figures/registry.js';
import { isSameFigure } from '../figures/same-figure.js';
import { recordSnapshot } from './record-snapshot.js';

/** One side of a comparison: the figures of a ledger on a day, and those that its report prints. */
export interface Side {
  readonly figures: Figures;
  readonly printed: readonly Figure[];
}

/** A record behind a figure on both sides whose contribution differs. */
interface ChangedRecord {
  readonly kind: string;
  readonly id: string;
  /** What it adds to a sum on each side; null where that is unknown, or the figure is no sum. */
  readonly before: number | null;
  readonly after: number | null;
}

/** A figure that differs between two sides, and what explains it. */
export interface FigureChange {
  readonly id: string;
  /** Absent where there is no such figure on that side. */
  readonly before?: Figure;
  readonly after?: Figure;
  readonly added: readonly FigureRecord[];
  readonly removed: readonly FigureRecord[];
  readonly changed: readonly ChangedRecord[];
  /** Ids of the figures it is made of that differ, or that only one side has. */
  readonly inputs: readonly string[];
}

/**
 * Every figure that either side prints and whose value, hedge or missing reason differs, in the order of the later
 * report.
 */
export function figureChanges(before: Side, after: Side): readonly FigureChange[] {
  const ids = new Set([...after.printed, ...before.printed].map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const [old, now] = [figureAt(before, id), figureAt(after, id)];
    return isSameFigure(old, now) ? [] : [changeOf(id, old, now, before.figures, after.figures)];
  });
}

/**
 * A figure that a side prints or could print; undefined for an id its ledger does not know, instead of a false zero.
 */
function figureAt({ figures, printed }: Side, id: string): Figure | undefined {
  return printed.find((figure) => figure.id === id) ?? knownFigure(figures, id);
}

function changeOf(
  id: string,
  before: Figure | undefined,
  after: Figure | undefined,
  figuresBefore: Figures,
  figuresAfter: Figures,
): FigureChange {
  const measure = measureNamed(parseFigureId(id)?.measure ?? '');
  const old = recordsBehind(before, figuresBefore, measure);
  const now = recordsBehind(after, figuresAfter, measure);
  const changed = [...now].flatMap(([key, record]): ChangedRecord[] => {
    const earlier = old.get(key);
    if (!earlier || isEqual(earlier, record, measure, figuresBefore, figuresAfter)) return [];
    return [{ kind: record.kind, id: record.id, before: earlier.amount ?? null, after: record.amount ?? null }];
  });
  const added = only(now, old);
  const removed = only(old, now);
  const found = added.length + removed.length + changed.length > 0;
  return {
    id,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    added,
    removed,
    // Where only the hedge differs (约86 → 86), records and amounts are equal: the edited records explain it.
    changed: found || after?.inputs.length ? changed : edited(now, old, figuresBefore, figuresAfter),
    inputs: changedInputs(before, after, figuresBefore, figuresAfter),
  };
}

type Records = ReadonlyMap<string, FigureRecord>;

/** The records to compare; for a count of distinct names (结对单位), the records that hold the names. */
function recordsBehind(figure: Figure | undefined, figures: Figures, measure: Measure | undefined): Records {
  if (!figure) return new Map();
  const { dimensions = {} } = parseFigureId(figure.id) ?? {};
  const source =
    measure?.formula === 'distinct' && measureNamed(measure.kind) ? figures.get(measure.kind, dimensions) : figure;
  return new Map(Array.from(source.records(), (record) => [`${record.kind}/${record.id}`, record]));
}

/** The records that one side alone has, without those that add zero. */
function only(these: Records, others: Records): readonly FigureRecord[] {
  return [...these].flatMap(([key, record]) => (others.has(key) || record.amount === 0 ? [] : [record]));
}

function isEqual(
  before: FigureRecord,
  after: FigureRecord,
  measure: Measure | undefined,
  figuresBefore: Figures,
  figuresAfter: Figures,
): boolean {
  if (before.amount !== after.amount) return false;
  const named = ({ ledger }: Figures) => measure?.named?.(ledger, after.id);
  return isDeepStrictEqual(named(figuresBefore), named(figuresAfter));
}

function edited(now: Records, old: Records, before: Figures, after: Figures): readonly ChangedRecord[] {
  return [...now].flatMap(([key, { kind, id, amount }]): ChangedRecord[] => {
    const earlier = recordSnapshot(before.ledger, kind, id)?.value;
    if (!old.has(key) || isDeepStrictEqual(earlier, recordSnapshot(after.ledger, kind, id)?.value)) return [];
    return [{ kind, id, before: old.get(key)?.amount ?? null, after: amount ?? null }];
  });
}

function changedInputs(
  before: Figure | undefined,
  after: Figure | undefined,
  figuresBefore: Figures,
  figuresAfter: Figures,
): readonly string[] {
  const [old, now] = [before?.inputs ?? [], after?.inputs ?? []];
  return [...new Set([...now, ...old])].filter(
    (id) => old.includes(id) !== now.includes(id) || !isSameFigure(figuresBefore.byId(id), figuresAfter.byId(id)),
  );
}
