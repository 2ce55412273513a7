/** Places for lines, and the bytes each line kept has room for. */
const [PLACE_BITS, ROOM] = [14, 128];

/**
 * What was made of the lines seen lately, found again by their bytes: by far most lines of a ledger are not new. The
 * hash of a line gives it one place, so that any number of lines takes no more memory than this.
 */
export class LineMemory<T> {
  /** What was made of the lines kept, in the order in which their places were first taken, and their bytes. */
  private readonly made: T[] = [];
  private readonly sizes: number[] = [];
  /** A small ledger fills, and so touches, little of it. */
  private readonly bytes = new DataView(new ArrayBuffer(ROOM << PLACE_BITS));
  /** For each place 1 more than the number of its line, or 0 while it is free. */
  private readonly numbers = new Uint16Array(1 << PLACE_BITS);
  /** For each place the hash of the line that asked for it last, and found it taken. */
  private readonly rivals = new Int32Array(1 << PLACE_BITS);

  /** What was made of the line that has these bytes, in `file` from `start` to `end`, and this hash. */
  get(file: DataView, start: number, end: number, hash: number): T | undefined {
    const number = (this.numbers[placeOf(hash)] as number) - 1;
    if (number === -1 || this.sizes[number] !== end - start) return undefined;
    const { bytes } = this;
    let to = number * ROOM;
    let from = start;
    // Four bytes at a time.
    for (; from + 4 <= end; from += 4, to += 4) if (file.getInt32(from) !== bytes.getInt32(to)) return undefined;
    for (; from < end; from += 1, to += 1) if (file.getUint8(from) !== bytes.getUint8(to)) return undefined;
    return this.made[number];
  }

  /**
   * Keeps what was made of a line, unless it is longer than there is room for. A place that is taken is given to a line
   * that asks for it twice running: names and titles, which come once, drive out nothing that comes again.
   */
  set(file: DataView, start: number, end: number, hash: number, made: T): void {
    if (end - start > ROOM) return;
    const place = placeOf(hash);
    if (this.numbers[place] === 0) this.numbers[place] = this.made.length + 1;
    else if (this.rivals[place] !== hash) {
      this.rivals[place] = hash;
      return;
    }
    const number = (this.numbers[place] as number) - 1;
    this.made[number] = made;
    this.sizes[number] = end - start;
    const { bytes } = this;
    for (let from = start, to = number * ROOM; from < end; from += 1, to += 1) bytes.setUint8(to, file.getUint8(from));
  }
}

/** The best mixed bits of a hash are the upper ones of a product. */
const placeOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - PLACE_BITS);
