import type { Figure } from '../document/figure.js';
import type { Front, Inline, Light, Notice } from '../document/report-document.js';
import { formatDate, formatPeriod } from '../text/chinese-date.js';
import { boundedNumber, formatNumber } from '../text/format-number.js';

/** The two characters of a bar; ASCII ones for old consoles. */
export interface Marks {
  readonly full: string;
  readonly empty: string;
}

export const UNICODE_MARKS: Marks = { full: '█', empty: '░' };
export const ASCII_MARKS: Marks = { full: '#', empty: '.' };

/** The emphasis of a piece of text; a format decides on its colour. */
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
/** Chosen so that tables of targets fit on 80 columns with their names. */
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
    case 'coverage':
      return [{ text: coverageText(inline.figure) }];
    case 'verdict':
      return markedRuns(inline.figure.word ?? '', inline.figure.sample);
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

/** The line under a title: its number; the issuer and the days too, unless the issuer signs below. */
export function titleFacts({ number, signed, issuer, date, asOf }: Front): string[] {
  const made = signed ? [] : [issuer, `${formatDate(date)}编制`, `截至${formatDate(asOf)}`];
  return [...(number === undefined ? [] : [number]), ...made];
}

/** A notice's content; a warning begins with a word that says so, because not every terminal has colours. */
export function noticeContent(notice: Notice): Inline[] {
  return notice.tone === 'warning' ? [{ type: 'text', text: '注意：' }, ...notice.content] : [...notice.content];
}

function figureRuns(figure: Figure, unit: boolean, sign: boolean): Run[] {
  if (figure.value === null) {
    const { missing = '暂未统计' } = figure;
    // Words that tell a number (不足10) are marked as one.
    return markedRuns(missing, figure.sample && /\d/.test(missing));
  }
  const plus = sign && figure.value >= 0 ? '+' : '';
  const number = boundedNumber(plus + formatNumber(figure.value, figure.decimals), figure.bound);
  const text = halfYears(number, unit || figure.unit === '%' ? figure.unit : '');
  return markedRuns(text, figure.sample);
}

/** 252场中251场有数; nothing of a figure that is known of all. */
export function coverageText({ coverage, coveredIn = '项' }: Figure): string {
  if (coverage === undefined) return '';
  return `${formatNumber(coverage.of)}${coveredIn}中${formatNumber(coverage.known)}${coveredIn}有数`;
}

function markedRuns(text: string, sample: boolean): Run[] {
  return sample ? [{ text }, { text: '*', tone: 'sample' }] : [{ text }];
}

/** 4.5年 as official papers write it: 4年半. */
function halfYears(number: string, unit: string): string {
  return unit === '年' && number.endsWith('.5') ? `${number.slice(0, -2)}年半` : number + unit;
}

function dateText(inline: Extract<Inline, { type: 'date' }>): string {
  const style = { short: inline.short ?? false };
  return inline.until === undefined ? formatDate(inline.date, style) : formatPeriod(inline.date, inline.until, style);
}

/** A bar, rounded down so that only a full one looks complete; empty where there is no target. */
function barText(done: Figure, target: Figure, marks: Marks): string {
  if (done.value === null || !target.value) return '';
  const share = Math.min(1, Math.max(0, done.value / target.value));
  const full = Math.floor(share * BAR_CELLS + 1e-9);
  return marks.full.repeat(full) + marks.empty.repeat(BAR_CELLS - full);
}

function recordRuns(label: string, sample: boolean): Run[] {
  return sample && !label.startsWith(SAMPLE) ? [{ text: SAMPLE, tone: 'sample' }, { text: label }] : [{ text: label }];
}
