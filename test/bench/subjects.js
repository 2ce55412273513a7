import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './measure.js';

/** What a run keeps between runs goes here, not into the cache of whoever measures: every system's place for it. */
const CACHE = mkdtempSync(join(tmpdir(), 'yueyi-bench-cache-'));
const ENVIRONMENT = { YUEYI_TODAY: '2025-12-31', XDG_CACHE_HOME: CACHE, LOCALAPPDATA: CACHE, HOME: CACHE };

export const clearCache = () => rmSync(CACHE, { recursive: true, force: true });

/** @param {string} name @param {readonly string[]} args @param {Partial<import('./measure.js').Subject>} rest @returns {import('./measure.js').Subject} */
export function yueyi(name, args, { env, ...rest } = {}) {
  return { name: `yueyi ${name}`, args: [`${root}bin/yueyi.js`, ...args], env: { ...ENVIRONMENT, ...env }, ...rest };
}

/** The same ledger with one number written as a word. @param {string} data @param {string} copy */
export function writeWithError(data, copy) {
  cpSync(data, copy, { recursive: true });
  edit(copy, (text) => text.replace(/^ {2}volunteers: \d+$/m, '  volunteers: 三'));
}

/** One edit after another, each of them new. @param {string} data */
export function editor(data) {
  let turn = 0;
  return () => {
    turn += 1;
    edit(data, (text) => text.replace(/^ {2}volunteers: \d+$/m, `  volunteers: ${100 + turn}`));
  };
}

/** Changes the file in the middle of a ledger's activities. @param {string} data @param {(text: string) => string} change */
export function edit(data, change) {
  const names = readdirSync(join(data, 'activities')).sort();
  const path = join(data, 'activities', names[names.length >> 1] ?? '');
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}
