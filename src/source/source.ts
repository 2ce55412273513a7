import { CORE_SCHEMA, constructFromEvents, type Event, parseEvents, YAMLException } from 'js-yaml';
import { type Finding, findingOf } from '../diagnostics/diagnostic.js';
import { firstControl, firstLoneReturn } from './control-characters.js';
import { findDuplicateKeys } from './duplicate-keys.js';
import { likelyCause } from './likely-cause.js';
import { parseUsual } from './parse-usual.js';
import { checkPlainSubset, MAX_DEPTH } from './plain-subset.js';
import { sourceProblems as problems } from './problems.js';
import { syntaxReason } from './syntax-reason.js';
import { textOf } from './text-of.js';

/** One file of the ledger, read: its value where the text can be understood, and what is wrong with the text. */
export interface Source {
  /** Path below the data folder, with `/`. */
  readonly file: string;
  /** Without a byte order mark; empty where the bytes are not UTF-8. */
  readonly text: string;
  /** undefined where the text cannot be understood: its records are then unknown, not absent. */
  readonly value: unknown;
  readonly findings: readonly Finding[];
}

/** How a file is read; the result is the same. `plain` is faster, and leaves what is unusual to js-yaml. */
export type SourceReader = 'plain' | 'js-yaml';

/** Reads one file's bytes as plain-subset YAML. Never throws for what the bytes hold. */
export function parseSource(file: string, bytes: Uint8Array, reader: SourceReader = 'plain'): Source {
  const usual = reader === 'plain' ? parseUsual(file, bytes) : null;
  if (usual !== null) return usual;
  const text = textOf(bytes);
  if (text === null)
    return { file, text: '', value: undefined, findings: [findingOf(problems.encoding, {}, { file })] };
  const broken = (finding: Finding): Source => ({ file, text, value: undefined, findings: [finding] });

  const hidden = firstControl(text);
  if (hidden !== null) {
    const offsets = [hidden.offset, hidden.offset + 1] as const;
    return broken(findingOf(problems.control, { codePoint: hidden.name }, { file, offsets }));
  }
  const lone = firstLoneReturn(text);
  if (lone !== -1) return broken(findingOf(problems.lineEnd, {}, { file, offsets: [lone, lone + 1] }));

  let events: Event[];
  try {
    events = parseEvents(text, { maxDepth: 2 * MAX_DEPTH });
  } catch (error) {
    return broken(syntaxFinding(file, text, error));
  }
  if (events.length === 0) return { file, text, value: [], findings: [findingOf(problems.empty, {}, { file })] };
  const findings = checkPlainSubset(file, text, events);
  if (findings.length > 0) return { file, text, value: undefined, findings };
  return construct(file, text, events);
}

function construct(file: string, text: string, events: Event[]): Source {
  try {
    return {
      file,
      text,
      value: constructFromEvents(events, { source: text, schema: CORE_SCHEMA, maxAliases: 0 })[0],
      findings: [],
    };
  } catch (error) {
    // The parser stops at the first key written twice; a clerk wants to see them all.
    const duplicates = findDuplicateKeys(file, text, events);
    return {
      file,
      text,
      value: undefined,
      findings: duplicates.length > 0 ? duplicates : [syntaxFinding(file, text, error)],
    };
  }
}

function syntaxFinding(file: string, text: string, error: unknown): Finding {
  const reason = error instanceof YAMLException ? error.reason : String(error);
  const position = error instanceof YAMLException && error.mark ? Math.min(error.mark.position, text.length) : 0;
  const offsets = [position, position + 1] as const;
  if (reason.startsWith('nesting exceeded')) return findingOf(problems.depth, {}, { file, offsets });
  const cause = likelyCause(text, position) ?? { reason: syntaxReason(reason, text.charAt(position)), offsets };
  return findingOf(problems.syntax, { reason: cause.reason }, { file, offsets: cause.offsets });
}
