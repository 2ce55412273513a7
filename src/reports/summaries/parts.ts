import { headingNumber } from '../../document/numbering.js';
import type { Block, Inline } from '../../document/report-document.js';
import type { ReportContext } from '../context.js';
import { day, sentence, text } from '../inlines.js';

/** One numbered part of a summary; its id names the section in JSON. */
export interface Part {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** The sentence of an empty part. */
  readonly otherwise?: string;
  /** What a public version leaves out. */
  readonly internal?: true;
}

/** The parts under their headings, 一、二、三、, with a sentence in an empty one. */
export function partBlocks({ audience }: ReportContext, parts: readonly Part[]): readonly Block[] {
  const open = parts.filter(({ internal }) => audience !== 'public' || !internal);
  return open.flatMap(({ id, title, blocks, otherwise = '【待补充】' }, index): readonly Block[] => [
    { type: 'heading', id, level: 1, number: headingNumber(1, index + 1), title },
    ...(blocks.length > 0 ? blocks : [{ type: 'paragraph', content: [text(otherwise)] } as const]),
  ]);
}

/** 截至6月30日, the year left out where it is the summary's own. */
export function untilClause({ asOf, year }: ReportContext): Inline[] {
  return sentence`截至${day(asOf, asOf.startsWith(String(year)))}，`;
}
