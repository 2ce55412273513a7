import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parse } from 'yaml';
import { parseSource } from '../../src/source/source.js';

/**
 * How `yaml` reads a text differently from the program, or null. A refused text may be read in any way; an accepted one
 * must be read alike, or the ledger would mean something else in another tool.
 */
export function disagreement(text: string): string | null {
  const { value, findings } = parseSource('facts/2025.yaml', Buffer.from(text));
  // A lone word is never data: the check for a list refuses it.
  if (findings.length > 0 || value === null || typeof value !== 'object') return null;
  try {
    // A byte order mark belongs to the file, not to its text.
    const other: unknown = parse(text.replace(/^\ufeff/, ''), {
      uniqueKeys: true,
      version: '1.2',
      prettyErrors: false,
      logLevel: 'error',
    });
    // Ours have no prototype.
    if (isDeepStrictEqual(structuredClone(value), other)) return null;
    return `ours ${JSON.stringify(value)}, yaml's ${JSON.stringify(other)}`;
  } catch (error) {
    return `ours ${JSON.stringify(value)}, but yaml refuses: ${String(error)}`;
  }
}

/** Fragments of text, separated by ¦. */
const fragments = (text: string): string[] => text.split('¦');

/** YAML's indicators, full-width look-alikes, unusual spaces and line ends, unusual numbers. */
export const TOKENS = [
  ...'-?:,[]{}#&*!|>\'"%@`~=<\\ \t\n：，。“”【】［］｛｝－＃　医院党',
  ...'\u00a0\u0085\u2028\u3000\ufeff\u200b\u0007😀𠮷',
  ...fragments('- ¦: ¦? ¦ #¦# ¦, ¦  ¦    ¦\n\n¦\n  ¦\n- ¦\n    ¦\r\n¦\n\t¦ \n¦\n# 注\n¦\n  # ]\n¦\n---\n¦\n...\n'),
  ...fragments('|\n¦>\n¦|-\n¦>+\n¦|2\n¦> # 注\n¦"\n¦\'\n¦\\\n¦""¦\\n¦\\"¦\\x41¦\\u533b¦\\U0001f600¦\\ud83d¦\\/¦\\0'),
  ...fragments('&a ¦*a ¦!甲 ¦!!str ¦<<: ¦---¦...¦null¦Null¦~¦true¦TRUE¦yes¦on¦__proto__: ¦constructor: ¦id: '),
  ...fragments('[甲, 乙]¦{甲: 乙}¦36,768¦１２¦2025-03-15¦2025-02-30¦12¦0¦01¦0012¦0x1F¦0o17¦0b1¦1e3¦1E+3¦1.¦.5¦+1'),
  ...fragments('-0¦-0.0¦1_000¦12:30¦.inf¦.NaN¦1.2.3¦1e400¦9007199254740993'),
];

/** Fragments that form structures, for texts made only of them. */
const STRUCTURES = [
  ...fragments(
    '- ¦- ¦a: ¦b: ¦甲: ¦a¦乙¦"x"¦\'y\'¦|¦>¦|-¦|+¦>2¦#c¦# ]¦ #c¦[¦]¦[¦]¦{¦}¦{¦}¦,¦, ¦? ¦&a ¦*a ¦!t ¦---¦...¦%Y',
  ),
  ...fragments(
    '1¦01¦1e400¦~¦null¦<<: ¦:¦: ¦\n¦\n¦\n¦\n  ¦\n  ¦\n    ¦\n - ¦\n\t¦\n\n¦\n  \n¦\n#c\n¦\n  #c\n¦"x\n¦\'y\n¦ ¦  ¦\t',
  ),
  ...fragments('k: "v\n  w"¦k: [a,\n  b]¦k: {a: 1,\n b}¦- |\n  t\n\n¦\n---\n¦\n...\n¦|\n¦>\n¦\\\n¦\r\n¦\u3000¦：¦@'),
];

interface Change {
  readonly at: number;
  readonly remove: number;
  readonly token: string;
}

/** Short documents, each with a few characters deleted, inserted or replaced: the same ones for the same seed. */
export function mutationsOf(documents: readonly string[], runs: number, seed: number): string[] {
  return fc.sample(mutatedDocuments(documents), { numRuns: runs, seed });
}

/** A few records of a document with a few characters deleted, inserted or replaced; lone surrogates are replaced. */
function mutatedDocuments(documents: readonly string[]): fc.Arbitrary<string> {
  const pieces = documents.flatMap(excerpts);
  const token = fc.oneof(
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 4, arbitrary: fc.constantFrom(...TOKENS) },
  );
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 3, arbitrary: fc.nat(3) },
      { weight: 1, arbitrary: fc.nat(20) },
    ),
    token,
  });
  return fc
    .tuple(fc.constantFrom(...pieces), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([text, changes]) => Buffer.from(changes.reduce(apply, text)).toString());
}

function apply(text: string, { at, remove, token }: Change): string {
  const start = Math.floor(at * (text.length + 1));
  return text.slice(0, start) + token + text.slice(start + remove);
}

/** Short excerpts of a document, each beginning with a record: `yaml` is too slow for whole ones. */
export function excerpts(text: string): string[] {
  const records = text.split(/^(?=- )/m);
  return records.map((record, index) => `${record}${records[index + 1] ?? ''}`.slice(0, 400));
}

/** Random texts of YAML fragments, the same ones for the same seed. */
export function mixedTexts(runs: number, seed: number): string[] {
  const text = fc.array(fc.constantFrom(...STRUCTURES), { minLength: 1, maxLength: 14 }).map((all) => all.join(''));
  return fc.sample(text, { numRuns: runs, seed });
}
