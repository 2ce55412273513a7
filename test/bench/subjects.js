import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './measure.js';

const ENVIRONMENT = { YUEYI_TODAY: '2025-12-31' };

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {Partial<import('./measure.js').Subject>} rest
 * @returns {import('./measure.js').Subject}
 */
export function yueyi(name, args, { env, ...rest } = {}) {
  return { name: `yueyi ${name}`, args: [`${root}bin/yueyi.js`, ...args], env: { ...ENVIRONMENT, ...env }, ...rest };
}

/**
 * Copies a ledger with one error: a number in the middle of its activities is replaced by a word.
 * @param {string} data
 * @param {string} copy
 */
export function writeWithError(data, copy) {
  cpSync(data, copy, { recursive: true });
  const names = readdirSync(join(copy, 'activities')).sort();
  const path = join(copy, 'activities', names[names.length >> 1] ?? '');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^ {2}volunteers: \d+$/m, '  volunteers: 三'));
}
