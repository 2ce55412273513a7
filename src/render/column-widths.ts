/** What a column would like and what it can do with, in terminal columns without borders. */
export interface ColumnNeed {
  readonly natural: number;
  readonly least: number;
  /** The width of each cell on one line. */
  readonly cells: readonly number[];
}

/** Small enough never to buy a line: among equal choices the columns that lack most get most. */
const LACK = 1e-7;

/**
 * Shares `available` columns out: everyone's natural width if that fits, else so that the cells take the fewest lines in
 * all: a few long cells wrap rather than all the others. Undefined when even the least widths do not fit.
 */
export function columnWidths(needs: readonly ColumnNeed[], available: number): number[] | undefined {
  const spare = available - needs.reduce((sum, { least }) => sum + least, 0);
  if (spare < 0) return undefined;
  // best[room]: the lowest cost of the columns so far with so much more than their least, and how it is shared.
  let best: { cost: number; extra: readonly number[] }[] = Array.from({ length: spare + 1 }, () => ({
    cost: 0,
    extra: [],
  }));
  for (const need of needs) {
    const costs = costsOf(need, spare);
    best = best.map((_, room) => {
      let chosen = { cost: Number.POSITIVE_INFINITY, extra: [] as readonly number[] };
      for (const [more, own] of costs.entries()) {
        const before = best[room - more];
        if (before && before.cost + own < chosen.cost)
          chosen = { cost: before.cost + own, extra: [...before.extra, more] };
      }
      return chosen;
    });
  }
  const { extra } = best[spare] ?? { extra: [] };
  return needs.map(({ least }, index) => least + (extra[index] ?? 0));
}

/** What a column costs with 0, 1, 2 … more than its least, up to its natural width: its cells' lines. */
function costsOf({ natural, least, cells }: ColumnNeed, spare: number): number[] {
  const counts = new Map<number, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return Array.from({ length: Math.min(spare, natural - least) + 1 }, (_, more) => {
    let lines = 0;
    for (const [cell, times] of counts) lines += times * Math.ceil(cell / (least + more));
    return lines + LACK * (natural - least - more) ** 2;
  });
}
