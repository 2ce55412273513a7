const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/;
const LONE_CARRIAGE_RETURN = /\r(?!\n)/;

/** The first invisible control character or byte order mark of a text, with its name (U+0007), or null. Tabs and line ends are fine. */
export function firstControl(text: string): { readonly offset: number; readonly name: string } | null {
  const offset = text.search(CONTROL);
  if (offset === -1) return null;
  return { offset, name: `U+${text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0')}` };
}

/** The offset of the first carriage return without a line feed, or -1. */
export function firstLoneReturn(text: string): number {
  return text.search(LONE_CARRIAGE_RETURN);
}
