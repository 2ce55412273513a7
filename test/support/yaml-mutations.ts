import type { Random } from './random.js';
import { RANDOM_KEYS, RANDOM_SCALARS } from './random-yaml.js';
import { TOKENS } from './yaml-agreement.js';

type Mutation = (text: string, random: Random, others: readonly string[]) => string;

/** The start and the length of a random part of a text. */
const stretch = (text: string, random: Random, longest: number): [number, number] => [
  random.below(text.length + 1),
  1 + random.below(longest),
];

const onLines =
  (change: (lines: string[], at: number, random: Random) => void): Mutation =>
  (text, random) => {
    const lines = text.split('\n');
    change(lines, random.below(lines.length), random);
    return lines.join('\n');
  };

const onLine = (change: (line: string, random: Random) => string): Mutation =>
  onLines((lines, at, random) => {
    lines[at] = change(lines[at] ?? '', random);
  });

/** The damage that clerks, editors, merges and attackers do to a text. */
const MUTATIONS: readonly Mutation[] = [
  (text, random) => {
    const [at, length] = stretch(text, random, 3);
    return text.slice(0, at) + text.slice(at + length);
  },
  (text, random) => {
    const [at] = stretch(text, random, 1);
    return text.slice(0, at) + random.pick(TOKENS) + text.slice(at);
  },
  (text, random) => {
    const [at, length] = stretch(text, random, 3);
    return text.slice(0, at) + random.pick(TOKENS) + text.slice(at + length);
  },
  (text, random) => {
    const bytes = Buffer.from(text);
    if (bytes.length > 0) bytes[random.below(bytes.length)] = random.below(256);
    return bytes.toString();
  },
  (text, random) => {
    const [at, length] = stretch(text, random, 60);
    return text.slice(0, at) + text.slice(at, at + length).repeat(2) + text.slice(at + length);
  },
  onLines((lines, at) => lines.splice(at, 1)),
  onLines((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  onLines((lines, at, random) => {
    const other = random.below(lines.length);
    [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
  }),
  onLines((lines, at, random) =>
    lines.splice(at, 0, random.pick(['', '  ', '# 注', '      # a', '---', '\t', '- ', '...'])),
  ),
  onLines((lines, at, random) => {
    const shift = random.pick([-2, -1, 1, 2, 4]);
    for (let line = at; line <= at + random.below(3) && line < lines.length; line += 1) {
      const text = lines[line] ?? '';
      lines[line] = shift > 0 ? ' '.repeat(shift) + text : text.replace(new RegExp(`^ {0,${-shift}}`), '');
    }
  }),
  onLine((line, random) => line.replace(/(?<=[:-] ).*$/, () => random.pick(RANDOM_SCALARS))),
  onLine((line, random) => line.replace(/[^\s:-][^:]*(?=:)/, () => random.pick(RANDOM_KEYS))),
  onLine((line, random) => line.replace(/(?<=[[, ])[^,[\]{} ]+(?=[,\]}])/, () => random.pick(RANDOM_SCALARS))),
  onLine((line, random) => line + random.pick([' # 注', '#注', ' ', '  ', ':', ': ', ',', ' |', ']', '\r', '\t', '"'])),
  onLine((line) => line.replace(/^( *)(- )?/, '$1- $2')),
  onLine((line, random) => line + '甲'.repeat(random.below(60))),
  // What was a record's structure is then a text block's text, or a comment.
  onLines((lines, at, random) => {
    const indent = /^ */.exec(lines[at] ?? '')?.[0].length ?? 0;
    const outer = ' '.repeat(Math.max(indent - 2, 0));
    lines.splice(at, 0, `${outer}${random.pick(['b: |', 'b: >', 'b: |-', '- |', '# b: |'])}`);
  }),
  (text, random, others) => {
    const other = random.pick(others);
    const cut = (part: string): number =>
      random.chance(0.7) ? part.lastIndexOf('\n', random.below(part.length + 1)) + 1 : random.below(part.length + 1);
    return text.slice(0, cut(text)) + other.slice(cut(other));
  },
  (text) => (text.includes('\r') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n')),
  (text, random) => random.pick(['\ufeff', '---\n', '# 注\n', '\n', ' ', '%YAML 1.1\n---\n']) + text,
  (text) => text.trimEnd(),
];

/** A text with a few random mutations, lone surrogates replaced; parts of `others` may be inserted. */
export function mutate(text: string, random: Random, others: readonly string[]): string {
  let mutated = text;
  for (let times = random.pick([1, 1, 1, 2, 2, 3]); times > 0; times -= 1)
    mutated = random.pick(MUTATIONS)(mutated, random, others);
  return Buffer.from(mutated).toString();
}
