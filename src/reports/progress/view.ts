import type { Block, Table } from '../../document/report-document.js';
import { inWords, type ReportContext } from '../context.js';
import { text } from '../inlines.js';

/** A view of a period's progress: blocks, never empty. */
export type View = (context: ReportContext) => readonly Block[];

/** The tables with rows; without any, one sentence: 这一年还没有登记目标。 */
export function filled(context: ReportContext, tables: readonly Table[], nothing: string): readonly Block[] {
  const some = tables.filter(({ rows }) => rows.length > 0);
  return some.length > 0 ? some : [{ type: 'notice', tone: 'info', content: [text(`${inWords(context)}${nothing}`)] }];
}
