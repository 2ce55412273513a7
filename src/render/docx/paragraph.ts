import { type IParagraphOptions, type IRunOptions, Paragraph, TextRun } from 'docx';
import { xmlText } from '../xml-text.js';

/** What a paragraph has beside its style and its text. */
export type ParagraphLayout = Omit<IParagraphOptions, 'style' | 'children' | 'text'>;

/** What Word takes for Latin unless it is told that it is Chinese. Numbers are not told: they would break over lines. */
const AMBIGUOUS = /([“”‘’—…·×°±÷①-⑳]+)/u;

/**
 * A paragraph of a text in a style; its line feeds are line breaks.
 * @param size of its letters in half points, where it is not the style's
 */
export function paragraph(style: string, text: string, layout: ParagraphLayout = {}, size?: number): Paragraph {
  return new Paragraph({ ...layout, style, children: runs(text, size === undefined ? {} : { size }) });
}

/** A text as runs, with their own look where they have one. */
export function runs(text: string, look: IRunOptions = {}): TextRun[] {
  return xmlText(text)
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [new TextRun({ break: 1 })] : []),
      ...line.split(AMBIGUOUS).flatMap((part) => (part === '' ? [] : [run(part, look)])),
    ]);
}

function run(text: string, look: IRunOptions): TextRun {
  return new TextRun({ ...look, text, ...(AMBIGUOUS.test(text) ? { font: { hint: 'eastAsia' } } : {}) });
}
