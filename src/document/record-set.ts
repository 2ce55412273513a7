/** What a field of a record holds, for formats that know types; `json` where it has no type of its own. */
export type DataType =
  | { readonly type: 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'json' }
  | { readonly type: 'list'; readonly of: DataType }
  | { readonly type: 'group'; readonly fields: readonly DataField[] };

export interface DataField {
  readonly name: string;
  readonly type: DataType;
}

/** Whole records for programs: every field under the name that the ledger's files use, lists and groups as they are. */
export interface RecordSet {
  readonly fields: readonly DataField[];
  /** A field that is not filled in is absent. A date is YYYY-MM-DD, or a text where it may be less exact. */
  readonly records: readonly Readonly<Record<string, unknown>>[];
}
