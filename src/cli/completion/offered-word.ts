/** Letters, digits and the signs that ids, options, conditions and figure ids are made of; first what is no sign of the scripts' own. */
const OFFERED = /^[\p{L}\p{N}〔〕·\-.][\p{L}\p{N}〔〕·\-._/=@!|,，、+%]*$/u;
/** Unicode counts some that nobody sees among the letters. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Whether a shell may be offered a word: a ledger's ids come from anybody, and what is pressed Tab for is run at Enter.
 * Everything not named here stays out: quotes, backquotes, blanks, dollar signs, brackets, a colon at the beginning.
 */
export function mayBeOffered(word: string): boolean {
  return OFFERED.test(word) && !UNSEEN.test(word);
}

/** What schemas/common.schema.json demands of an id. */
const ID = /^[\p{L}\p{N}〔〕·]+(?:-[\p{L}\p{N}〔〕·]+)*$/u;

/** Whether a record's id is one: names are looked up before anything is checked. */
export function isId(id: string): boolean {
  return ID.test(id) && !UNSEEN.test(id);
}
