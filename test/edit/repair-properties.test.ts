import { expect, test } from 'vitest';
import { parseDocument, YAMLSeq } from 'yaml';
import type { Finding } from '../../src/diagnostics/diagnostic.js';
import { repairLedger } from '../../src/edit/repair-ledger.js';
import { referencesOf, referredTo } from '../../src/ledger/references.js';
import { KINDS } from '../../src/schema/kinds.js';
import { LineIndex } from '../../src/source/line-index.js';
import { Locator } from '../../src/source/locate.js';
import { type Loaded, load } from '../../src/workspace/load.js';
import { baseLedger, MemoryReader } from '../support/memory-reader.js';
import { Random } from '../support/random.js';
import { mutate } from '../support/yaml-mutations.js';

/** `YUEYI_REPAIRS=20000 npx vitest … test/edit/repair-properties.test.ts` looks for more by hand. */
const LEDGERS = Number(process.env.YUEYI_REPAIRS ?? 150);
const ID = /^[\p{L}\p{N}〔〕·]+(?:-[\p{L}\p{N}〔〕·]+)*$/u;

type Texts = Record<string, string>;

/** What clerks do to names, wherever they stand. */
const MISTYPED: readonly ((name: string) => string)[] = [
  (name) => `${name}&`,
  (name) => `“${name}”`,
  (name) => `${name.slice(0, 1)} ${name.slice(1)}`,
  (name) => `　${name}　`,
  (name) => `${name}\n  name: ${name}`,
  (name) => `${name}&\n  name: ${name}`,
];

/** The small ledger with some things wrong in one or two files. */
function damaged(random: Random): Texts {
  const base = baseLedger();
  const paths = Object.keys(base).filter((path) => path.endsWith('.yaml'));
  const texts = { ...base };
  for (let times = 1 + random.below(2); times > 0; times -= 1) {
    const path = random.pick(paths);
    const text = texts[path] ?? '';
    const mistype = random.pick(MISTYPED);
    texts[path] = random.chance(0.5)
      ? mutate(text, random, Object.values(base))
      : text.replace(/(?<=(?:id|lead|name|program): )[\p{L}\p{N}-]+/gu, (name) =>
          random.chance(0.3) ? mistype(name) : name,
        );
  }
  return texts;
}

const linesOf = (text: string): string[] => text.split('\n');
/** Without their line ends, which may be what is repaired. */
const commentsOf = (text: string): string[] => text.split(/\r?\n/).filter((line) => /^\s*#/.test(line));

/** The lines of a file, from 0, in which a finding offers to change something. */
function offered(findings: readonly Finding[], file: string, text: string): Set<number> {
  const plain = text.replace(/^\ufeff/, '');
  const [locator, index] = [new Locator(plain), new LineIndex(plain)];
  const lines = findings.flatMap(({ at, repair }) =>
    at.file !== file || !repair
      ? []
      : repair.map(({ offsets }) => {
          const start = Math.max((offsets ?? locator.offsets(at))?.[0] ?? 0, 0);
          return index.range(start, start).line - 1;
        }),
  );
  return new Set(lines);
}

/**
 * Goes from one text to the other along what is found on the way, and gives the lines that nothing found accounts for.
 */
async function unfounded(texts: Texts, after: Texts): Promise<string[]> {
  const state = { ...texts };
  for (let round = 0; round < 12; round += 1) {
    const { findings } = await load(new MemoryReader(state));
    let moved = false;
    for (const [file, wanted] of Object.entries(after)) {
      const lines = linesOf(state[file] ?? '');
      for (const line of offered(findings, file, state[file] ?? '')) {
        const next = linesOf(wanted)[line];
        if (next === undefined || next === lines[line]) continue;
        lines[line] = next;
        moved = true;
      }
      state[file] = lines.join('\n');
    }
    if (!moved) break;
  }
  return Object.keys(after).filter((file) => state[file] !== after[file]);
}

/** The records of a text whose lines are the same in another, with what they say there. */
function untouched(before: string, after: string): (readonly [unknown, unknown])[] {
  const [old, now] = [parseDocument(before), parseDocument(after)];
  if (old.errors.length > 0 || !(old.contents instanceof YAMLSeq) || !(now.contents instanceof YAMLSeq)) return [];
  const [was, is] = [linesOf(before), linesOf(after)];
  const [values, others] = [old.toJS() as unknown[], now.toJS() as unknown[]];
  return old.contents.items.flatMap((item, at) => {
    const [start = 0, , end = 0] = (item as { range?: [number, number, number] }).range ?? [];
    const [from, to] = [linesOf(before.slice(0, start)).length - 1, linesOf(before.slice(0, end)).length];
    const isSame = was.slice(from, to).every((line, index) => line === is[from + index]);
    return isSame ? [[values[at], others[at]] as const] : [];
  });
}

/** Names on changed lines that are neither what was typed there nor a valid record’s. */
function strangeNames({ ledger }: Loaded, file: string, before: string, after: string): string[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  const locator = new Locator(after.replace(/^\ufeff/, ''));
  const entries = KINDS.flatMap((kind) => ledger.allWithInvalid(kind)).filter((entry) => entry.file === file);
  return entries.flatMap((entry) =>
    [...referencesOf(entry)]
      .filter((reference) => {
        const line = locator.range({ file, pointer: `${entry.pointer}${reference.pointer}` }).line - 1;
        if (was[line] === is[line] || was[line]?.includes(reference.id)) return false;
        return !ID.test(reference.id) || !referredTo(ledger, reference, entry).some(({ valid }) => valid);
      })
      .map(({ id }) => id),
  );
}

test('repairs change what is found and nothing else, to names of valid records, once and for all', async () => {
  let changed = 0;
  for (let seed = 1; seed <= LEDGERS; seed += 1) {
    const texts = damaged(new Random(seed));
    const reader = new MemoryReader(texts);
    const { files, loaded } = await repairLedger(reader, await load(reader), {}, () => true);
    const after = Object.fromEntries(files.map((file) => [file.file, file.after]));
    changed += files.length;
    for (const each of files) {
      const { file, before } = each;
      expect(linesOf(each.after), `${seed}`).toHaveLength(linesOf(before).length);
      expect(commentsOf(each.after), `${seed}`).toEqual(commentsOf(before));
      for (const [old, now] of untouched(before, each.after)) expect(now, `${seed}`).toEqual(old);
      expect(strangeNames(loaded, file, before, each.after), `${seed}`).toEqual([]);
    }
    expect(await unfounded(texts, after), `${seed}`).toEqual([]);
    const again = new MemoryReader({ ...texts, ...after });
    expect((await repairLedger(again, await load(again), {}, () => true)).files, `${seed}`).toEqual([]);
  }
  expect(changed).toBeGreaterThan(LEDGERS / 10);
});
