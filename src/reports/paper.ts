import type { Letterhead, Paper, PaperFonts } from '../document/paper.js';
import type { ReportDocument } from '../document/report-document.js';
import type { ReportContext } from './context.js';

/** The fonts that offices use for GB/T 9704-2012; the schema names them too, as the usual values. */
const FONTS: PaperFonts = {
  title: '方正小标宋简体',
  text: '仿宋_GB2312',
  heading: '黑体',
  subheading: '楷体_GB2312',
  pageNumber: '宋体',
};
const TO = '各党支部';

/** A document as an official paper with the office's settings (workspace.yaml), the standard's where it has none. */
export function paperOf({ ledger }: ReportContext, document: ReportDocument, letterhead?: Letterhead): Paper {
  const { to = TO, copyTo = [], printedBy = document.front.issuer, fonts = {} } = ledger.workspace?.papers ?? {};
  return {
    document,
    settings: { to, copyTo, printedBy, fonts: { ...FONTS, ...fonts } },
    ...(letterhead ? { letterhead } : {}),
  };
}
