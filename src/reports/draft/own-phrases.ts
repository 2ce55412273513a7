import type { Passage } from '../../document/draft.js';
import type { Figure } from '../../document/figure.js';
import { figuresIn } from '../../document/inlines-of.js';
import type { Block, Inline, Printable } from '../../document/report-document.js';
import { isTrueOf } from './compare-number.js';
import type { NumberReader } from './draft-number.js';
import { bare, type PlacedNumber, placeNumbers } from './placed-number.js';

/** How a typed piece is worded in text formats; `reports/` does not print. */
export type Wording = (content: readonly Inline[]) => string;

/** The sentences and clauses of the year's own products, each with the figures at its numbers. */
export class OwnPhrases {
  private readonly sentences = new Map<string, Figure | null>();
  private readonly clauses = new Map<string, Figure | null>();

  constructor(
    documents: readonly Printable[],
    private readonly reader: NumberReader,
    private readonly wording: Wording,
  ) {
    for (const { body, appendices = [] } of documents)
      for (const block of [...body, ...appendices.flatMap((each) => each.body)]) this.take(block);
  }

  /** The figure at the same number of the same sentence, or cell of a table. */
  inSentence({ masks }: PlacedNumber): Figure | undefined {
    const sentence = masks?.[0] ?? '';
    return (isTelling(sentence, 4) && this.sentences.get(sentence)) || undefined;
  }

  /** The figure at the same number of the same clause, whatever the sentence around it. */
  inClause({ masks }: PlacedNumber): Figure | undefined {
    const clause = masks?.[1] ?? '';
    return (isTelling(clause, 6) && this.clauses.get(clause)) || undefined;
  }

  private take(block: Block): void {
    if (block.type === 'paragraph') this.takeContent(block.content);
    if (block.type !== 'table') return;
    for (const row of [...block.rows, ...(block.total ? [block.total] : [])]) {
      const head = this.wording(row[0] ?? []);
      for (const [index, cell] of row.entries())
        this.takeContent(cell, cellHeads(head, block.columns[index]?.title ?? '', index));
    }
  }

  private takeContent(content: readonly Inline[], heads?: string): void {
    const spans: { start: number; end: number; figure: Figure }[] = [];
    let text = '';
    for (const inline of content) {
      const start = text.length;
      text += this.wording([inline]);
      const [figure] = inline.type === 'figure' ? figuresIn(inline) : [];
      if (figure) spans.push({ start, end: text.length, figure });
    }
    const passage: Passage = { text, place: 0, ...(heads === undefined ? {} : { heads }) };
    for (const number of placeNumbers(passage, this.reader)) {
      const figure = spans.find(({ start, end }) => start < number.end && number.start < end)?.figure;
      // 252场中216场有数 stands in the same piece as the number that it is about.
      if (!figure || !number.masks || !isTrueOf(number, figure)) continue;
      keep(this.sentences, number.masks[0], figure);
      keep(this.clauses, number.masks[1], figure);
    }
  }
}

/** The titles of a cell's row and column, the same for our tables and those of a draft. */
export function cellHeads(row: string, column: string, index: number): string {
  return index === 0 ? column : `${bare(row)}${column}：`;
}

/** What stands for several figures stands for none. */
function keep(known: Map<string, Figure | null>, mask: string, figure: Figure): void {
  const other = known.get(mask);
  known.set(mask, other === undefined || other?.id === figure.id ? figure : null);
}

/** Whether there are enough words to say of what a number is: 开展◆场 does not. */
function isTelling(mask: string, least: number): boolean {
  return (
    (mask.replace(/◆\p{Script=Han}{0,2}|#\d+$|[\d，、：；。（）—]/gu, '').match(/\p{Script=Han}/gu) ?? []).length >=
    least
  );
}
