/**
 * Letters, digits and the punctuation of ids, options, conditions and figure ids; a colon at the beginning is the
 * scripts' own.
 */
const OFFERED = /^[\p{L}\p{N}〔〕·\-.][\p{L}\p{N}〔〕·\-._/=@!|,，、+%]*$/u;
/** Letters by Unicode that are invisible. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Whether a word is safe to offer to a shell: ids of a ledger are untrusted, and a completed line is run at Enter.
 * Everything else is refused: quotes, backquotes, blanks, dollar signs, brackets, a colon at the beginning.
 */
export function mayBeOffered(word: string): boolean {
  return OFFERED.test(word) && !UNSEEN.test(word);
}

/** The pattern of an id in schemas/common.schema.json. */
const ID = /^[\p{L}\p{N}〔〕·]+(?:-[\p{L}\p{N}〔〕·]+)*$/u;

/** Whether an id is valid: names are looked up without checking the records. */
export function isId(id: string): boolean {
  return ID.test(id) && !UNSEEN.test(id);
}
