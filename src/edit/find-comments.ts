import { Lexer } from 'yaml';
import { Comments } from './comments.js';
import { dashOf, documentOf, isFlow, isMap, isSeq, lineStart, membersOf, type Node } from './yaml-places.js';

type Path = readonly (string | number)[];

/** A comment of a text; `at` is the offset of its `#`. */
interface Comment {
  readonly at: number;
  readonly text: string;
}

/** Every comment of a text, in its order. @param text without a byte order mark */
export function commentsIn(text: string): readonly Comment[] {
  const found: Comment[] = [];
  let at = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith('#')) found.push({ at, text: lexeme.trimEnd() });
    if (!OWN_SIGNS.includes(lexeme)) at += lexeme.length;
  }
  return found;
}

/** Signs of the lexer that do not stand in the text: before a document and a scalar, behind a flow that ends too early. */
const OWN_SIGNS: readonly string[] = ['\u0002', '\u001f', '\u0018'];

/**
 * The comments of a file with what each belongs to. One at the end of a line belongs to what stands before it; one on a line
 * of its own to what follows, or, indented deeper than that, to the record, field or item above it.
 * @param text without a byte order mark
 * @throws RangeError where the text is not YAML
 */
export function findComments(text: string): Comments {
  const document = documentOf(text);
  if (!document) throw new RangeError('the text is not YAML');
  const places = new Places(text);
  places.walk(document.contents, []);
  for (const comment of commentsIn(text)) places.put(comment);
  return places.finish();
}

/** Where a field, an item or its value begins. */
interface Mark {
  readonly at: number;
  readonly path: Path;
}

interface Owner {
  readonly path: Path;
  readonly side: 'above' | 'behind' | 'below';
}

/** A list or mapping in brackets. */
interface Bracketed {
  readonly start: number;
  readonly end: number;
  readonly path: Path;
  readonly isEmpty: boolean;
}

/** The places of a text to which comments can belong. */
class Places {
  private readonly found = new Comments();
  /** In the order of the text, as are the brackets. */
  private readonly marks: Mark[] = [];
  private readonly brackets: Bracketed[] = [];
  /** The column of the key or the dash before each list and mapping in block style, by its path. */
  private readonly columns = new Map<string, number>();
  /** The number of marks before the comment that is put now. */
  private passed = 0;

  constructor(private readonly text: string) {}

  walk(node: Node | null, path: Path): void {
    if (!isMap(node) && !isSeq(node)) return;
    const [start = 0, end = 0] = node.range ?? [];
    if (isFlow(node)) this.brackets.push({ start, end, path, isEmpty: node.items.length === 0 });
    if (isMap(node))
      for (const member of membersOf(node)) this.enter(member.start, member.value, [...path, member.key]);
    else
      for (const [index, item] of node.items.entries()) this.enter(dashOf(node, index), item as Node, [...path, index]);
  }

  private enter(at: number, value: Node | null, path: Path): void {
    this.marks.push({ at, path });
    if (value?.range && value.range[0] > at) this.marks.push({ at: value.range[0], path });
    if (value && !isFlow(value)) this.columns.set(nameOf(path), at - lineStart(this.text, at));
    this.walk(value, path);
  }

  /** Comments are put in the order of the text. */
  put(comment: Comment): void {
    const { path, side } = this.ownerOf(comment);
    if (side === 'behind') this.found.putBehind(path, comment.text);
    else {
      const put = (line: string): void =>
        side === 'above' ? this.found.putAbove(path, line) : this.found.putBelow(path, line);
      const isBetweenRecords = path.length === (side === 'above' ? 1 : 0);
      if (isBetweenRecords && this.isBlankAbove(comment.at)) put('');
      put(comment.text);
    }
  }

  private ownerOf({ at }: Comment): Owner {
    while ((this.marks[this.passed]?.at ?? Number.POSITIVE_INFINITY) < at) this.passed += 1;
    const before = this.marks[this.passed - 1];
    const isAlone = this.text.slice(lineStart(this.text, at), at).trim() === '';
    if (isAlone || !before) return this.ownerOfLine(at, before);
    const closed = this.brackets.find(
      ({ end }) => end > before.at && end <= at && !this.text.slice(end, at).includes('\n'),
    );
    const { path } = closed ?? before;
    return { path, side: path.length === 0 ? 'below' : 'behind' };
  }

  /** The owner of a comment on a line of its own. */
  private ownerOfLine(at: number, before: Mark | undefined): Owner {
    const next = this.nextMark();
    const inside = this.brackets.findLast(({ start, end }) => start < at && at < end);
    if (inside && next && next.at < inside.end) return { path: next.path, side: 'above' };
    if (inside) return { path: inside.path, side: inside.isEmpty ? 'above' : 'below' };
    const column = at - lineStart(this.text, at);
    const ended = before?.path.map((_, length) => before.path.slice(0, length)).filter((path) => !isAround(path, next));
    const deepest = ended?.findLast((path) => (this.columns.get(nameOf(path)) ?? Number.POSITIVE_INFINITY) < column);
    if (deepest) return { path: deepest, side: 'below' };
    return next ? { path: next.path, side: 'above' } : { path: [], side: 'below' };
  }

  /** The innermost place that begins next. */
  private nextMark(): Mark | undefined {
    let index = this.passed;
    while (this.marks[index] && this.marks[index + 1]?.at === this.marks[index]?.at) index += 1;
    return this.marks[index];
  }

  /** The comments, with the blank lines directly above records. */
  finish(): Comments {
    const seen = new Set<string>();
    for (const { at, path } of this.marks) {
      if (path.length !== 1 || seen.has(nameOf(path))) continue;
      seen.add(nameOf(path));
      if (this.isBlankAbove(at)) this.found.putAbove(path, '');
    }
    return this.found;
  }

  private isBlankAbove(at: number): boolean {
    const start = lineStart(this.text, at);
    return start > 0 && this.text.slice(lineStart(this.text, start - 1), start).trim() === '';
  }
}

const nameOf = (path: Path): string => JSON.stringify(path);

/** Whether a list or mapping holds what begins at a mark. */
function isAround(path: Path, mark: Mark | undefined): boolean {
  return mark !== undefined && path.length < mark.path.length && path.every((segment, at) => segment === mark.path[at]);
}
