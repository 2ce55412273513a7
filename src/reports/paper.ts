import type { Letterhead, Paper, PaperFonts } from '../document/paper.js';
import type { ReportDocument } from '../document/report-document.js';
import type { ReportContext } from './context.js';

/** The fonts that offices use for GB/T 9704-2012; the schema names them too, as the usual values. */
export const USUAL_FONTS: PaperFonts = {
  title: '方正小标宋简体',
  text: '仿宋_GB2312',
  heading: '黑体',
  subheading: '楷体_GB2312',
  pageNumber: '宋体',
};
const TO = '各党支部';

/** 主送 of what the office sends to the branches. */
export function addressee({ ledger }: Pick<ReportContext, 'ledger'>): string {
  return ledger.workspace?.papers?.to ?? TO;
}

/** A document as an official paper with the office's settings (workspace.yaml), the standard's where it has none. */
export function paperOf(context: ReportContext, document: ReportDocument, letterhead?: Letterhead): Paper {
  const { copyTo = [], printedBy = document.front.issuer, fonts = {} } = context.ledger.workspace?.papers ?? {};
  return {
    document,
    settings: { to: addressee(context), copyTo, printedBy, fonts: { ...USUAL_FONTS, ...fonts } },
    ...(letterhead ? { letterhead } : {}),
  };
}
