import type { Figure } from '../document/figure.js';
import type { Inline, Light, Notice } from '../document/report-document.js';
import { formatDate, formatPeriod } from '../text/chinese-date.js';
import { formatNumber } from '../text/format-number.js';

/** The two characters of a bar: old consoles lack the blocks. */
export interface Marks {
  readonly full: string;
  readonly empty: string;
}

export const UNICODE_MARKS: Marks = { full: '█', empty: '░' };
export const ASCII_MARKS: Marks = { full: '#', empty: '.' };

/** What a piece of text means to the eye; a format decides how it looks. */
export type Tone = Light | 'sample';

/** Text with one tone, so that widths are measured before anything is coloured. */
export interface Run {
  readonly text: string;
  readonly tone?: Tone;
}

const LIGHT_WORDS = { done: '已完成', green: '绿灯', yellow: '黄灯', red: '红灯', none: '—' } satisfies Record<
  Light,
  string
>;
const SAMPLE = '【示例】';
/** As many as leave the tables of targets room for their names on 80 columns. */
const BAR_CELLS = 6;

/** The wording of every typed piece of text, the same for all text formats. */
export function inlineText(inline: Inline, marks: Marks): string {
  return inlineRuns(inline, marks)
    .map((run) => run.text)
    .join('');
}

/** The wording of a paragraph, a note or a cell. */
export function contentText(content: readonly Inline[], marks: Marks): string {
  return content.map((inline) => inlineText(inline, marks)).join('');
}

/** As inlineText, with the tones a terminal colours. */
export function inlineRuns(inline: Inline, marks: Marks): Run[] {
  switch (inline.type) {
    case 'text':
      return [{ text: inline.text }];
    case 'figure':
      return figureRuns(inline.figure, inline.unit ?? false, inline.sign ?? false);
    case 'date':
      return [{ text: dateText(inline) }];
    case 'light':
      return [{ text: inline.word ?? LIGHT_WORDS[inline.light], tone: inline.light }];
    case 'bar':
      return [{ text: barText(inline.done, inline.target, marks) }];
    case 'record':
      return recordRuns(inline.label, inline.sample ?? false);
    case 'ordinal':
      return [{ text: String(inline.value) }];
  }
}

/** A notice's content; a warning says that it is one, because not every terminal has colours. */
export function noticeContent(notice: Notice): Inline[] {
  return notice.tone === 'warning' ? [{ type: 'text', text: '注意：' }, ...notice.content] : [...notice.content];
}

function figureRuns(figure: Figure, unit: boolean, sign: boolean): Run[] {
  if (figure.value === null) return [{ text: figure.missing ?? '暂未统计' }];
  const plus = sign && figure.value >= 0 ? '+' : '';
  const number = bounded(figure, plus + formatNumber(figure.value, figure.decimals));
  const text = halfYears(number, unit || figure.unit === '%' ? figure.unit : '');
  return figure.sample ? [{ text }, { text: '*', tone: 'sample' }] : [{ text }];
}

/** Official papers write 4年半, not 4.5年. */
function halfYears(number: string, unit: string): string {
  return unit === '年' && number.endsWith('.5') ? `${number.slice(0, -2)}年半` : number + unit;
}

function bounded(figure: Figure, number: string): string {
  if (figure.bound === undefined) return number;
  return figure.bound === '余' ? `${number}余` : `${figure.bound}${number}`;
}

function dateText(inline: Extract<Inline, { type: 'date' }>): string {
  const style = { short: inline.short ?? false };
  return inline.until === undefined ? formatDate(inline.date, style) : formatPeriod(inline.date, inline.until, style);
}

/** Rounded down so that only what is complete looks complete; nothing where there is no target. */
function barText(done: Figure, target: Figure, marks: Marks): string {
  if (done.value === null || !target.value) return '';
  const share = Math.min(1, Math.max(0, done.value / target.value));
  const full = Math.floor(share * BAR_CELLS + 1e-9);
  return marks.full.repeat(full) + marks.empty.repeat(BAR_CELLS - full);
}

function recordRuns(label: string, sample: boolean): Run[] {
  return sample && !label.startsWith(SAMPLE) ? [{ text: SAMPLE, tone: 'sample' }, { text: label }] : [{ text: label }];
}
