import { errorProblem, type Problem } from '../diagnostics/diagnostic.js';

/** What a catalogue's row says of a problem in one language. */
type Row<A> = readonly [
  title: string,
  why: string,
  message: string | ((args: A) => string),
  fix: string | ((args: A) => string),
];

/** A problem of YAML, its sentences in the order they are read; a sentence without args is its text alone. */
export function textProblem<A = object>(
  code: string,
  zh: Row<A>,
  en: Row<A>,
  [pass, fail]: readonly [string, string],
): Problem<A> {
  const told = (sentence: string | ((args: A) => string)) => (typeof sentence === 'string' ? () => sentence : sentence);
  const sentences = ([title, why, message, fix]: Row<A>) => ({ title, why, message: told(message), fix: told(fix) });
  const file = (text: string): string => `# data/branches/2025.yaml\n${text}`;
  return errorProblem(code, { zh: sentences(zh), en: sentences(en), pass: file(pass), fail: file(fail) });
}

/** A line of a file as a sentence shows it. */
export function shortened(line: string): string {
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

const LONGEST = 40;
