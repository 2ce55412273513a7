/** What a cell is found to mean. */
export type Reading =
  | { readonly value: unknown; readonly beside?: Readonly<Record<string, unknown>>; readonly taken?: string }
  /** Its meaning is likely, but not certain: the user has to say. */
  | { readonly doubt: string }
  /** It means nothing that the field can hold. */
  | { readonly fault: string };

/** The value of a field that a reading gives, where it is certain. */
export function isSure(reading: Reading): reading is Extract<Reading, { readonly value: unknown }> {
  return 'value' in reading;
}
