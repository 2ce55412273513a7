import { type Finding, findingOf, type Repair } from '../diagnostics/diagnostic.js';
import { unseenIn } from '../text/unseen.js';
import { sourceProblems as problems } from './problems.js';
import { hasByteOrderMark, hasMixedLineEnds } from './unusual-text.js';

/** Findings on a file that can be read nevertheless: a byte order mark, mixed line ends, invisible characters. */
export function fileNotes(file: string, bytes: Uint8Array, text: string): Finding[] {
  const notes: Finding[] = [];
  if (hasByteOrderMark(bytes)) {
    const repair = [{ offsets: [-1, 0] as const, text: '' }];
    notes.push(findingOf(problems.byteOrderMark, {}, { file }, { repair }));
  }
  if (hasMixedLineEnds(text)) notes.push(mixedLineEnds(file, text));
  for (const { start, end, name } of unseenIn(text)) {
    const offsets = [start, end] as const;
    notes.push(findingOf(problems.hidden, { name }, { file, offsets }, { repair: [{ offsets, text: '' }] }));
  }
  return notes;
}

/** The more frequent kind stays, so that as few lines as possible change; LF where both are as frequent. */
function mixedLineEnds(file: string, text: string): Finding {
  const [crlf, lf]: [number[], number[]] = [[], []];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    (text.charCodeAt(at - 1) === 13 ? crlf : lf).push(at);
  }
  const few = crlf.length > lf.length ? lf : crlf;
  const repair = few.map((at): Repair => {
    return few === lf ? { offsets: [at, at], text: '\r' } : { offsets: [at - 1, at], text: '' };
  });
  const first = (few[0] ?? 0) - (few === crlf ? 1 : 0);
  const args = { crlf: crlf.length, lf: lf.length };
  return findingOf(problems.mixedLineEnds, args, { file, offsets: [first, first] }, { repair });
}
