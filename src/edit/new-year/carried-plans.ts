import { COUNTABLE } from '../../figures/countable.js';
import type { Cycle } from '../../figures/days.js';
import { type Interval, overlaps, pairingInterval, programInterval } from '../../ledger/in-force.js';
import type { Entry, Ledger, RecordOf } from '../../ledger/ledger.js';
import { nodeAt } from '../../schema/dictionary.js';
import { kindTitle } from '../../schema/kinds.js';
import { addMonths, firstDay, lastDay } from '../../text/calendar-date.js';
import { formatDate } from '../../text/chinese-date.js';
import { type CarriedRecord, copiedFields, fileInYear, inYear, type Uncarried } from './carried.js';

/** What becomes of a plan: its record of the new year, or why there is none. */
export type Fate = CarriedRecord | Uncarried;

/**
 * The programs of the year before one. A program in force goes on by its own days. One that belongs to a year alone is
 * carried if its id names the year, as one edition of several; else it ends with it.
 */
export function carriedPrograms(ledger: Ledger, year: number): readonly Fate[] {
  return ledger.all('programs').flatMap((program): Fate[] => {
    const interval = programInterval(ledger, program);
    if (!isInYear(interval, year - 1)) return [];
    const id = program.value.year === year - 1 ? inYear(program.id, year) : undefined;
    if (id === undefined) return [fateOf(program, interval, year)];
    const value = { id, ...copiedFields(program.value, year, ['year', 'from', 'until']), year };
    return [copy(program, value, year, '核对名称和内容，写上出处')];
  });
}

/** The pairings in force in the year before one: those of a program that is carried get a record of their own. */
export function carriedPairings(ledger: Ledger, year: number, editions: ReadonlyMap<string, string>): readonly Fate[] {
  return ledger.all('pairings').flatMap((pairing): Fate[] => {
    const interval = pairingInterval(ledger, pairing);
    if (!isInYear(interval, year - 1)) return [];
    const program = editions.get(pairing.value.program);
    if (program === undefined || pairing.value.until !== undefined) return [fateOf(pairing, interval, year)];
    const value = { id: idInYear(pairing, year), ...copiedFields(pairing.value, year, ['from', 'until']), program };
    return [copy(pairing, value, year, '核对结对双方，写上出处')];
  });
}

/**
 * The targets of the year before one, each without its number, which only a document of the new year can give: until then
 * it is counted and its target is 频次未约定. The old number stands in the remark.
 */
export function carriedTargets(
  ledger: Ledger,
  year: number,
  editions: ReadonlyMap<string, string>,
  ended: ReadonlySet<string>,
): readonly Fate[] {
  return ledger.all('targets').flatMap((target): Fate[] => {
    const { value } = target;
    if (!isInYear(value, year - 1)) return [];
    if (value.until > lastDay(String(year - 1))) return [fateOf(target, value, year)];
    if (value.program !== undefined && ended.has(value.program))
      return [{ kind: 'targets', id: target.id, why: `项目“${value.program}”只到${year - 1}年` }];
    return [carriedTarget(target, year, editions)];
  });
}

function carriedTarget(target: Entry<'targets'>, year: number, editions: ReadonlyMap<string, string>): CarriedRecord {
  const { value } = target;
  // Without its number a target counts records: what cells it had, and how they were counted, goes with the number.
  const isOfCells = value.each !== undefined || value.per !== undefined;
  const unit = isOfCells ? countedUnit(value) : value.unit;
  const carried = {
    id: idInYear(target, year),
    ...copiedFields(value, year, ['each', 'per', 'atLeast', ...(isOfCells ? ['basis'] : [])]),
    ...(value.program === undefined ? {} : { program: editions.get(value.program) ?? value.program }),
    ...daysInYear(value, year),
    count: renamed(value.count, editions),
    unit,
  };
  const old = oldNumber(value, unit);
  return copy(target, carried, year, `${old === '' ? '' : `${year - 1}年是${old}。`}${year}年的文件印发后补上`);
}

function countedUnit({ count: { kind, sum }, unit }: RecordOf<'targets'>): string {
  return sum === undefined ? COUNTABLE[kind].unit : (nodeAt(kind, [sum])?.['x-unit'] ?? unit);
}

const EVERY: Readonly<Record<Cycle, string>> = { year: '每年', quarter: '每季', month: '每月', week: '每周' };

/** The old number, as a document says it: 每周至少1次（绍市中医党〔2025〕6号）. */
function oldNumber({ atLeast, per, each, source }: RecordOf<'targets'>, unit: string): string {
  if (atLeast === undefined) return '';
  const every = `${per === undefined ? '' : EVERY[per]}${each === undefined ? '' : `每个${kindTitle(each.kind)}`}`;
  return `${every}至少${atLeast}${unit}${source === undefined ? '' : `（${source}）`}`;
}

/** The days of a target a year later; one that lasts to the year's end begins with the year. */
function daysInYear({ from, until }: { readonly from: string; readonly until: string }, year: number): object {
  const isToEnd = until === lastDay(String(year - 1));
  return isToEnd
    ? { from: firstDay(String(year)), until: lastDay(String(year)) }
    : { from: addMonths(from, 12), until: addMonths(until, 12) };
}

/** Conditions that name a program, with its edition of the new year. */
function renamed(count: object, editions: ReadonlyMap<string, string>): unknown {
  return JSON.parse(JSON.stringify(count), (_, each: unknown) =>
    typeof each === 'string' ? (editions.get(each) ?? each) : each,
  );
}

function copy(entry: Entry, value: { readonly id: string }, year: number, todo: string): CarriedRecord {
  const remark = `照“${entry.id}”带入。${todo}`;
  return { kind: entry.kind, from: entry.id, value, file: fileInYear(entry, year), remark };
}

/** Without a record of its own in the new year: what goes on, and what ends before it. */
function fateOf({ kind, id }: Entry, { until }: Interval, year: number): Uncarried {
  const goesOn = until === null || until >= firstDay(String(year));
  return goesOn ? { kind, id } : { kind, id, why: `只到${formatDate(until)}` };
}

const isInYear = (interval: Interval, year: number): boolean =>
  overlaps(interval, firstDay(String(year)), lastDay(String(year)));

const idInYear = ({ id }: Entry, year: number): string => inYear(id, year) ?? `${id}-${year}`;
