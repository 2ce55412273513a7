import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { World } from '../../src/cli/context.js';
import { main } from '../../src/cli/main.js';
import { KINDS } from '../../src/schema/kinds.js';
import { Random } from './random.js';
import { mutate } from './yaml-mutations.js';

/** What a ledger did to the program: the command that broke, and what it said. */
export interface Broken {
  readonly seed: number;
  readonly args: readonly string[];
  readonly said: string;
}

/** Names of what every object has, and what else no clerk calls a field. */
const KEYS = [
  'toString',
  'valueOf',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toJSON',
  'then',
  'length',
  '',
  '0',
  '~1/',
];
const VALUES: readonly unknown[] = [
  ...[
    '',
    ' ',
    '__proto__',
    'constructor',
    '2025-02-30',
    '13800001111',
    '\u202e甲',
    '`id`',
    '甲\n乙',
    '长'.repeat(4000),
    '{activities@year=2025}',
    '{',
  ],
  ...[null, true, 0, -1, 1e308, 2025, [], [[]], {}, [null], ['甲', '甲'], { 甲: 1 }],
];

/** Commands that read the ledger, beside `validate`, which each ledger is given. */
const COMMANDS: readonly (readonly string[])[] = [
  [],
  ...['target', 'action', 'branch', 'partner', 'linkage', 'month', 'board', 'inspection'].map((view) => [
    'progress',
    '--force',
    '--by',
    view,
  ]),
  ...[
    [],
    ['--ids'],
    ['--public'],
    ['--internal'],
    ['--format', 'markdown'],
    ['--format', 'json'],
    ['--year', '2021'],
  ].map((more) => ['report', '--force', ...more]),
  ['report', '--force', '--program', '越医有爱'],
  ['report', '--force', '--pairing', '东湖'],
  ['progress', '--force', '--format', 'json'],
  ['todo', '--force'],
  ['todo', '--force', '--format', 'json'],
  ...KINDS.flatMap((kind) => [
    ['list', kind, '--force'],
    ['list', kind, '--force', '--format', 'csv'],
    ['list', kind, '--force', '--format', 'json'],
  ]),
  ['show', '东湖', '--force'],
  ['show', '东湖', '--force', '--format', 'json'],
  ['explain', 'activities@year=2025', '--force'],
  ['explain', 'activities@year=2025,pairing=东湖', '--force', '--format', 'json'],
  ['why-changed', '--force', '--since', '2025-06-01'],
  ['validate', '--format', 'sarif'],
  ['validate', '--format', 'github', '--lang', 'en'],
  ['validate', '--excused', '--strict'],
  ['__complete', '--', 'show', ''],
  ['__complete', '--', 'explain', 'activities@'],
];

/**
 * Breaks a ledger in as many ways as there are runs and runs commands on each in this process: what throws or ends with
 * 3 is a fault of ours. The same seed breaks the same ledger in the same way.
 * @param base a ledger's files by their paths below the data folder
 */
export async function fuzzCommands(
  base: Readonly<Record<string, string>>,
  runs: number,
  seed: number,
): Promise<Broken[]> {
  const folder = mkdtempSync(join(tmpdir(), 'yueyi-commands-'));
  const broken: Broken[] = [];
  try {
    for (const [path, text] of Object.entries(base)) write(folder, path, text);
    for (let run = 0; run < runs; run += 1) {
      const random = new Random(seed + run);
      const changed = breakSome(base, random);
      for (const [path, text] of changed) write(folder, path, text);
      const commands = [['validate', '--fix', '--dry-run'], random.pick(COMMANDS), random.pick(COMMANDS)];
      for (const args of commands) {
        const said = await complaint(args, folder);
        if (said !== null) broken.push({ seed: seed + run, args, said });
      }
      for (const [path] of changed) write(folder, path, base[path] ?? '');
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return broken;
}

function write(folder: string, path: string, text: string): void {
  const full = join(folder, 'data', path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
}

/** What a command said that broke; null where all went well. */
async function complaint(args: readonly string[], folder: string): Promise<string | null> {
  let said = '';
  const world: World = {
    stdout: { write: () => undefined },
    stderr: {
      write: (text) => {
        said += text;
      },
    },
    env: { YUEYI_TODAY: '2025-07-01' },
    workingDirectory: folder,
    now: () => new Date('2025-07-01T04:00:00Z'),
  };
  try {
    return (await main(
      [...args, '--debug'].filter((arg) => args[0] !== '__complete' || arg !== '--debug'),
      world,
    )) === 3
      ? said
      : null;
  } catch (error) {
    return `${error instanceof Error ? error.stack : error}`;
  }
}

/** One to three files of the ledger with something wrong in their text or in their records. */
function breakSome(base: Readonly<Record<string, string>>, random: Random): Map<string, string> {
  const paths = Object.keys(base).filter((path) => path.endsWith('.yaml'));
  const texts = Object.values(base);
  const changed = new Map<string, string>();
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const path = random.pick(paths);
    const text = base[path] ?? '';
    changed.set(path, random.chance(0.4) ? mutate(text, random, texts) : brokenRecords(text, random));
  }
  return changed;
}

function brokenRecords(text: string, random: Random): string {
  const root = { value: parse(text) as unknown };
  for (let count = 1 + random.below(3); count > 0; count -= 1) breakOne(root, random);
  return stringify(root.value, { aliasDuplicateObjects: false, lineWidth: 0 });
}

/** Goes down a random way, and puts something else there, or takes it away. */
function breakOne(root: { value: unknown }, random: Random): void {
  let holder: Record<string, unknown> = root;
  let key = 'value';
  for (let at = root.value; at !== null && typeof at === 'object' && (holder === root || random.chance(0.8)); ) {
    const keys = Object.keys(at);
    if (keys.length === 0) break;
    [holder, key] = [at as Record<string, unknown>, random.pick(keys)];
    at = holder[key];
  }
  const choice = random.next();
  if (choice < 0.1 && holder !== root) delete holder[key];
  else if (choice < 0.4) define(holder, random.pick(KEYS), hostileValue(random));
  else define(holder, key, choice < 0.7 ? hostileValue(random) : hostileMapping(random));
}

function hostileMapping(random: Random): object {
  const mapping = {};
  for (let count = 1 + random.below(2); count > 0; count -= 1) define(mapping, random.pick(KEYS), hostileValue(random));
  return random.chance(0.5) ? mapping : [mapping, mapping];
}

/** Sets a key of its own, `__proto__` too. */
function define(holder: object, key: string, value: unknown): void {
  if (Array.isArray(holder)) holder.push(value);
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

/** A value of its own each time: what is broken further must not break the next ledger. */
function hostileValue(random: Random): unknown {
  return structuredClone(random.pick(VALUES));
}
