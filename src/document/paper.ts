import type { ReportDocument } from './report-document.js';

/** The fonts of an official paper by their use in GB/T 9704-2012. */
export interface PaperFonts {
  /** 标题 and 发文机关标志. */
  readonly title: string;
  /** 正文 and everything without a font of its own. */
  readonly text: string;
  /** First-level headings, 附件 marks, heads of tables. */
  readonly heading: string;
  /** Second-level headings. */
  readonly subheading: string;
  /** Page numbers. */
  readonly pageNumber: string;
}

/** What an office settles once for its papers. */
export interface PaperSettings {
  readonly fonts: PaperFonts;
  /** 主送机关 of the notice under which a paper is issued. */
  readonly to: string;
  /** 抄送机关. */
  readonly copyTo: readonly string[];
  /** 印发机关. */
  readonly printedBy: string;
}

/** An issued paper: its number as printed, 绍市中医党〔2026〕1号, and the day it was approved, YYYY-MM-DD. */
export interface Letterhead {
  readonly number: string;
  readonly approved: string;
}

/** A document as an official paper; without a letterhead it is a draft for approval (送审稿). */
export interface Paper {
  readonly document: ReportDocument;
  readonly settings: PaperSettings;
  readonly letterhead?: Letterhead;
}
