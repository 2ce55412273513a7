import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * The rooms of src/, in the order of the flow, and what each is for. A room may import only the rooms before it,
 * so that a change in one can never reach back. `build/` stands alone: it makes dist/ and is no part of the program.
 */
const ROOMS: Readonly<Record<string, string>> = {
  text: 'measures and writes text and dates, and knows nothing of ours',
  calendar: 'knows the days, not the records',
  document: 'is the form of a report, whatever fills it',
  diagnostics: 'is the form of a finding, whatever finds it',
  files: 'reads and writes bytes, and does not know what is in them',
  git: 'reads bytes as `files` does, from another place',
  source: 'knows YAML, not what the records mean',
  schema: 'knows single records, not the ledger around them',
  ledger: 'holds records, and does not judge or count them',
  rules: 'judge records alone: a figure depends on the day, and validation must not',
  figures: 'count records, and do not know where they will be printed',
  workspace: 'joins reading and checking for everyone after it',
  history: 'compares records and figures, which reports tell of: it comes before them, and does not print',
  reports: 'say what is printed, not how it looks',
  render: 'is pure: a document becomes text, whatever the ledger is',
  edit: 'changes files, and does not print',
  exchange: 'turns records into other formats and back, and does not print',
  cli: 'is the only room that knows a command line',
};

interface Import {
  readonly from: string;
  /** A path below src/, or a package as it is written. */
  readonly to: string;
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
}

/** What only some rooms may import (or what a room may only import), and why. */
interface Limit {
  readonly why: string;
  readonly applies: (edge: Import) => boolean;
  readonly allowed: (edge: Import) => boolean;
}

const within = (path: string, ...rooms: readonly string[]): boolean =>
  rooms.some((room) => path.startsWith(`${room}/`));
const isPackage = (to: string, ...names: readonly string[]): boolean =>
  names.some((name) => to === name || to.startsWith(`${name}/`));
const isOurs = (to: string): boolean => within(to, ...Object.keys(ROOMS), 'build');

/** Only these rooms use a package: whoever replaces it touches one room. */
function kept(names: readonly string[], rooms: readonly string[], why: string): Limit {
  return {
    why,
    applies: ({ to }) => isPackage(to, ...names),
    allowed: ({ from }) => within(from, ...rooms),
  };
}

/** The one generated module that is not made from schemas/. */
const CALENDAR_TABLE = '#generated/calendar.js';

const LIMITS: readonly Limit[] = [
  {
    why: 'render/ is pure: it sees documents and text, so that every format shows the same figures',
    applies: ({ from, to }) => within(from, 'render') && isOurs(to),
    allowed: ({ to }) => within(to, 'render', 'document', 'text'),
  },
  {
    why: 'only calendar/ reads the table of days: it alone knows how the table is written',
    applies: ({ to }) => to === CALENDAR_TABLE,
    allowed: ({ from }) => within(from, 'calendar'),
  },
  {
    why: 'only schema/ runs what is made from schemas/; the ledger borrows the types of its records, no one else does',
    applies: ({ to }) => to.startsWith('#generated/') && to !== CALENDAR_TABLE,
    allowed: ({ from, typeOnly }) => within(from, 'schema') || (within(from, 'ledger') && typeOnly),
  },
  kept(
    ['node:fs', 'node:fs/promises', 'fs'],
    ['files'],
    'only files/ touches the disk, so that the rest can be tested in memory',
  ),
  kept(['node:child_process', 'child_process'], ['git'], 'only git/ starts another program'),
  kept(
    ['chalk', 'cli-table3'],
    ['render', 'diagnostics/formats'],
    'colour and table borders belong to output; everything before it is plain data',
  ),
  kept(
    ['docx', 'hucre', 'fflate'],
    ['render', 'exchange'],
    'files of Office programs are written and read in one room, so that a young library can be replaced',
  ),
  kept(['saxes'], ['exchange'], 'only exchange/ reads the XML of Office files'),
  kept(['commander'], ['cli'], 'only cli/ knows a command line, so that commands can be run without one'),
  kept(['js-yaml'], ['source'], 'only source/ reads YAML, and so only one subset of it is accepted'),
  kept(['yaml'], ['edit'], 'the slow parser that keeps comments is for changing files, not for reading them'),
  kept(['ajv'], ['schema'], 'only schema/ knows how records are validated'),
  kept(['date-fns'], ['text', 'calendar'], 'dates are strings everywhere else'),
  kept(
    ['string-width', 'get-east-asian-width'],
    ['text'],
    'one module owns the width of text, because terminals disagree',
  ),
];

const STATIC_IMPORT = /^(?:import|export)\s+(?<type>type\s)?(?:[^;'"]*?\sfrom\s+)?'(?<to>[^']+)'/gm;
const DYNAMIC_IMPORT = /\bimport\('(?<to>[^']+)'\)/g;

const src = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(?:ts|js)$/.test(path))
  .sort();
const texts = new Map(files.map((path) => [path, readFileSync(`${src}${path}`, 'utf8')]));
const imports = files.flatMap((path) => importsOf(path, texts.get(path) ?? ''));

function importsOf(from: string, text: string): Import[] {
  const found = (pattern: RegExp, dynamic: boolean): Import[] =>
    [...text.matchAll(pattern)].map(({ groups }) => ({
      from,
      to: targetOf(from, groups?.to ?? ''),
      typeOnly: groups?.type !== undefined,
      dynamic,
    }));
  return [...found(STATIC_IMPORT, false), ...found(DYNAMIC_IMPORT, true)];
}

function targetOf(from: string, written: string): string {
  if (!written.startsWith('.')) return written;
  const path = posix.join(posix.dirname(from), written);
  return texts.has(path) ? path : path.replace(/\.js$/, '.ts');
}

const roomOf = (path: string): string => path.split('/')[0] ?? '';

describe('the rooms of src/', () => {
  const order = Object.keys(ROOMS);

  it('are all in the table', () => {
    const unknown = [...new Set(files.map(roomOf))].filter((room) => !order.includes(room) && room !== 'build');
    expect(unknown, 'a new folder of src/ needs its row in ROOMS: where in the flow it stands, and what for').toEqual(
      [],
    );
  });

  it('import only what stands before them', () => {
    const wrong = imports
      .filter(({ from, to }) => isOurs(to) && roomOf(from) !== roomOf(to))
      .filter(({ from, to }) => order.indexOf(roomOf(to)) > order.indexOf(roomOf(from)))
      .map(({ from, to }) => `src/${from} imports src/${to}, but ${roomOf(from)}/ ${ROOMS[roomOf(from)] ?? ''}`);
    expect(wrong, 'move the code to the room it belongs to, or pass in what it needs').toEqual([]);
  });

  it('leave build/ alone, which needs none of them', () => {
    const crossing = imports.filter(({ from, to }) => isOurs(to) && within(from, 'build') !== within(to, 'build'));
    expect(crossing, 'build/ makes dist/; the program must run without it').toEqual([]);
  });

  it('keep their limits', () => {
    const wrong = LIMITS.flatMap(({ why, applies, allowed }) =>
      imports
        .filter((edge) => !within(edge.from, 'build') && applies(edge) && !allowed(edge))
        .map(({ from, to }) => `src/${from} imports ${to}: ${why}`),
    );
    expect(wrong).toEqual([]);
  });

  it('are found by this test at all', () => {
    expect(imports.filter(({ to }) => isOurs(to)).length).toBeGreaterThan(files.length);
    const unresolved = imports.filter(({ to }) => isOurs(to) && !texts.has(to));
    expect(unresolved).toEqual([]);
  });
});

describe('the files of src/', () => {
  it('never import each other in a circle', () => {
    // Types leave nothing behind, and a part loaded later is no circle at the start.
    const needs = new Map(
      files.map((path) => [
        path,
        imports.filter((edge) => edge.from === path && !edge.typeOnly && !edge.dynamic).map(({ to }) => to),
      ]),
    );
    expect(circles(needs), 'move what both files need into a third, or import only its type').toEqual([]);
  });

  it('of figures/ and reports/ do not even take types from each other in a circle', () => {
    // Each row of the registry can be read without the class that holds all figures.
    const needs = new Map(
      files
        .filter((path) => within(path, 'figures', 'reports'))
        .map((path) => [path, imports.filter(({ from }) => from === path).map(({ to }) => to)]),
    );
    expect(circles(needs), 'move the types that both need into a file of their own').toEqual([]);
  });

  it('stay small enough to read at once', () => {
    const long = files
      .map((path) => ({ path, lines: (texts.get(path) ?? '').split('\n').length - 1 }))
      .filter(({ lines }) => lines > 250)
      .map(({ path, lines }) => `src/${path}: ${lines} lines`);
    expect(long, 'a file over 250 lines does more than one thing').toEqual([]);
  });

  it('are named after what they export', () => {
    const vague = files.filter((path) => /(?:^|\/)(?:utils?|helpers?|misc|common)\.(?:ts|js)$/.test(path));
    expect(vague, 'name the file after its main export').toEqual([]);
  });
});

/** Every circle once, as `a → b → a`. */
function circles(needs: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const next of needs.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of needs.keys()) visit(path, []);
  return found;
}
