import { keyOrder } from '../schema/key-order.js';
import type { Kind } from '../schema/kinds.js';
import { applyEdits, type Edit } from './apply-edits.js';
import { blockScalar, flowText, writtenItem, writtenValue, yamlKey } from './written-value.js';
import {
  behindComments,
  contentEnd,
  dashOf,
  documentOf,
  isBlockScalar,
  isFlow,
  isMap,
  isScalar,
  isSeq,
  lineEnd,
  lineStart,
  type Member,
  membersOf,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from './yaml-places.js';

/** A place in a record: field names and list indexes; an index behind the last item appends one. */
export type FieldPath = readonly (string | number)[];

/** What is written into a field; without a value the field is removed. */
export interface FieldWrite {
  readonly path: FieldPath;
  readonly value?: unknown;
}

/**
 * The text of a record with its fields written: a present field keeps its place, its quotes and the comment on its line, a
 * new one stands where the dictionary has it. Everything else of the text stays as it is.
 * @param text of the record alone, with its dash, or as it stands in brackets; line breaks of one sort
 * @throws RangeError for a path that leads through a value that is no list or mapping, or that would leave nothing
 */
export function withFields(text: string, kind: Kind, writes: readonly FieldWrite[]): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return writes.reduce((before, { path, value }) => {
    const edit = new Writing(before, kind).edit(path, value);
    return applyEdits(before, [{ ...edit, text: edit.text.replaceAll('\n', eol) }]);
  }, text);
}

/** One change of a record's text. */
class Writing {
  private readonly record: YAMLMap;
  /** Of its keys. */
  private readonly column: number;

  constructor(
    private readonly text: string,
    private readonly kind: Kind,
  ) {
    const contents = documentOf(text)?.contents ?? null;
    const record = isSeq(contents) ? contents.items[0] : contents;
    if (!isMap(record)) throw new RangeError('the text is no record');
    this.record = record;
    const start = membersOf(record)[0]?.start ?? 0;
    this.column = start - lineStart(text, start);
  }

  edit(path: FieldPath, value: unknown): Edit {
    const trail: Node[] = [this.record];
    for (const segment of path.slice(0, -1)) {
      const next = childOf(trail.at(-1) as Node, segment);
      if (!isMap(next) && !isSeq(next)) break;
      trail.push(next);
    }
    if (value === undefined) return this.removal(path, trail);
    const at = trail.length - 1;
    const node = trail[at] as Node;
    const whole = nested(path.slice(at + 1), value);
    const segment = path[at] as string | number;
    const place = { path: path.slice(0, at), segment, value: whole };
    return isMap(node) ? this.setKey(node, place) : this.setItem(node as YAMLSeq, place);
  }

  /** Removes a value; of a list or mapping that would be left empty, the whole. */
  private removal(path: FieldPath, trail: readonly Node[]): Edit {
    for (let at = path.length - 1; at >= 0; at -= 1) {
      const node = trail[at];
      if (!node) throw new RangeError(`there is no ${path.join('/')}`);
      if ((isMap(node) || isSeq(node)) && node.items.length < 2) continue;
      return isMap(node)
        ? this.removeKey(node, path[at] as string)
        : this.removeItem(node as YAMLSeq, Number(path[at]));
    }
    throw new RangeError('nothing would be left of the record');
  }

  private setKey(map: YAMLMap, { path, segment, value }: Place): Edit {
    const members = membersOf(map);
    const known = members.find(({ key }) => key === segment);
    const place = { kind: this.kind, path: [...path, segment] };
    if (known) return this.replace(known, value, place, isFlow(map));
    const order = keyOrder(this.kind, path.map(String));
    const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
    const before = members.filter(({ key }) => rank(key) <= rank(String(segment)));
    const previous = before.reduce<Member | undefined>(
      (last, member) => (last && rank(last.key) > rank(member.key) ? last : member),
      undefined,
    );
    const key = yamlKey(String(segment));
    if (isFlow(map)) return this.intoFlow(map, previous?.end, `${key}: ${flowText(value, place)}`, '{ ', ' }');
    const [first] = members;
    if (!first) throw new RangeError('the record has no fields');
    const start = lineStart(this.text, first.start);
    const indent = ' '.repeat(first.start - start);
    const isFirst = !previous && this.text.slice(start, first.start).trim() === '';
    if (isFirst) return { offsets: [start, start], text: `${indent}${key}:${writtenValue(value, place, indent)}\n` };
    const above = previous ?? first;
    return this.line(above.end, indent.length, `${indent}${key}:${writtenValue(value, place, indent)}`);
  }

  private replace({ value: old, behind, end }: Member, value: unknown, place: InKind, inFlow: boolean): Edit {
    const indentAt = lineStart(this.text, behind);
    if (inFlow || (isInline(old) && isInlineValue(value, place))) {
      const text = inFlow ? flowText(value, place) : writtenValue(value, place, '').trimStart();
      if (!old?.range || old.range[0] === old.range[1]) return { offsets: [behind, behind], text: ` ${text}` };
      return { offsets: [old.range[0], old.range[1]], text: requoted(old, value, text) };
    }
    const column = this.columnOf(indentAt, behind);
    if (isSeq(old) && Array.isArray(value) && !isFlow(old) && value.length > 0) {
      const dash = dashOf(old, 0);
      const indent = ' '.repeat(dash - lineStart(this.text, dash));
      const items = value.map((item, index) => writtenItem(item, { ...place, path: [...place.path, index] }, indent));
      return { offsets: [lineStart(this.text, dash), end], text: items.join('\n') };
    }
    return { offsets: [behind, end], text: writtenValue(value, place, ' '.repeat(column)) };
  }

  /** The column of the key on a line, behind the dashes before it. */
  private columnOf(start: number, behind: number): number {
    const [lead = ''] = /^[ ]*(?:-[ ]+)*/.exec(this.text.slice(start, behind)) ?? [];
    return lead.length;
  }

  private setItem(seq: YAMLSeq, { path, segment, value }: Place): Edit {
    const index = Number(segment);
    const place = { kind: this.kind, path: [...path, index] };
    const item = seq.items[index] as Node | undefined;
    if (isFlow(seq)) {
      const text = flowText(value, place);
      if (item?.range) return { offsets: [item.range[0], item.range[1]], text: requoted(item, value, text) };
      return this.intoFlow(seq, (seq.items.at(-1) as Node | undefined)?.range?.[1], text, '[', ']');
    }
    const dash = dashOf(seq, Math.min(index, seq.items.length - 1));
    const indent = ' '.repeat(dash - lineStart(this.text, dash));
    const text = writtenItem(value, place, indent);
    if (item) return { offsets: [dash, contentEnd(item, dash + 1)], text: text.slice(indent.length) };
    const end = contentEnd(seq.items.at(-1) as Node, dash + 1);
    // A comment in line with the dashes belongs to the list, unless the keys around it are in line with them too.
    return this.line(end, indent.length - (indent.length > this.column ? 1 : 0), text);
  }

  /** Inserts a text between brackets: behind the end of an item, else before the first. */
  private intoFlow(node: YAMLMap | YAMLSeq, end: number | undefined, text: string, open: string, close: string): Edit {
    const [start = 0, closing = 0] = node.range ?? [];
    if (node.items.length === 0) return { offsets: [start, closing], text: `${open}${text}${close}` };
    if (end !== undefined) return { offsets: [end, end], text: `, ${text}` };
    const [first] = isMap(node) ? membersOf(node).map((member) => member.start) : [(node.items[0] as Node).range?.[0]];
    return { offsets: [first ?? start + 1, first ?? start + 1], text: `${text}, ` };
  }

  /** Inserts lines behind the line on which something ends, and behind the comments that belong to it. */
  private line(end: number, column: number, text: string): Edit {
    const at = behindComments(this.text, lineEnd(this.text, end), column);
    const isOpen = at > 0 && this.text[at - 1] !== '\n';
    return { offsets: [at, at], text: isOpen ? `\n${text}` : `${text}\n` };
  }

  private removeKey(map: YAMLMap, key: string): Edit {
    const members = membersOf(map);
    const index = members.findIndex((member) => member.key === key);
    const member = members[index];
    if (!member) throw new RangeError(`there is no ${key}`);
    const [previous, next] = [members[index - 1], members[index + 1]];
    if (isFlow(map)) {
      if (previous) return { offsets: [previous.end, member.end], text: '' };
      return { offsets: [member.start, next?.start ?? member.end], text: '' };
    }
    // The first key stands behind the dash, where the next one takes its place.
    if (!previous) return { offsets: [member.start, next?.start ?? member.end], text: '' };
    return this.lines(member.start, member.end);
  }

  private removeItem(seq: YAMLSeq, index: number): Edit {
    const item = seq.items[index] as Node | undefined;
    if (!item) throw new RangeError(`there is no item ${index}`);
    if (!isFlow(seq)) return this.lines(dashOf(seq, index), contentEnd(item, dashOf(seq, index) + 1));
    const [start = 0, end = 0] = item.range ?? [];
    const previous = (seq.items[index - 1] as Node | undefined)?.range?.[1];
    const next = (seq.items[index + 1] as Node | undefined)?.range?.[0];
    return { offsets: previous === undefined ? [start, next ?? end] : [previous, end], text: '' };
  }

  /** Removes whole lines, with the comment at their end; at the end of the text the line break before them instead. */
  private lines(start: number, end: number): Edit {
    const [from, to] = [lineStart(this.text, start), lineEnd(this.text, end)];
    if (this.text[to - 1] === '\n') return { offsets: [from, to], text: '' };
    const before = this.text.slice(0, from).replace(/\r?\n$/, '').length;
    return { offsets: [before, to], text: '' };
  }
}

interface InKind {
  readonly kind: Kind;
  readonly path: FieldPath;
}

interface Place {
  readonly path: FieldPath;
  readonly segment: string | number;
  readonly value: unknown;
}

function childOf(node: Node, segment: string | number): Node | null | undefined {
  if (isMap(node)) return membersOf(node).find(({ key }) => key === segment)?.value;
  return isSeq(node) ? (node.items[Number(segment)] as Node | undefined) : undefined;
}

/** A value inside the lists and mappings that a path names and that are not there yet. */
function nested(path: FieldPath, value: unknown): unknown {
  return path.reduceRight((inner, segment) => (typeof segment === 'number' ? [inner] : { [segment]: inner }), value);
}

/** Whether a value stands behind its key on one line, so that another can take its place there. */
function isInline(node: Node | null): boolean {
  return node === null || isFlow(node) || (isScalar(node) && !isBlockScalar(node));
}

function isInlineValue(value: unknown, place: InKind): boolean {
  return !writtenValue(value, place, '').includes('\n');
}

/** A text in the quotes of the one it replaces. */
function requoted(old: Node, value: unknown, text: string): string {
  if (!isScalar(old) || typeof value !== 'string' || value.includes('\n')) return text;
  if (old.type === 'QUOTE_DOUBLE') return JSON.stringify(value);
  return old.type === 'QUOTE_SINGLE' && blockScalar(value) === value ? `'${value.replaceAll("'", "''")}'` : text;
}
