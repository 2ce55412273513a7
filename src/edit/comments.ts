type Path = readonly (string | number)[];

/** The comments of one place. */
interface Remarks {
  /** Lines above it. An empty one is a blank line, which files have between records, and the settings between fields. */
  readonly above: readonly string[];
  /** At the end of its first line. */
  readonly behind?: string;
  /** Lines below the last field or item inside it. */
  readonly below: readonly string[];
}

interface Held {
  above: string[];
  behind?: string;
  below: string[];
}

const NONE: Remarks = { above: [], below: [] };

/** Comments, each with the record, field or item that it belongs to. They begin with their `#`. */
export class Comments {
  constructor(
    private readonly places = new Map<string, Held>(),
    /** The lists and mappings that have a comment inside. */
    private readonly holders = new Set<string>(),
    private readonly base: Path = [],
  ) {}

  /** The same comments as seen from a record: paths begin in it. */
  inside(index: number): Comments {
    return new Comments(this.places, this.holders, [...this.base, index]);
  }

  at(path: Path): Remarks {
    return this.places.get(this.nameOf(path)) ?? NONE;
  }

  /** Whether a list or a mapping has a comment inside, so that it cannot stand on one line. */
  areWithin(path: Path): boolean {
    return this.holders.has(this.nameOf(path));
  }

  putAbove(path: Path, line: string): void {
    this.placeOf(path).above.push(line);
  }

  /** A line has one comment at its end: an earlier one goes above it. */
  putBehind(path: Path, comment: string): void {
    const place = this.placeOf(path);
    if (place.behind !== undefined) place.above.push(place.behind);
    place.behind = comment;
  }

  putBelow(path: Path, line: string): void {
    this.placeOf(path).below.push(line);
    this.holders.add(this.nameOf(path));
  }

  private placeOf(path: Path): Held {
    const name = this.nameOf(path);
    const place = this.places.get(name) ?? { above: [], below: [] };
    this.places.set(name, place);
    for (let length = 0; length < path.length; length += 1) this.holders.add(this.nameOf(path.slice(0, length)));
    return place;
  }

  private nameOf(path: Path): string {
    return JSON.stringify([...this.base, ...path].map(String));
  }
}
