import type { Inline } from '../../document/report-document.js';

/** One condition of a figure, in words: 年度 · 2025年. */
export interface Condition {
  readonly title: string;
  readonly content: readonly Inline[];
}
