import { ByteWriter, parquetWrite, type SchemaElement } from 'hyparquet-writer';
import type { DataField, DataType, RecordSet } from '../document/record-set.js';
import { maskPrivateNumbers } from '../text/private-numbers.js';

/**
 * Records as an Apache Parquet file: a column a field, lists and groups as such, days as DATE, whole numbers as INT64.
 * No person's number stands in it whole.
 */
export function renderParquet({ fields, records }: RecordSet): Uint8Array {
  const writer = new ByteWriter();
  parquetWrite({
    writer,
    columnData: fields.map(({ name, type }) => ({ name, data: records.map((record) => stored(type, record[name])) })),
    schema: [{ name: 'root', num_children: fields.length }, ...fields.flatMap(elementsOf)],
    createdBy: 'yueyi',
  });
  return new Uint8Array(writer.getBuffer());
}

const OPTIONAL = { repetition_type: 'OPTIONAL' } as const;

/** How a field is declared, parents before children: the schema of a file is one list. */
function elementsOf({ name, type }: DataField): SchemaElement[] {
  switch (type.type) {
    case 'list':
      return [
        { name, ...OPTIONAL, converted_type: 'LIST', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        ...elementsOf({ name: 'element', type: type.of }),
      ];
    case 'group':
      return [{ name, ...OPTIONAL, num_children: type.fields.length }, ...type.fields.flatMap(elementsOf)];
    default:
      return [{ name, ...OPTIONAL, ...PRIMITIVES[type.type] }];
  }
}

type Plain = Exclude<DataType['type'], 'list' | 'group'>;

const PRIMITIVES: Readonly<Record<Plain, Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  json: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
};

/** A value as the writer takes it for a type; null where it is not filled in. */
function stored(type: DataType, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (type.type === 'list') return Array.isArray(value) ? value.map((item) => stored(type.of, item)) : null;
  if (type.type === 'group') {
    const group = value as Readonly<Record<string, unknown>>;
    return Object.fromEntries(type.fields.map((field) => [field.name, stored(field.type, group[field.name])]));
  }
  if (type.type === 'integer') return BigInt(Number(value));
  if (type.type === 'date') return new Date(`${String(value)}T00:00:00Z`);
  return typeof value === 'string' ? maskPrivateNumbers(value) : value;
}
