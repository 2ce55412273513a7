import type { Entry, Ledger } from '../ledger/ledger.js';
import { KINDS } from '../schema/kinds.js';
import { yearOf } from '../text/calendar-date.js';
import { defineRule, eachOf, type Report } from './rule.js';

/** Years in a path: 2025, 2025-03, 2024-2025. */
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;

interface Args {
  readonly file: string;
  readonly years: string;
  readonly year: number;
}

/** The path of a file names a year to which a record in it does not belong. */
export const fileYear = defineRule<Args>({
  code: 'file-year',
  severity: 'warning',
  zh: {
    title: '记录的年份与文件名不符',
    why: '放错文件的记录以后不好找；年份写错则会算进别的年度。',
    message: ({ file, years, year }) => `文件“${file}”是 ${years} 年的，这条记录却是 ${year} 年的`,
    fix: () => '核对年份；没写错就把这条记录移到那一年的文件里。',
  },
  en: {
    title: 'A record of another year than its file',
    why: 'In the wrong file a record is hard to find; with a wrong year it is counted in another one.',
    message: ({ file, years, year }) => `The file “${file}” is of ${years}, this record of ${year}`,
    fix: () => 'Check the year; if it is right, move the record to the file of its year.',
  },
  pass: `
    # data/activities/2025-03.yaml
    - id: 2025-03-15-义诊
      title: 春季义诊
      date: 2025-03-15
      types: [义诊]`,
  fail: `
    # data/activities/2025-03.yaml
    - id: 2025-03-15-义诊
      title: 春季义诊
      date: 2024-03-15
      types: [义诊]`,
  record: eachOf(KINDS, (entry, report, { ledger }) => {
    const own = yearsOf(entry.file) && (entry.kind === 'tasks' ? boardYear(ledger, entry) : ownYear(entry));
    if (own) reportYear(entry, own, report);
  }),
});

function reportYear(entry: Entry, own: OwnYear, report: Report<Args>): void {
  const named = yearsOf(entry.file);
  if (!named || (own.last >= named.first && own.year <= named.last)) return;
  const { first, last } = named;
  const years = first === last ? `${first}` : `${first}—${last}`;
  report(entry, own.pointer, { file: entry.file, years, year: own.year });
}

/** The years a path names; null where it names none. The last path is kept, because records come file by file. */
function yearsOf(file: string): Years | null {
  if (latest.file === file) return latest.years;
  const years = [...file.matchAll(YEAR)].map(([year]) => Number(year));
  latest = { file, years: years.length === 0 ? null : { first: Math.min(...years), last: Math.max(...years) } };
  return latest.years;
}

interface Years {
  readonly first: number;
  readonly last: number;
}

let latest: { readonly file: string; readonly years: Years | null } = { file: '', years: null };

interface OwnYear {
  readonly year: number;
  /** The last year it belongs to. */
  readonly last: number;
  readonly pointer: string;
}

function boardYear(ledger: Ledger, { value }: Entry<'tasks'>): OwnYear | undefined {
  const board = ledger.get('boards', value.board)?.value;
  return board && { year: board.year, last: board.year, pointer: '/board' };
}

/** The years of a record's own date or `year`; undefined where it has neither. */
function ownYear({ kind, value }: Entry): OwnYear | undefined {
  if ('year' in value && value.year !== undefined) return { year: value.year, last: value.year, pointer: '/year' };
  // One of a past year is often made at the beginning of the next.
  if (kind === 'evaluations') return between(value.period.slice(0, 4), value.date, '/period');
  if ('date' in value) return between(value.date, 'until' in value ? value.until : undefined, '/date');
  return kind === 'targets' ? between(value.from, value.until, '/from') : undefined;
}

function between(from: string, until: string | undefined, pointer: string): OwnYear {
  const year = yearOf(from);
  return { year, last: until === undefined ? year : Math.max(year, yearOf(until)), pointer };
}
