/** The natural and the least width of a column, in terminal columns without borders. */
export interface ColumnNeed {
  readonly natural: number;
  readonly least: number;
  /** The width of each cell on one line. */
  readonly cells: readonly number[];
}

/** Weight of the missing width in a cost, too small to outweigh a line: it decides between equal choices. */
const TIE_BREAK = 1e-7;

/**
 * Distributes `available` terminal columns: natural widths if they fit, else the widths with the fewest lines in total, so
 * that a few long cells wrap rather than all the others. Undefined when even the least widths do not fit.
 */
export function columnWidths(needs: readonly ColumnNeed[], available: number): number[] | undefined {
  const spare = available - needs.reduce((sum, { least }) => sum + least, 0);
  if (spare < 0) return undefined;
  if (needs.reduce((sum, { natural }) => sum + natural, 0) <= available) return needs.map(({ natural }) => natural);
  // best[room]: the lowest cost of the columns so far with so much more than their least.
  let best = new Float64Array(spare + 1);
  const chosen = needs.map((need) => {
    const costs = costsOf(need, spare);
    const cheapest = new Float64Array(spare + 1).fill(Number.POSITIVE_INFINITY);
    const extra = new Uint32Array(spare + 1);
    for (let room = 0; room <= spare; room++) {
      for (let more = 0; more <= room && more < costs.length; more++) {
        const cost = (best[room - more] ?? 0) + (costs[more] ?? 0);
        if (cost >= (cheapest[room] ?? 0)) continue;
        cheapest[room] = cost;
        extra[room] = more;
      }
    }
    best = cheapest;
    return extra;
  });
  let room = spare;
  const widths = needs.map(({ least }) => least);
  for (let column = needs.length - 1; column >= 0; column--) {
    const more = chosen[column]?.[room] ?? 0;
    widths[column] = (widths[column] ?? 0) + more;
    room -= more;
  }
  return widths;
}

/** The cost (lines of all cells) of a column with 0, 1, 2 … more than its least width, up to its natural one. */
function costsOf({ natural, least, cells }: ColumnNeed, spare: number): number[] {
  const counts = new Map<number, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return Array.from({ length: Math.min(spare, natural - least) + 1 }, (_, more) => {
    let lines = 0;
    for (const [cell, times] of counts) lines += times * Math.ceil(cell / (least + more));
    return lines + TIE_BREAK * (natural - least - more) ** 2;
  });
}
