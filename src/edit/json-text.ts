/** A member of the outermost object: the offsets of its name and of its value. */
export interface Member {
  readonly name: string;
  readonly at: number;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** A token of JSON with comments: a string, a comment, or one character. */
const TOKEN = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*.*?\*\/|\s+|[^\s"{}[\],:/]+|./gs;

/** The text without comments and trailing commas, and whether there were comments. */
export function plainJson(source: string): { readonly text: string; readonly commented: boolean } {
  let commented = false;
  const kept: string[] = [];
  for (const [token] of source.replace(/^\ufeff/, '').matchAll(TOKEN)) {
    if (isComment(token)) commented = true;
    else if (token.trim() !== '') {
      if (/^[}\]]$/.test(token) && kept.at(-1) === ',') kept.pop();
      kept.push(token);
    }
  }
  return { text: kept.join(' '), commented };
}

/** The members of the outermost object of a valid text, and the offset where a first member can be inserted. */
export function membersOf(source: string): { readonly start: number; readonly list: readonly Member[] } {
  const list: Member[] = [];
  let [depth, start] = [0, source.length];
  let open: { name: string; at: number; start: number; end: number } | null = null;
  const close = (): void => {
    if (open && open.start >= 0) list.push(open);
    open = null;
  };
  for (const { 0: token, index } of source.matchAll(TOKEN)) {
    if (isComment(token) || token.trim() === '' || token === '\ufeff') continue;
    if (depth === 1 && token === '}') close();
    if (/^[}\]]$/.test(token)) depth -= 1;
    if (depth === 1 && token === ',') close();
    else if (depth === 1 && open === null && token.startsWith('"')) {
      open = { name: JSON.parse(token) as string, at: index, start: -1, end: -1 };
    } else if (open && !(depth === 1 && token === ':')) {
      if (open.start < 0) open.start = index;
      open.end = index + token.length;
    }
    if (/^[{[]$/.test(token)) {
      if (depth === 0) start = index + 1;
      depth += 1;
    }
  }
  return { start, list };
}

const isComment = (token: string): boolean => token.startsWith('//') || token.startsWith('/*');
