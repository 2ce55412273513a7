import { type Figure, fullLabel, recordIds } from '../document/figure.js';
import type { Block, ReportDocument } from '../document/report-document.js';
import { appendixTitle, blocksText, headingText } from './plain-text.js';

interface Section {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/**
 * The object of `report --format json`, version 1 (schemas/contracts/report.schema.json): every heading opens a section,
 * blocks before the first one are `opening`, notices come first as `notices`, an appendix is `appendix-1`, ….
 * @param part the part of the year that it is about
 */
export function reportContract(document: ReportDocument, year: number, part: { readonly period?: string } = {}) {
  const { title, asOf, sample } = document.front;
  const appendices = document.appendices.map((appendix, index, all) => ({
    id: `appendix-${index + 1}`,
    title: appendixTitle(appendix.title, index, all.length),
    text: blocksText(appendix.body),
  }));
  const { notices } = document.front;
  const warned = notices.length > 0 ? [{ id: 'notices', title: '', text: notices.join('\n') }] : [];
  const sections = [...warned, ...sectionsOf(document.body), ...appendices];
  const figures = document.figures.map(figureJson);
  return { version: 1, title, year, ...part, asOf, sample, sections, figures };
}

function sectionsOf(blocks: readonly Block[]): Section[] {
  const starts = blocks.flatMap((block, index) => (block.type === 'heading' ? [index] : []));
  const opening = blocksText(blocks.slice(0, starts[0] ?? blocks.length));
  const sections = starts.map((start, nth) => sectionAt(blocks.slice(start, starts[nth + 1])));
  return opening === '' ? sections : [{ id: 'opening', title: '', text: opening }, ...sections];
}

function sectionAt([heading, ...rest]: readonly Block[]): Section {
  if (heading?.type !== 'heading') throw new TypeError('a section begins with its heading');
  return { id: heading.id, title: headingText(heading), text: blocksText(rest) };
}

function figureJson(figure: Figure) {
  const { id, value, missing = null, bound = null, coverage = null, unit, formula, inputs, sample } = figure;
  const records = recordIds(figure);
  return { id, label: fullLabel(figure), value, missing, bound, coverage, unit, formula, inputs, records, sample };
}
