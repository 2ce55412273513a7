import type { NameReader } from '../edit/name-reader.js';
import { readDate } from '../edit/read-date.js';
import { boundPath, isSure, needsExact, type Sure, type Unsure } from '../edit/reading.js';
import { readCell } from './cell-value.js';
import type { ImportMapping } from './import-mapping.js';
import type { SheetCell } from './sheet.js';
import type { SheetField } from './sheet-fields.js';
import { fieldFinder } from './sheet-heading.js';
import type { SheetRow } from './sheet-rows.js';

/** Why a row is not taken as it is. */
export interface Issue {
  /** The heading of the column; empty for the whole row. */
  readonly column: string;
  readonly text: string;
  /** The user has to say what is meant; else the cell has to be corrected. */
  readonly isDoubt: boolean;
  /** Nothing is wrong, but a required field is not told. */
  readonly isMissing?: true;
}

/** A field that a row fills in. */
export interface Filled {
  readonly title: string;
  readonly path: readonly string[];
  readonly value: unknown;
}

/** A dated event that a row tells of. */
export interface DraftEvent {
  readonly on: string;
  readonly step: string;
  /** The number it has in another system. */
  readonly number?: string;
}

/** A row as a record: what it fills in, and what is wrong with it. */
export interface Draft {
  readonly row: SheetRow;
  readonly filled: readonly Filled[];
  readonly events: readonly DraftEvent[];
  readonly issues: readonly Issue[];
  /** Names that were taken for a record: “东湖街道”认作“东湖”. */
  readonly taken: readonly string[];
}

/** Reads the rows of a kind's sheets as records. */
export class DraftReader {
  /** What the mapping adds to every row. */
  private readonly added: ReadonlyMap<SheetField, string>;

  constructor(
    private readonly fields: readonly SheetField[],
    private readonly mapping: ImportMapping,
    private readonly names: NameReader,
  ) {
    const fieldOf = fieldFinder(fields);
    const named = Object.entries(mapping.set).map(([name, text]) => {
      const field = fieldOf(name);
      return field && ([field, text] as const);
    });
    this.added = new Map(named.filter((each) => each !== undefined));
  }

  draft(row: SheetRow): Draft {
    const [issues, taken]: [Issue[], string[]] = [[], []];
    const owner: Record<string, unknown> = {};
    const cells = this.cellsOf(row);
    const filled = cells.flatMap(([field, cell]): readonly Filled[] => {
      if (field.step !== undefined) return [];
      const reading = readCell(field, cell, { names: this.names, owner });
      if (reading === null) return [];
      const found = isSure(reading) ? this.filledWith(field, cell, reading) : reading;
      if ('problem' in found) {
        issues.push(issueOf(headingOf(row, field), found));
        return [];
      }
      if ('taken' in reading && reading.taken !== undefined) taken.push(reading.taken);
      owner[field.path[0] ?? ''] = found[0]?.value;
      return found;
    });
    const day = filled.find(({ path }) => path.join() === 'date')?.value;
    const events = [
      ...cells.flatMap(([field, cell]) => this.event(field, headingOf(row, field), cell, day, issues)),
      ...this.mappedEvent(row, day, issues),
    ];
    return { row, filled, events, issues, taken };
  }

  /** The row's cells, and what the mapping adds to every row, in the dictionary's order: an action after its program. */
  private cellsOf({ cells }: SheetRow): readonly (readonly [SheetField, SheetCell])[] {
    return this.fields.flatMap((field): (readonly [SheetField, SheetCell])[] => {
      const added = this.added.get(field);
      const cell = cells.get(field) ?? (added === undefined ? undefined : { text: added });
      return cell ? [[field, cell]] : [];
    });
  }

  /** A field with its value, and the one beside it that says how exact a number is. */
  private filledWith({ title, path }: SheetField, { text }: SheetCell, { value, bound }: Sure): Filled[] | Unsure {
    if (bound === undefined) return [{ title, path, value }];
    const own = boundPath(this.mapping.kind, path)?.map(String);
    const field = this.fields.find((each) => each.path.join() === own?.join());
    return field
      ? [
          { title, path, value },
          { title: field.title, path: field.path, value: bound },
        ]
      : needsExact(text);
  }

  /** The event of a step's column: on the day in it, or on the record's own day for 是. */
  private event(
    { item, step = '' }: SheetField,
    title: string,
    cell: SheetCell,
    day: unknown,
    issues: Issue[],
  ): DraftEvent[] {
    if (step === '') return [];
    if (/^(?:否|未|没有|×|[-—/])/.test(cell.text)) return [];
    if (/^(?:是|√|✓|已)/.test(cell.text)) {
      if (typeof day === 'string' && day.length === 10) return [{ on: day, step }];
      issues.push({ column: title, text: '没有写日期，不知道是哪一天', isDoubt: false });
      return [];
    }
    const reading = readDate(item, cell, {});
    if (!isSure(reading)) issues.push(issueOf(title, reading));
    return isSure(reading) ? [{ on: String(reading.value), step }] : [];
  }

  /** The step that every row says was done; without a day in its column it is not known when, so it is left out. */
  private mappedEvent({ on, number }: SheetRow, day: unknown, issues: Issue[]): DraftEvent[] {
    const { step, on: column } = this.mapping;
    if (step === undefined || (column !== undefined && !on)) return [];
    const reading = on ? readDate({ format: 'date' }, on, {}) : { value: day };
    if (!isSure(reading)) issues.push(issueOf(column ?? '', reading));
    else if (typeof reading.value === 'string' && reading.value.length === 10)
      return [{ on: reading.value, step, ...(number === undefined ? {} : { number }) }];
    return [];
  }
}

const headingOf = ({ headings }: SheetRow, field: SheetField): string => headings.get(field) ?? field.title;

function issueOf(column: string, { problem, way, isDoubt }: Unsure): Issue {
  return { column, text: way === '' ? problem : `${problem}，${way}`, isDoubt };
}
