import type { Inline } from '../document/report-document.js';
import type { ReportContext } from './context.js';
import { day, sentence } from './inlines.js';

/** 截至, the first note under every table. */
export function asOfNote({ asOf }: ReportContext): Inline[] {
  return sentence`截至${day(asOf)}。`;
}
