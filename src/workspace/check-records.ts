import { type Finding, findingOf, type InBoth } from '../diagnostics/diagnostic.js';
import { type Entry, entryFrom, fieldsOf } from '../ledger/ledger.js';
import { isValid } from '../schema/check.js';
import type { InvalidRecord } from '../schema/describe.js';
import type { Kind } from '../schema/kinds.js';
import { schemaProblems } from '../schema/problems.js';

/** A file of records: its path below the data folder, and what the path says. */
export interface FileOfKind {
  readonly path: string;
  readonly kind: Kind;
  readonly sample: boolean;
}

/** The records of a file, checked by their schema. */
export interface CheckedRecords {
  /** The records with an id, valid or not. */
  readonly entries: readonly Entry[];
  readonly invalid: readonly InvalidRecord[];
  readonly findings: readonly Finding[];
  readonly records: number;
  /** Whether the value is a list of records at all. */
  readonly isList: boolean;
}

/** Checks the records of a file by the schema of their kind. */
export function checkRecords({ path, kind, sample }: FileOfKind, value: unknown): CheckedRecords {
  if (!Array.isArray(value)) {
    const finding = findingOf(schemaProblems.notList, { found: shapeOf(value) }, { file: path, pointer: '' });
    return { entries: [], invalid: [], findings: [finding], records: 0, isList: false };
  }
  const entries: Entry[] = [];
  const invalid: InvalidRecord[] = [];
  const findings: Finding[] = [];
  for (let index = 0; index < value.length; index += 1) {
    const record: unknown = value[index];
    const at = { file: path, pointer: pointerTo(index) };
    if (record === null || typeof record !== 'object' || Array.isArray(record)) {
      findings.push(findingOf(schemaProblems.notRecord, { found: shapeOf(record) }, at));
      continue;
    }
    const { id } = fieldsOf(record);
    const valid = isValid(kind, record);
    if (!valid) invalid.push({ kind, value: record, ...at, ...(typeof id === 'string' ? { record: id } : {}) });
    if (typeof id === 'string') entries.push(entryFrom({ kind, id, value: record, ...at, sample, valid }));
  }
  return { entries, invalid, findings, records: value.length, isList: true };
}

const pointers: string[] = [];

/** The pointer of a record by its index in its file; records with the same index share the string. */
function pointerTo(index: number): string {
  const known = pointers[index] ?? `/${index}`;
  pointers[index] = known;
  return known;
}

function shapeOf(value: unknown): InBoth {
  if (value === null || value === undefined) return { zh: '空的', en: 'nothing' };
  if (Array.isArray(value)) return { zh: '一列内容', en: 'a list' };
  if (typeof value === 'object') return { zh: '一组字段', en: 'a group of fields' };
  return typeof value === 'string' ? { zh: '一段文字', en: 'a text' } : { zh: '一个值', en: 'a value' };
}
