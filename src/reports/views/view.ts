import type { Block, Inline } from '../../document/report-document.js';
import type { ReportContext } from '../context.js';
import type { Scope } from '../scope.js';

/** A view makes a section's paragraphs; none where it has no content. */
export type View = (context: ReportContext, scope: Scope) => readonly Block[];

/** One paragraph of the non-empty sentences. */
export function paragraph(...sentences: readonly (readonly Inline[])[]): readonly Block[] {
  const told = sentences.filter((part) => part.length > 0);
  return told.length === 0 ? [] : [{ type: 'paragraph', content: told.flat() }];
}

/** The n-th of some verbs, cyclically, so that consecutive sentences vary deterministically. */
export function vary(verbs: readonly string[], index: number): string {
  return verbs[index % verbs.length] ?? '';
}
