import { isSure } from './cell-reading.js';
import { readCell } from './cell-value.js';
import { readDay } from './day-reading.js';
import type { ImportMapping } from './import-mapping.js';
import type { NameReader } from './name-reading.js';
import type { SheetCell } from './sheet.js';
import type { SheetField } from './sheet-fields.js';
import type { SheetRow } from './sheet-rows.js';

/** Why a row is not taken as it is. */
export interface Issue {
  /** The heading of the column; empty for the whole row. */
  readonly column: string;
  readonly text: string;
  /** The user has to say what is meant; else the cell has to be corrected. */
  readonly isDoubt: boolean;
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
  constructor(
    private readonly fields: readonly SheetField[],
    private readonly mapping: ImportMapping,
    private readonly names: NameReader,
  ) {}

  draft(row: SheetRow): Draft {
    const [filled, issues, taken]: [Filled[], Issue[], string[]] = [[], [], []];
    const steps: [SheetField, SheetCell][] = [];
    for (const [field, cell] of this.cellsOf(row)) {
      if (field.step !== undefined) {
        steps.push([field, cell]);
        continue;
      }
      const reading = readCell(field, cell, this.names);
      if (reading === null) continue;
      if (!isSure(reading)) issues.push(issueOf(headingOf(row, field), reading));
      else {
        const { title, path } = field;
        filled.push({ title, path, value: reading.value });
        if (reading.taken !== undefined) taken.push(reading.taken);
        for (const [ending, value] of Object.entries(reading.beside ?? {}))
          filled.push(...this.beside([...path.slice(0, -1), `${path.at(-1) ?? ''}${ending}`], value));
      }
    }
    const day = filled.find(({ path }) => path.join() === 'date')?.value;
    const events = [
      ...steps.flatMap(([field, cell]) => this.event(field, headingOf(row, field), cell, day, issues)),
      ...this.mappedEvent(row, day, issues),
    ];
    return { row, filled, events, issues, taken };
  }

  /** The row's cells, and what the mapping adds to every row. */
  private cellsOf({ cells }: SheetRow): readonly (readonly [SheetField, SheetCell])[] {
    const added = Object.entries(this.mapping.set).flatMap(([name, text]): (readonly [SheetField, SheetCell])[] => {
      const field = this.fields.find(({ title, path }) => title === name || path.join('.') === name);
      return field && !cells.has(field) ? [[field, { text }]] : [];
    });
    return [...cells, ...added];
  }

  /** A field that stands beside another (受益群众约数), where the kind has it. */
  private beside(path: readonly string[], value: unknown): Filled[] {
    const field = this.fields.find((each) => each.path.join() === path.join());
    return field ? [{ title: field.title, path, value }] : [];
  }

  /** The event of a step's column: on the day in it, or on the record's own day for 是. */
  private event(
    { item, step = '' }: SheetField,
    title: string,
    cell: SheetCell,
    day: unknown,
    issues: Issue[],
  ): DraftEvent[] {
    if (/^(?:否|未|没有|×|[-—/])/.test(cell.text)) return [];
    if (/^(?:是|√|✓|已)/.test(cell.text)) {
      if (typeof day === 'string' && day.length === 10) return [{ on: day, step }];
      issues.push({ column: title, text: '没有写日期，不知道是哪一天', isDoubt: false });
      return [];
    }
    const reading = readDay(item, cell);
    if (!isSure(reading)) issues.push(issueOf(title, reading));
    return isSure(reading) ? [{ on: String(reading.value), step }] : [];
  }

  private mappedEvent({ on }: SheetRow, day: unknown, issues: Issue[]): DraftEvent[] {
    const { step, on: column = '日期' } = this.mapping;
    if (step === undefined) return [];
    const reading = on ? readDay({ format: 'date' }, on) : { value: day };
    if (!isSure(reading)) issues.push(issueOf(column, reading));
    else if (typeof reading.value === 'string' && reading.value.length === 10) return [{ on: reading.value, step }];
    return [];
  }
}

const headingOf = ({ headings }: SheetRow, field: SheetField): string => headings.get(field) ?? field.title;

function issueOf(column: string, reading: { readonly doubt: string } | { readonly fault: string }): Issue {
  return 'doubt' in reading
    ? { column, text: reading.doubt, isDoubt: true }
    : { column, text: reading.fault, isDoubt: false };
}
