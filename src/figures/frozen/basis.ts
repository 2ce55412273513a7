import type { Figure, FigureRecord } from '../../document/figure.js';
import type { Figures } from '../figures.js';
import { digestOf } from './digest.js';

const LENGTH = 12;

/** The records behind a figure and behind the figures it is made of, each once. */
export function recordsBehind(figure: Figure, figures: Figures): readonly FigureRecord[] {
  const found = new Map<string, FigureRecord>();
  const seen = new Set<string>();
  const add = (each: Figure): void => {
    if (seen.has(each.id)) return;
    seen.add(each.id);
    for (const record of each.records()) found.set(`${record.kind}/${record.id}`, record);
    for (const id of each.inputs) {
      const input = figures.byId(id);
      if (input) add(input);
    }
  };
  add(figure);
  return [...found.values()];
}

/** The digest of the records behind a figure, by their own digests; where they stand in the files does not matter. */
export function basisOf(
  records: readonly FigureRecord[],
  markOf: (kind: string, id: string) => string | undefined,
): string {
  const lines = records.map(({ kind, id }) => `${kind}/${id} ${markOf(kind, id) ?? ''}`);
  return digestOf(lines.sort(), LENGTH);
}
