import type { Block, Inline } from '../../document/report-document.js';
import type { ReportContext } from '../context.js';
import type { Scope } from '../scope.js';

/** A view turns the ledger into a section's paragraphs; nothing at all where there is nothing to say. */
export type View = (context: ReportContext, scope: Scope) => readonly Block[];

/** One paragraph of the sentences that have something to say. */
export function paragraph(...sentences: readonly (readonly Inline[])[]): readonly Block[] {
  const told = sentences.filter((part) => part.length > 0);
  return told.length === 0 ? [] : [{ type: 'paragraph', content: told.flat() }];
}

/** The n-th of some verbs, round and round: sentences in a row vary, the same way every time. */
export function vary(verbs: readonly string[], index: number): string {
  return verbs[index % verbs.length] ?? '';
}
