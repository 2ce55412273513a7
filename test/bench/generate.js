/**
 * `npm run bench:generate -- N DIR`: a valid ledger of N activities in DIR/data, spread over months from January 2025
 * on, beside the base records (branches, pairings, programs, …) of this repository's data/. The same N gives the
 * same bytes.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { root } from './measure.js';

/** Kinds that activities refer to, directly or not. */
const BASE = ['sources', 'people', 'departments', 'organizations', 'branches', 'programs', 'pairings', 'targets'];
const TYPES = ['义诊', '巡讲', '讲座', '健康体检', '居家护理', '技术带教', '文化体验'];
const PLACES = ['社区广场', '卫生服务中心', '文化礼堂', '乡镇卫生院'];
const PER_MONTH = 200;

const [count, folder] = [Number(process.argv[2]), process.argv[3]];
if (!Number.isInteger(count) || count < 0 || folder === undefined) {
  process.stderr.write('usage: npm run bench:generate -- N DIR\n');
  process.exit(2);
}
const data = resolve(folder, 'data');
if (existsSync(data)) {
  process.stderr.write(`${data} exists already\n`);
  process.exit(2);
}
for (const name of [...BASE, 'workspace.yaml']) cpSync(`${root}data/${name}`, join(data, name), { recursive: true });
writeActivities();
process.stdout.write(`${count} activities in ${data}\n`);

function writeActivities() {
  const pairings = recordsOf('pairings');
  const program = recordsOf('programs').find(({ id }) => id === pairings[0]?.program);
  mkdirSync(join(data, 'activities'));
  for (let start = 0; start < count; start += PER_MONTH) {
    const month = new Date(Date.UTC(2025, start / PER_MONTH, 1)).toISOString().slice(0, 7);
    const records = Array.from({ length: Math.min(PER_MONTH, count - start) }, (_, index) =>
      activity(start + index, `${month}-${String(1 + (index % 28)).padStart(2, '0')}`, pairings, program),
    );
    writeFileSync(join(data, 'activities', `${month}.yaml`), records.join(''));
  }
}

/** @param {number} number @param {string} date @param {any[]} pairings @param {any} program */
function activity(number, date, pairings, program) {
  const pairing = pick(pairings, number);
  const type = pick(TYPES, number);
  return [
    `- id: ${date}-${pairing.id}-${type}-${number}`,
    `  title: ${pairing.id}${type}`,
    `  date: ${date}`,
    `  types: [${type}]`,
    `  program: ${program.id}`,
    `  action: ${pick(program.actions, number).id}`,
    `  pairings: [${pairing.id}]`,
    ...(pairing.lead ? [`  lead: ${pairing.lead}`] : []),
    ...(pairing.assist ? [`  assist: [${pairing.assist.join(', ')}]`] : []),
    `  place: ${pairing.id}${pick(PLACES, number)}${number}`,
    `  linkages: [${pick(program.linkages, number).id}]`,
    `  volunteers: ${3 + (number % 9)}`,
    `  beneficiaries: ${20 + (number % 100)}`,
    ...(type === '巡讲' || type === '讲座' ? [`  approval: { by: 党政综合办, on: ${date} }`] : []),
    '  events:',
    `    - on: ${date}`,
    '      step: 已开展',
    '',
  ].join('\n');
}

/** @template T @param {readonly T[]} list @param {number} number @returns {T} */
function pick(list, number) {
  return /** @type {T} */ (list[number % list.length]);
}

/** @param {string} kind @returns {any[]} */
function recordsOf(kind) {
  const files = readdirSync(join(data, kind)).sort();
  return files.flatMap((name) => /** @type {any[]} */ (load(readFileSync(join(data, kind, name), 'utf8'))));
}
