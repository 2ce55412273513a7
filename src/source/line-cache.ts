/** The number of slots as a power of two, and the longest line kept, in bytes. */
const [SLOT_BITS, ROOM] = [14, 128];

/**
 * A cache of parsed lines by their bytes: most lines of a ledger are repetitions. A line's hash gives it one slot, so that
 * memory is bounded.
 */
export class LineCache<T> {
  /** The parsed lines and their lengths in bytes, in the order in which their slots were first taken. */
  private readonly parsed: T[] = [];
  private readonly sizes: number[] = [];
  /** The bytes of the lines, filled from the start: a small ledger touches little of it. */
  private readonly bytes = new DataView(new ArrayBuffer(ROOM << SLOT_BITS));
  /** For each slot 1 more than the number of its line, or 0 while it is free. */
  private readonly numbers = new Uint16Array(1 << SLOT_BITS);
  /** For each taken slot the hash of the last other line that mapped to it. */
  private readonly rivals = new Int32Array(1 << SLOT_BITS);

  /** The parsed line that has these bytes, in `file` from `start` to `end`, and this hash; undefined if it is not kept. */
  get(file: DataView, start: number, end: number, hash: number): T | undefined {
    const number = (this.numbers[slotOf(hash)] as number) - 1;
    if (number === -1 || this.sizes[number] !== end - start) return undefined;
    const { bytes } = this;
    let to = number * ROOM;
    let from = start;
    // Four bytes at a time.
    for (; from + 4 <= end; from += 4, to += 4) if (file.getInt32(from) !== bytes.getInt32(to)) return undefined;
    for (; from < end; from += 1, to += 1) if (file.getUint8(from) !== bytes.getUint8(to)) return undefined;
    return this.parsed[number];
  }

  /**
   * Keeps a parsed line of up to 128 bytes. A taken slot is overwritten only by a line that maps to it twice in a row, so
   * that lines which occur once, such as names and titles, do not evict lines that recur.
   */
  set(file: DataView, start: number, end: number, hash: number, line: T): void {
    if (end - start > ROOM) return;
    const slot = slotOf(hash);
    if (this.numbers[slot] === 0) this.numbers[slot] = this.parsed.length + 1;
    else if (this.rivals[slot] !== hash) {
      this.rivals[slot] = hash;
      return;
    }
    const number = (this.numbers[slot] as number) - 1;
    this.parsed[number] = line;
    this.sizes[number] = end - start;
    const { bytes } = this;
    for (let from = start, to = number * ROOM; from < end; from += 1, to += 1) bytes.setUint8(to, file.getUint8(from));
  }
}

/** Multiplicative hashing: the upper bits of the product are the best mixed. */
const slotOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - SLOT_BITS);
