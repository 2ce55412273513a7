/** Texts read lately: a ledger says the same words, names and days again and again. */
const recent = new Map<string, string>();
const MOST_RECENT = 4096;

/** The same text in memory of its own, and once: cut out of a file's text it would keep all of that in memory. */
export function kept(text: string): string {
  const known = recent.get(text);
  if (known !== undefined) return known;
  if (recent.size >= MOST_RECENT) recent.clear();
  // V8 copies short texts anyway; a longer one it copies when it is joined and cut again.
  const own = text.length < 13 ? text : ` ${text}`.slice(1);
  recent.set(own, own);
  return own;
}
