import { errorProblem, type Problem } from '../diagnostics/diagnostic.js';

/** The sentences of a problem in one language. */
type Row<A> = readonly [
  title: string,
  why: string,
  message: string | ((args: A) => string),
  fix: string | ((args: A) => string),
];

/** A problem of YAML from its sentences, and samples of a file that is right and one that is wrong. */
export function textProblem<A = object>(
  code: string,
  zh: Row<A>,
  en: Row<A>,
  [pass, fail]: readonly [string, string],
): Problem<A> {
  const filled = (sentence: string | ((args: A) => string)) =>
    typeof sentence === 'string' ? () => sentence : sentence;
  const sentences = ([title, why, message, fix]: Row<A>) => ({
    title,
    why,
    message: filled(message),
    fix: filled(fix),
  });
  const file = (text: string): string => `# data/branches/2025.yaml\n${text}`;
  return errorProblem(code, { zh: sentences(zh), en: sentences(en), pass: file(pass), fail: file(fail) });
}

/** A line of a file, shortened to fit a sentence. */
export function shortened(line: string): string {
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

const LONGEST = 40;
