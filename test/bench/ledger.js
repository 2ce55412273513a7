import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { activity } from './activity.js';
import { root } from './measure.js';

/** A frozen ledger, so that measurements of different years are comparable. */
const SOURCE = `${root}test/fixtures/shaoxing/data`;
/** Kinds that activities refer to, directly or not. */
const KINDS = ['sources', 'people', 'departments', 'organizations', 'branches', 'programs', 'pairings', 'targets'];

/** The ledgers of the table: activities, and how many of them a file holds. */
export const LEDGERS = {
  /** What a hospital has after a year: 15 files, 180 KB, about 360 records. */
  typical: { title: '典型台账', activities: 266, perFile: 45 },
  '10k': { title: '一万场活动', activities: 10_000, perFile: 84 },
  '100k': { title: '十万场活动', activities: 100_000, perFile: 84 },
};

/** The name of a ledger in the table. @param {string} name */
export const titleOf = (name) => new Map(Object.entries(LEDGERS)).get(name)?.title ?? name;

/**
 * Writes a valid ledger of generated activities, from April to December 2025 (their programme begins in March), with
 * the base records they refer to. The same numbers give the same bytes.
 * @param {string} data a folder that does not exist @param {{ activities: number, perFile: number }} size
 */
export function writeLedger(data, { activities, perFile }) {
  if (existsSync(data)) throw new Error(`${data} exists already`);
  mkdirSync(join(data, 'activities'), { recursive: true });
  cpSync(join(SOURCE, 'workspace.yaml'), join(data, 'workspace.yaml'));
  for (const kind of KINDS) {
    mkdirSync(join(data, kind));
    writeFileSync(join(data, kind, `${kind}.yaml`), textOf(kind));
  }
  const base = readBase();
  const files = Math.ceil(activities / perFile);
  for (let file = 0; file < files; file += 1) {
    const month = `2025-${String(4 + Math.floor((file * 9) / files)).padStart(2, '0')}`;
    const length = Math.min(perFile, activities - file * perFile);
    const records = Array.from({ length }, (_, index) => activity(file * perFile + index, month, base));
    writeFileSync(join(data, 'activities', `${month}-${file}.yaml`), records.join(''));
  }
}

/** The files of a kind, concatenated. @param {string} kind */
function textOf(kind) {
  const files = readdirSync(join(SOURCE, kind)).sort();
  return files.map((name) => readFileSync(join(SOURCE, kind, name), 'utf8')).join('');
}

/** @returns {import('./activity.js').Base} */
function readBase() {
  const [pairings, programs, departments, sources] = ['pairings', 'programs', 'departments', 'sources'].map(
    (kind) => /** @type {any[]} */ (load(textOf(kind))),
  );
  return {
    pairings: pairings ?? [],
    program: programs?.find(({ id }) => id === pairings?.[0]?.program),
    departments: departments?.map(({ id }) => id) ?? [],
    source: sources?.[0]?.id,
  };
}
