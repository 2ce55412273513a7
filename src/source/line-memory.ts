/** Places for lines, and the bytes each has room for. */
const [PLACE_BITS, ROOM] = [13, 128];

/**
 * What was made of the lines seen lately, found again by their bytes: by far most lines of a ledger are not new. The
 * hash of a line gives it one place, which the next line of that place takes from it: however many there are, whatever
 * they hold and whichever files they stand in, they take no more time and memory than this.
 */
export class LineMemory<T> {
  private readonly made: (T | undefined)[] = new Array(1 << PLACE_BITS).fill(undefined);
  private readonly sizes = new Uint8Array(1 << PLACE_BITS);
  private readonly bytes = new Uint8Array(ROOM << PLACE_BITS);

  /** What was made of the line that has these bytes, in `file` from `start` to `end`, and this hash. */
  get(file: Uint8Array, start: number, end: number, hash: number): T | undefined {
    const place = placeOf(hash);
    if (this.sizes[place] !== end - start) return undefined;
    const { bytes } = this;
    for (let from = start, to = place * ROOM; from < end; from += 1, to += 1) {
      if (file[from] !== bytes[to]) return undefined;
    }
    return this.made[place];
  }

  /** A line that is longer than there is room for is not kept. */
  set(file: Uint8Array, start: number, end: number, hash: number, made: T): void {
    if (end - start > ROOM) return;
    const place = placeOf(hash);
    this.made[place] = made;
    this.sizes[place] = end - start;
    for (let from = start, to = place * ROOM; from < end; from += 1, to += 1) this.bytes[to] = file[from] as number;
  }
}

/** The best mixed bits of a hash are the upper ones of a product. */
const placeOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - PLACE_BITS);
