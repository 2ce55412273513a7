import { type Figure, type FigureRecord, fullLabel } from '../../document/figure.js';
import { printedFigures } from '../../document/inlines-of.js';
import type { Printable } from '../../document/report-document.js';
import { coverageText, inlineText, UNICODE_MARKS } from '../inlines.js';

/** What the page shows of a figure when it is opened. Figures name each other by their place in the list. */
interface OpenedFigure {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly how: string;
  readonly inputs: readonly number[];
  /** Kind by its place in `kinds`, id, and what it adds to a sum as printed. */
  readonly records: readonly (readonly [number, string, string?])[];
}

/** The figures of a page, each once: those printed and those they are made of. */
export class FigureData {
  private readonly places = new Map<string, number>();
  private readonly opened: OpenedFigure[] = [];
  private readonly kinds: string[] = [];
  private readonly known: ReadonlyMap<string, Figure>;

  constructor(private readonly document: Printable) {
    const printed = document.figures ?? printedFigures(document.body);
    this.known = new Map(printed.map((figure) => [figure.id, figure]));
  }

  /** The place of a figure in the list. */
  placeOf(figure: Figure): number {
    const known = this.places.get(figure.id);
    if (known !== undefined) return known;
    const place = this.places.size;
    this.places.set(figure.id, place);
    this.opened[place] = this.open(figure);
    return place;
  }

  data(): { readonly figures: readonly OpenedFigure[]; readonly kinds: readonly string[] } {
    return { figures: this.opened, kinds: this.kinds };
  }

  private open(figure: Figure): OpenedFigure {
    return {
      id: figure.id,
      label: fullLabel(figure),
      text: textOf(figure),
      how: howOf(figure),
      inputs: figure.inputs.flatMap((id) => {
        const input = this.known.get(id);
        return input === undefined ? [] : [this.placeOf(input)];
      }),
      records: Array.from(figure.records(), (record) => this.record(record, figure)),
    };
  }

  private record({ kind, id, amount }: FigureRecord, figure: Figure): OpenedFigure['records'][number] {
    const name = this.document.kindNames?.[kind] ?? kind;
    if (!this.kinds.includes(name)) this.kinds.push(name);
    const place = this.kinds.indexOf(name);
    if (amount === undefined) return [place, id];
    const { bound: _, ...exact } = figure;
    return [place, id, amount === null ? '未记' : textOf({ ...exact, value: amount, sample: false })];
  }
}

/** A figure as printed, with its unit. */
export function textOf(figure: Figure): string {
  return inlineText({ type: 'figure', figure, unit: true }, UNICODE_MARKS);
}

const HOW = {
  count: '逐条清点下列记录',
  sum: '把下列记录里的数相加',
  ratio: '由其他数字算出',
  fact: '文件写明',
} satisfies Record<Figure['formula'], string>;

function howOf(figure: Figure): string {
  const { formula, derivation, coverage } = figure;
  const known = coverage === undefined ? '' : `；${coverageText(figure)}`;
  return (derivation?.rule ?? HOW[formula]) + known;
}
