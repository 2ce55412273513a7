/** What a column would like and what it can do with, in terminal columns without borders. */
export interface ColumnNeed {
  readonly natural: number;
  /** What nearly all of its cells fit in. */
  readonly usual: number;
  readonly least: number;
}

/**
 * Shares `available` columns out: everyone's natural width if that fits, else first those give way that only a few
 * long cells make wide, then the widest, so that short columns stay readable. Undefined when even the least widths do
 * not fit.
 */
export function columnWidths(needs: readonly ColumnNeed[], available: number): number[] | undefined {
  const widths = needs.map((need) => Math.min(need.natural, Math.max(need.least, available)));
  let excess = widths.reduce((sum, width) => sum + width, 0) - available;
  for (; excess > 0; excess--) {
    const giving = widestAbove(widths, needs, 'usual') ?? widestAbove(widths, needs, 'least');
    if (giving === undefined) return undefined;
    widths[giving] = (widths[giving] ?? 0) - 1;
  }
  return widths;
}

function widestAbove(
  widths: readonly number[],
  needs: readonly ColumnNeed[],
  floor: 'usual' | 'least',
): number | undefined {
  let widest: number | undefined;
  widths.forEach((width, index) => {
    if (width > (needs[index]?.[floor] ?? 0) && width > (widths[widest ?? -1] ?? 0)) widest = index;
  });
  return widest;
}
