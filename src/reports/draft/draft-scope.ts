import type { Passage } from '../../document/draft.js';
import type { Period } from '../../figures/period.js';
import type { Entry, Ledger } from '../../ledger/ledger.js';
import { otherNames } from '../../ledger/names.js';
import type { PlacedNumber } from './placed-number.js';

/** Months of the year, 1 to 12, from one to another; null for another year or a time that cannot be told. */
type Months = { readonly from: number; readonly until: number } | null;

const WHOLE: Months = { from: 1, until: 12 };

/** The times that a passage names, in their order. */
interface NamedTimes {
  readonly passage: Passage;
  /** The months of what the passage stands under. */
  readonly outer: Months;
  readonly times: readonly {
    readonly start: number;
    readonly end: number;
    /** The months before and after it. */
    readonly last: Months;
    readonly after: Months;
  }[];
}

/** The last word of a time in a text, read from left to right. */
const TIME = new RegExp(
  [
    '(?<year>(?:19|20)\\d\\d)\\s?年(?:度|\\s?(?<yearMonth>\\d{1,2})\\s?月(?:\\s?(?<day>\\d{1,2})\\s?日)?)?',
    '(?<from>\\d{1,2})\\s?月?\\s?[—–~～\\-至到]{1,2}\\s?(?<until>\\d{1,2})\\s?月',
    '(?<!\\d)(?<month>\\d{1,2})\\s?月(?:份|\\s?(?<monthDay>\\d{1,2})\\s?日)?',
    '(?<half>[上下])半年',
    '第?(?<quarter>[一二三四1-4])季度',
    '(?<whole>全年|今年以来|本年度?|年内|一年来)',
    '(?<other>去年|上年|上一年|前年|往年|明年|次年|来年|下一年|近[一二三四五两\\d]+年)',
    '(?<part>上月|本月|当月|下月|上周|本周|当周|当天|当日|期间)',
  ].join('|'),
  'gu',
);
/** Words of a comparison: the number is another year's, or a difference. */
const COMPARED = /同比|环比|较上年|较去年|比上年|比去年|较前|与上年|与去年|上年|去年|往年|前年/;

/**
 * What a number is about: whose it is, and of which time. What is of a part of the hospital or of the year is no figure of
 * the whole.
 */
export class DraftScope {
  private readonly owners: readonly string[];
  /** The headings above, the title first. */
  private readonly headings: string[] = [];
  /** The times named in the passage that was looked at last. */
  private named: NamedTimes | null = null;

  constructor(
    ledger: Ledger,
    private readonly period: Pick<Period, 'year' | 'from' | 'until'>,
  ) {
    const partners = new Set(ledger.all('pairings').flatMap(({ value }) => value.partners));
    const units = (['branches', 'departments', 'pairings'] as const).flatMap((kind): readonly Entry[] =>
      ledger.all(kind),
    );
    const others = ledger.all('organizations').filter(({ id }) => partners.has(id));
    const owners = [...units, ...others].flatMap(({ id, value }) => [id, ...otherNames(value)]);
    this.owners = [...new Set(owners)].filter((name) => name.length >= 2);
  }

  /** Takes notice of a passage in its turn: a heading stands above what follows, up to the next of its level. */
  enter(passage: Passage): void {
    const level = headingLevel(passage);
    if (level === null || (level === 0 && passage.level === undefined && !this.isTelling(passage.text))) return;
    this.headings.length = Math.min(this.headings.length, level);
    while (this.headings.length < level) this.headings.push('');
    this.headings[level] = passage.text;
    this.named = null;
  }

  /** The names of units in the sentence up to the number, in its clause, or in a heading above it. */
  ownersOf({ lead, clause }: PlacedNumber): readonly string[] {
    const words = [...this.headings, lead, clause].join('\n');
    return this.owners.filter((name) => words.includes(name));
  }

  /** Whether a line without a number is a title: that of a table says nothing of what the text below is about. */
  private isTelling(title: string): boolean {
    return title.search(TIME) >= 0 || this.owners.some((name) => title.includes(name));
  }

  /** Whether a heading above names a unit, another year or a part of this one. */
  isUnderOther(): boolean {
    const words = this.headings.join('\n');
    return this.owners.some((name) => words.includes(name)) || !this.isOfPeriod(this.monthsNamedIn(words, WHOLE));
  }

  /** Whether months are those of the period that the draft is about; of a bulletin on June June itself, and the whole year. */
  isOfPeriod(months: Months): boolean {
    const [from, until] = [this.period.from, this.period.until].map((day) => Number(day.slice(5, 7)));
    return isWhole(months) || isSameMonths(months, from ?? 1, until ?? 12);
  }

  /** The months that the number is of, by the last time named before it; the whole year where none is. */
  monthsOf({ passage, start, clause, lead }: PlacedNumber): Months {
    if (COMPARED.test(clause) || COMPARED.test(lead)) return null;
    const { outer, times } = this.timesOf(passage);
    const before = times.findLast((time) => time.start < start);
    if (before === undefined) return outer;
    if (before.end <= start) return before.after;
    // The number stands within the words of a time: 2025年12 of 2025年12月.
    return this.monthsNamedIn(passage.text.slice(before.start, start), outer, before.last);
  }

  /** The times of a passage are looked for once, for all of its numbers. */
  private timesOf(passage: Passage): NamedTimes {
    if (this.named?.passage === passage) return this.named;
    const outer = this.monthsNamedIn(this.headings.join('\n'), WHOLE);
    let last = outer;
    const times = timesIn(passage.text).map(({ index, 0: { length }, groups = {} }) => {
      const after = this.monthsNamed(groups, last, outer);
      const time = { start: index, end: index + length, last, after };
      last = after;
      return time;
    });
    this.named = { passage, outer, times };
    return this.named;
  }

  /** @param outer the months of what the text stands under: 全年 is all of that year */
  private monthsNamedIn(text: string, outer: Months, before = outer): Months {
    return timesIn(text).reduce<Months>((last, { groups = {} }) => this.monthsNamed(groups, last, outer), before);
  }

  private monthsNamed(groups: Readonly<Record<string, string | undefined>>, last: Months, outer: Months): Months {
    const { year, yearMonth, from, until, month, half, quarter, whole, other } = groups;
    if (other !== undefined) return null;
    if (year !== undefined) {
      if (Number(year) !== this.period.year) return null;
      return yearMonth === undefined ? WHOLE : upToYearEnd(Number(yearMonth), Number(yearMonth), groups.day);
    }
    if (whole !== undefined) return outer === null ? null : WHOLE;
    // A month after another year is that year's.
    if (last === null) return null;
    if (from !== undefined) return { from: Number(from), until: Number(until) };
    if (month !== undefined) return upToYearEnd(Number(month), Number(month), groups.monthDay);
    if (half !== undefined) return half === '上' ? { from: 1, until: 6 } : { from: 7, until: 12 };
    if (quarter !== undefined) return quarterMonths(quarter);
    return { from: 0, until: 0 };
  }
}

/** The words of times in a text, but for those in names of books and documents. */
function timesIn(text: string): readonly RegExpExecArray[] {
  return [...text.replace(/《[^》]*》/g, ({ length }) => '《'.repeat(length)).matchAll(TIME)];
}

/** Until 31 December is the whole year. */
function upToYearEnd(from: number, until: number, day: string | undefined): Months {
  return until === 12 && Number(day) === 31 ? WHOLE : { from, until };
}

function quarterMonths(word: string): Months {
  const nth = '一二三四'.includes(word) ? '一二三四'.indexOf(word) : Number(word) - 1;
  return { from: nth * 3 + 1, until: nth * 3 + 3 };
}

export function isWhole(months: Months): boolean {
  return months !== null && months.from === 1 && months.until === 12;
}

export function isSameMonths(months: Months, from: number, until: number): boolean {
  return months !== null && months.from === from && months.until === until;
}

/** The patterns of headings' numbers, the highest first; a title has none. */
const NUMBERED = [
  /^第[一二三四五六七八九十\d]+[章篇部编]/,
  /^[一二三四五六七八九十]+、/,
  /^[（(][一二三四五六七八九十]+[)）]/,
  /^\d{1,2}[.．、]/,
];
const LONGEST = 44;

/** 0 for a title, else the depth of a heading; null for what is none. */
function headingLevel({ text, level, heads }: Passage): number | null {
  if (heads !== undefined) return null;
  if (level !== undefined) return level;
  const line = text.trim();
  if (line === '' || line.length > LONGEST || /[。；：，,;:！？]$|◆/.test(line)) return null;
  const nth = NUMBERED.findIndex((pattern) => pattern.test(line));
  if (nth >= 0) return /[。；]/.test(line) ? null : nth + 1;
  // A line of its own that is no sentence: a title, but not a signature's day.
  return /[。；，]/.test(line) || /^[\d年月日\s〇零一二三四五六七八九十]+(?:印发)?$/.test(line) ? null : 0;
}
