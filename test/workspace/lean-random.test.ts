import { expect, test } from 'vitest';
import type { IndexStore } from '../../src/workspace/ledger-index.js';
import { type Loaded, type LoadOptions, load } from '../../src/workspace/load.js';
import { MemoryReader, readTree } from '../support/memory-reader.js';
import { problemFixtures } from '../support/problem-fixtures.js';
import { Random } from '../support/random.js';

/** So many edits, one after another; more for a whole run by hand. */
const ROUNDS = Number(process.env.LEAN_ROUNDS ?? 150);
const SEED = Number(process.env.LEAN_SEED ?? 20251125);

class MemoryStore implements IndexStore {
  readonly build = 'one';
  readonly secret = 'secret';
  private content: Uint8Array | null = null;
  read = () => this.content;
  write = (parts: readonly Uint8Array[]) => {
    this.content = Buffer.concat(parts);
  };
}

function told({ findings, excused, files, records }: Loaded): unknown {
  const said = findings.map(({ say, ...rest }) => JSON.stringify([rest, say('zh')])).sort();
  return { said, excused: excused.map(({ finding }) => JSON.stringify(finding.at)).sort(), files, records };
}

type Texts = Record<string, string>;

/** What a clerk, a merge or a mischief-maker does to a ledger's files. */
const EDITS: readonly ((files: Texts, random: Random) => void)[] = [
  // A line goes, comes twice, or changes places with another.
  (files, random) => changeLines(files, random, (lines, at) => lines.splice(at, 1)),
  (files, random) => changeLines(files, random, (lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  (files, random) => changeLines(files, random, (lines, at) => lines.push(...lines.splice(at, 1 + random.below(6)))),
  // A value takes another's place; a day or number moves.
  (files, random) => {
    const word = wordIn(files, random);
    changeLines(files, random, (lines, at) =>
      lines.splice(
        at,
        1,
        (lines[at] ?? '').replace(/: .*/, () => `: ${word}`),
      ),
    );
  },
  (files, random) =>
    changeLines(files, random, (lines, at) =>
      lines.splice(
        at,
        1,
        (lines[at] ?? '').replace(/\d/, () => `${random.below(10)}`),
      ),
    ),
  // A file is renamed, moved to the samples or back, copied or deleted.
  (files, random) => move(files, random, (path) => path.replace(/(\w+)\.yaml$/, `$1-${random.below(3)}.yaml`)),
  (files, random) => move(files, random, (path) => (path.startsWith('sample/') ? path.slice(7) : `sample/${path}`)),
  (files, random) => move(files, random, (path) => path.replace(/20\d\d/, `20${20 + random.below(8)}`)),
  (files, random) => {
    const path = random.pick(Object.keys(files));
    files[path.replace('.yaml', '-copy.yaml')] = files[path] ?? '';
  },
  (files, random) => {
    const path = random.pick(Object.keys(files));
    if (path !== 'workspace.yaml') delete files[path];
  },
  // Other settings, and an excuse.
  (files, random) => {
    const rule = random.pick([
      'double-entry',
      'outlier',
      'file-year',
      'unknown-reference',
      'solar-term',
      'near-duplicate',
    ]);
    const level = random.pick(['关闭', '请核对', '必须修改']);
    const settings = (files['workspace.yaml'] ?? '').replace(/\nrules:[\s\S]*?(?=\n\S|$)/, '');
    files['workspace.yaml'] = `${settings.trimEnd()}\nrules:\n  ${rule}: ${level}\n`;
  },
  (files, random) => {
    const code = random.pick(['outlier', 'double-entry', 'missing-approval', 'file-year', 'duplicate-id', 'no-such']);
    changeLines(files, random, (lines, at) => {
      if (/^- id:/.test(lines[at] ?? ''))
        lines.splice(at + 1, 0, `  excuse: [{ code: ${code}, reason: 试, by: 王芳, date: 2025-03-01 }]`);
    });
  },
  // What the plain reader leaves.
  (files, random) =>
    changeLines(files, random, (lines, at) =>
      lines.splice(
        at,
        1,
        (lines[at] ?? '').replace(': ', random.pick([':\t', ': &a ', ': "', '：', ': 13800138000 '])),
      ),
    ),
];

function changeLines(files: Texts, random: Random, change: (lines: string[], at: number) => void): void {
  const path = random.pick(Object.keys(files));
  const lines = (files[path] ?? '').split('\n');
  change(lines, random.below(lines.length));
  files[path] = lines.join('\n');
}

function wordIn(files: Texts, random: Random): string {
  const words = (files[random.pick(Object.keys(files))] ?? '').match(/(?<=: ).+/g) ?? ['甲'];
  return random.pick(words);
}

function move(files: Texts, random: Random, to: (path: string) => string): void {
  const path = random.pick(Object.keys(files).filter((each) => each !== 'workspace.yaml'));
  const text = files[path] ?? '';
  delete files[path];
  files[to(path)] = text;
}

test('a ledger that is edited again and again is told the same with an index and without, held and put away', async () => {
  const random = new Random(SEED);
  const bases = ['base', 'shaoxing', 'jiaxing'].map((name) => readTree(`test/fixtures/${name}/data`));
  const fixtures = problemFixtures();
  const seen = new Set<string>();
  for (let round = 0; round < ROUNDS; ) {
    const extra = Object.entries(random.pick(fixtures).files).filter(
      (file): file is [string, string] => typeof file[1] === 'string',
    );
    const files: Texts = { ...random.pick(bases), ...Object.fromEntries(extra) };
    const store = new MemoryStore();
    const lean: LoadOptions = { lean: { room: random.pick([0, 3_000, 100_000]), large: 0, store: async () => store } };
    for (let edits = 0; edits < 10 && round < ROUNDS; edits += 1, round += 1) {
      const noSample = random.below(5) === 0;
      const [full, warm] = [
        await load(new MemoryReader(files), { noSample }),
        await load(new MemoryReader(files), { ...lean, noSample }),
      ];
      for (const { code } of full.findings) seen.add(code);
      expect(told(warm), `round ${round}`).toEqual(told(full));
      random.pick(EDITS)(files, random);
    }
  }
  // Edits that break nothing would show nothing.
  expect(seen.size).toBeGreaterThan(20);
});
