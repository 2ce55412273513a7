/** A named stretch of a text: a record of a file, or a field of a record. */
export interface Piece {
  readonly key: string;
  /** Comments and blank lines above it, which go where it goes. */
  readonly lead: string;
  readonly body: string;
}

/** A piece that both sides changed, each in its own way; undefined where a side, or the common origin, lacks it. */
export interface Clash {
  readonly key: string;
  readonly base: Piece | undefined;
  readonly ours: Piece | undefined;
  readonly theirs: Piece | undefined;
}

/** What becomes of a clash: a text, or null where the piece is taken out. */
export type Settle = (clash: Clash) => string | null;

/**
 * Merges two lists of pieces with their common origin: what one side changed, added or took out is done, and `settle`
 * decides what both did. The order is ours; a piece that they added stands behind the one that it stands behind in theirs,
 * and behind those that we added there. @param keys unique in each list
 */
export function mergePieces(
  base: readonly Piece[],
  ours: readonly Piece[],
  theirs: readonly Piece[],
  settle: Settle,
): Piece[] {
  const [inBase, inOurs, inTheirs] = [base, ours, theirs].map(byKey) as [Index, Index, Index];
  const merged = ours.flatMap((piece) => {
    const [old, other] = [inBase.get(piece.key), inTheirs.get(piece.key)];
    return asList(mergeOne({ key: piece.key, base: old, ours: piece, theirs: other }, settle));
  });
  for (const [index, piece] of theirs.entries()) {
    if (inOurs.has(piece.key)) continue;
    const clash = { key: piece.key, base: inBase.get(piece.key), ours: undefined, theirs: piece };
    const [added] = asList(mergeOne(clash, settle));
    if (added) merged.splice(placeFor(merged, theirs.slice(0, index), inTheirs), 0, added);
  }
  return merged;
}

type Index = ReadonlyMap<string, Piece>;

const byKey = (pieces: readonly Piece[]): Index => new Map(pieces.map((piece) => [piece.key, piece]));
const asList = (piece: Piece | null): Piece[] => (piece === null ? [] : [piece]);

/** Behind the nearest piece that stands before it in theirs, and behind what only we have there. */
function placeFor(merged: readonly Piece[], before: readonly Piece[], inTheirs: Index): number {
  const keys = new Map(merged.map(({ key }, index) => [key, index]));
  const previous = before.findLast(({ key }) => keys.has(key));
  let place = previous === undefined ? 0 : (keys.get(previous.key) ?? 0) + 1;
  for (let next = merged[place]; next && !inTheirs.has(next.key); next = merged[place]) place += 1;
  return place;
}

function mergeOne(clash: Clash, settle: Settle): Piece | null {
  const { key, base, ours, theirs } = clash;
  const body = mergeText(base?.body, ours?.body, theirs?.body, () => settle(clash));
  if (body == null) return null;
  return { key, body, lead: mergeComments(base?.lead, ours?.lead, theirs?.lead) };
}

/** The side that changed a text; `settle` where both did, and differ. */
function mergeText<T>(base: T, ours: T, theirs: T, settle: () => T | null): T | null {
  if (ours === theirs || theirs === base) return ours;
  return ours === base ? theirs : settle();
}

/** Comments and blank lines; what both sides wrote is kept, ours first. */
export function mergeComments(base = '', ours = '', theirs = ''): string {
  return mergeText(base, ours, theirs, () => ours + linesMissing(theirs, ours)) ?? '';
}

/** The comments of a text that another lacks. */
function linesMissing(text: string, present: string): string {
  const known = new Set(present.split('\n').map((line) => line.trim()));
  return text
    .split(/(?<=\n)/)
    .filter((line) => line.trim() !== '' && !known.has(line.trim()))
    .join('');
}
