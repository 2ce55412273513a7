/** What a column would like and what it can do with, in terminal columns without borders. */
export interface ColumnNeed {
  readonly natural: number;
  readonly least: number;
}

/**
 * Shares `available` columns out: everyone's natural width if that fits, else the widest gives way
 * first, so that short columns stay readable. Undefined when even the least widths do not fit.
 */
export function columnWidths(needs: readonly ColumnNeed[], available: number): number[] | undefined {
  const widths = needs.map((need) => Math.min(need.natural, Math.max(need.least, available)));
  let excess = widths.reduce((sum, width) => sum + width, 0) - available;
  for (; excess > 0; excess--) {
    const widest = widestAbove(widths, needs);
    if (widest === undefined) return undefined;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function widestAbove(widths: readonly number[], needs: readonly ColumnNeed[]): number | undefined {
  let widest: number | undefined;
  widths.forEach((width, index) => {
    if (width > (needs[index]?.least ?? 0) && width > (widths[widest ?? -1] ?? 0)) widest = index;
  });
  return widest;
}
