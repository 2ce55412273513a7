import { isDeepStrictEqual } from 'node:util';
import { readPlain } from '../../src/source/plain-reader.js';
import { parseSource, type Source } from '../../src/source/source.js';
import { Random } from './random.js';
import { randomYaml } from './random-yaml.js';
import { disagreement, excerpts, mixedTexts } from './yaml-agreement.js';
import { mutate } from './yaml-mutations.js';

export interface Comparison {
  /** Whether the plain reader accepted the text. */
  readonly accepted: boolean;
  /** How js-yaml or `yaml` reads the text differently, or null. */
  readonly difference: string | null;
}

/** Reads a text with and without the plain reader, and with `yaml` where it is accepted. */
export function compareReaders(text: string): Comparison {
  const bytes = Buffer.from(text);
  const plain = parseSource('facts/a.yaml', bytes, 'plain');
  const whole = parseSource('facts/a.yaml', bytes, 'js-yaml');
  const accepted = plain.findings.length === 0 && readPlain(Buffer.from(plain.text())) !== undefined;
  // Deep equality does not see the order of fields, JSON does not see -0.
  const same = isDeepStrictEqual(plain.value, whole.value) && written(plain) === written(whole);
  if (!same) return { accepted, difference: `plain ${written(plain)}, js-yaml ${written(whole)}` };
  return { accepted, difference: disagreement(text) };
}

const written = ({ text, findings, ...rest }: Source): string =>
  JSON.stringify({
    ...rest,
    text: text(),
    findings: findings.map((finding) => ({ ...finding, wording: finding.wording('zh') })),
  });

export interface FuzzResult {
  readonly documents: number;
  readonly accepted: number;
  /** The first of them, each with its text. */
  readonly differences: readonly string[];
}

const SHOWN = 20;
/** One in this many texts is made only of fragments. */
const EVERY = 20;

/** Compares the readers on `runs` mutated and generated texts, the same ones for the same seed. */
export function fuzzReaders(sources: readonly string[], runs: number, seed: number): FuzzResult {
  const random = new Random(seed);
  const pieces = sources.flatMap(excerpts);
  const mixed = mixedTexts(Math.ceil(runs / EVERY), seed);
  const differences: string[] = [];
  let accepted = 0;
  for (let run = 0; run < runs; run += 1) {
    const text = (run % EVERY === 0 ? mixed[run / EVERY] : undefined) ?? randomText(random, pieces);
    const compared = compareReaders(text);
    if (compared.accepted) accepted += 1;
    if (compared.difference === null) continue;
    differences.push(`${JSON.stringify(text)}: ${compared.difference}`);
    if (differences.length === SHOWN) break;
  }
  return { documents: runs, accepted, differences };
}

function randomText(random: Random, pieces: readonly string[]): string {
  const kind = random.next();
  if (kind < 0.2) return Buffer.from(randomYaml(random)).toString();
  return mutate(kind < 0.5 ? randomYaml(random) : random.pick(pieces), random, pieces);
}
