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

/** The width of a table's borders and padding, in terminal columns. */
export function frameWidth(columns: number): number {
  return columns * (1 + 2 * PADDING) + 1;
}

/**
 * Draws borders around bands. cli-table3 is slow, and measures and cuts Chinese and colours differently: it draws only
 * one small table of filler, whose border pieces are repeated here.
 */
export function frame(bands: readonly Band[], widths: readonly number[], ascii: boolean): string[] {
  const [top, row, rule, bottom] = skeleton(ascii);
  const across = ({ left, fill, between, right }: Pieces) =>
    left + widths.map((width) => fill.repeat(width + 2 * PADDING)).join(between) + right;
  const padding = ' '.repeat(PADDING);
  const between = padding + row.between + padding;
  const line = (contents: readonly string[]) => row.left + padding + contents.join(between) + padding + row.right;
  const blocks = bands.map((band) => linesAcross(band).map(line));
  const parted = across(rule);
  return [across(top), ...blocks.flatMap((lines, index) => (index === 0 ? lines : [parted, ...lines])), across(bottom)];
}

/** The border pieces of a line across two columns. */
interface Pieces {
  readonly left: string;
  readonly fill: string;
  readonly between: string;
  readonly right: string;
}

type Skeleton = readonly [top: Pieces, row: Pieces, rule: Pieces, bottom: Pieces];

const skeletons = new Map<boolean, Skeleton>();

/** The border pieces, drawn once for each kind of border. */
function skeleton(ascii: boolean): Skeleton {
  const drawn = skeletons.get(ascii) ?? drawSkeleton(ascii);
  skeletons.set(ascii, drawn);
  return drawn;
}

function drawSkeleton(ascii: boolean): Skeleton {
  const table = new Table({
    colWidths: [1, 1],
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    ...(ascii ? { chars: ASCII_BORDERS } : {}),
  });
  table.push([FILLER, FILLER], [FILLER, FILLER]);
  const [top = '', row = '', rule = '', , bottom = ''] = table.toString().split('\n');
  return [pieces(top), pieces(row), pieces(rule), pieces(bottom)];
}

function pieces(line: string): Pieces {
  const [left = '', fill = '', between = '', , right = ''] = line;
  return { left, fill, between, right };
}

/** A band transposed: for each line the texts of its columns. */
function linesAcross(band: Band): string[][] {
  return (band[0] ?? []).map((_, line) => band.map((lines) => lines[line] ?? ''));
}
