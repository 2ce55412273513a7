import { CORE_SCHEMA, constructFromEvents, type Event, mapTag, parseEvents } from 'js-yaml';
import { type Finding, findingOf } from '../diagnostics/diagnostic.js';
import { LARGEST_FILE } from '../files/reader.js';
import { NOT_PLAIN } from '../files/system-reason.js';
import { explainBroken } from './broken-text.js';
import { conflictFindings } from './conflict-markers.js';
import { firstControl, firstLoneReturn } from './control-characters.js';
import { findDuplicateKeys } from './duplicate-keys.js';
import { fileNotes } from './file-notes.js';
import { InnerMapping } from './mapping.js';
import { misreadFindings } from './misread-text.js';
import { parsePlain } from './parse-plain.js';
import { checkPlainSubset, MAX_DEPTH } from './plain-subset.js';
import { hasPrivateNumbers } from './private-numbers-in.js';
import { sourceProblems as problems } from './problems.js';
import { type OtherEncoding, otherEncoding } from './text-encoding.js';
import { textOf } from './text-of.js';

/** One file of the ledger, parsed: its value, and what is wrong with its text. */
export interface Source {
  /** Path below the data folder, with `/`. */
  readonly file: string;
  /** The text without a byte order mark; empty where the bytes are not UTF-8. May be decoded at each call. */
  readonly text: () => string;
  /** Whether a person's number stands in a line of the text or in a value that goes over several. */
  readonly hasPrivateNumbers: boolean;
  /** undefined where the text is invalid: its records are then unknown, not absent. */
  readonly value: unknown;
  readonly findings: readonly Finding[];
}

/** YAML 1.2's core schema, with mappings that inherit no members. */
const SCHEMA = CORE_SCHEMA.withTags({ ...mapTag, create: () => new InnerMapping() });

/** How a file is parsed; the result is the same. `plain` is faster, and leaves all but the plain subset to js-yaml. */
export type SourceReader = 'plain' | 'js-yaml';

/** Parses one file's bytes as plain-subset YAML. Never throws for what the bytes hold. */
export function parseSource(file: string, bytes: Uint8Array, reader: SourceReader = 'plain'): Source {
  const usual = reader === 'plain' ? parsePlain(file, bytes) : null;
  if (usual !== null) return usual;
  const read = parseWhole(file, bytes);
  return { ...read, text: () => read.text, hasPrivateNumbers: hasPrivateNumbers(read.text, read.value) };
}

interface Read extends Omit<Source, 'text' | 'hasPrivateNumbers'> {
  readonly text: string;
}

function parseWhole(file: string, bytes: Uint8Array): Read {
  const unread = (finding: Finding, text = ''): Read => ({ file, text, value: undefined, findings: [finding] });
  if (bytes.length > LARGEST_FILE) return unread(findingOf(problems.unreadable, { reason: NOT_PLAIN.large }, { file }));
  const other = otherEncoding(bytes);
  const text = textOf(bytes);
  if (other !== null || text === null) return unread(encodingFinding(file, other));

  const hidden = firstControl(text);
  if (hidden !== null) {
    const offsets = [hidden.offset, hidden.offset + 1] as const;
    return unread(findingOf(problems.control, { codePoint: hidden.name }, { file, offsets }), text);
  }
  const lone = firstLoneReturn(text);
  if (lone !== -1) return unread(findingOf(problems.lineEnd, {}, { file, offsets: [lone, lone + 1] }), text);
  const source = parseText(file, text);
  const notes = fileNotes(file, bytes, text);
  return notes.length === 0 ? source : { ...source, findings: [...notes, ...source.findings] };
}

function encodingFinding(file: string, other: OtherEncoding | null): Finding {
  const { name = { zh: '', en: '' }, offset } = other ?? {};
  const at = offset === undefined ? { file } : { file, offsets: [offset, offset + 1] as const };
  return findingOf(problems.encoding, { name, damaged: offset !== undefined }, at);
}

function parseText(file: string, text: string): Read {
  const broken = (findings: readonly Finding[]): Read => ({ file, text, value: undefined, findings });
  const conflicts = conflictFindings(file, text);
  if (conflicts.length > 0) return broken(conflicts);
  let events: Event[];
  try {
    events = parseEvents(text, { maxDepth: 2 * MAX_DEPTH });
  } catch (error) {
    return broken(explainBroken(file, text, error));
  }
  if (events.length === 0) return { file, text, value: [], findings: [findingOf(problems.empty, {}, { file })] };
  const misread = misreadFindings(file, text, events);
  // Where fields were parsed as one text, a comment before it is a consequence of that.
  const subset = checkPlainSubset(file, text, events).filter(
    ({ code }) => misread.length === 0 || code !== problems.comment.code,
  );
  const findings = [...subset, ...misread];
  return findings.length > 0 ? broken(findings) : construct(file, text, events);
}

function construct(file: string, text: string, events: Event[]): Read {
  try {
    return {
      file,
      text,
      value: constructFromEvents(events, { source: text, schema: SCHEMA, maxAliases: 0 })[0],
      findings: [],
    };
  } catch (error) {
    // The parser stops at the first repeated key; all of them are reported.
    const duplicates = findDuplicateKeys(file, text, events);
    return {
      file,
      text,
      value: undefined,
      findings: duplicates.length > 0 ? duplicates : explainBroken(file, text, error),
    };
  }
}
