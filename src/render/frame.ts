import Table from 'cli-table3';

/** Cells of one band between two border lines: for each column its lines, all of the column's width. */
export type Band = readonly (readonly string[])[];

const FILLER = 'x';
const PADDING = 1;
const ASCII_BORDERS = {
  top: '-',
  'top-mid': '+',
  'top-left': '+',
  'top-right': '+',
  bottom: '-',
  'bottom-mid': '+',
  'bottom-left': '+',
  'bottom-right': '+',
  left: '|',
  'left-mid': '+',
  mid: '-',
  'mid-mid': '+',
  right: '|',
  'right-mid': '+',
  middle: '|',
};

/** Columns the borders and the padding of a table take beside its cells. */
export function frameWidth(columns: number): number {
  return columns * (1 + 2 * PADDING) + 1;
}

/**
 * Draws borders around bands of equal height. cli-table3 measures Chinese and colours differently, cuts
 * what it thinks too long and is slow on long tables: it draws two lines of filler, the rest is repeated.
 */
export function frame(bands: readonly Band[], widths: readonly number[], ascii: boolean): string[] {
  const [top = '', row = '', rule = '', , bottom = ''] = skeleton(widths, ascii);
  const fill = (contents: readonly string[]) => {
    let column = 0;
    return row.replace(/x+/g, () => contents[column++] ?? '');
  };
  const blocks = bands.map((band) => linesAcross(band).map(fill));
  return [top, ...blocks.flatMap((lines, index) => (index === 0 ? lines : [rule, ...lines])), bottom];
}

function skeleton(widths: readonly number[], ascii: boolean): string[] {
  const table = new Table({
    colWidths: widths.map((width) => width + 2 * PADDING),
    style: { head: [], border: [], 'padding-left': PADDING, 'padding-right': PADDING },
    ...(ascii ? { chars: ASCII_BORDERS } : {}),
  });
  const filler = widths.map((width) => FILLER.repeat(width));
  table.push(filler, filler);
  return table.toString().split('\n');
}

/** A band's cell lines as a terminal prints them: line by line, each with its columns. */
function linesAcross(band: Band): string[][] {
  return (band[0] ?? []).map((_, line) => band.map((lines) => lines[line] ?? ''));
}
