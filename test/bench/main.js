/**
 * `npm run bench [-- --peers] [-- --quick]`: the times of the commands on generated ledgers, in pairs with a Node that
 * does nothing, beside the goals; as Markdown. `--peers` measures other validators too (npm installs them into a
 * temporary folder; five minutes more), `--quick` leaves out the ledger of 100,000 activities.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { comparePeers } from './compare-peers.js';
import { LEDGERS, titleOf, writeLedger } from './ledger.js';
import { EMPTY, measure, output, peakMemory, root } from './measure.js';
import { importer, writers, writeWithError, yueyi } from './subjects.js';
import { met, print, row } from './table.js';

/** The parts of a run, as `--timing` names them. */
const PARTS = ['启动', '读取', '核对字段', '规则', '统计', '生成', '合计'];

const { values: options } = parseArgs({ options: { peers: { type: 'boolean' }, quick: { type: 'boolean' } } });
const folder = mkdtempSync(join(tmpdir(), 'yueyi-bench-'));
/** @param {string} name */
const dataOf = (name) => join(folder, name, 'data');

try {
  execFileSync(process.execPath, [`${root}src/build/main.js`], { stdio: 'inherit' });
  for (const [name, size] of Object.entries(LEDGERS)) {
    if (name !== '100k' || !options.quick) writeLedger(dataOf(name), size);
  }
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  print(
    `${new Date().toISOString().slice(0, 10)}，Node ${process.versions.node}，${process.platform} ${process.arch}，${cpus().length} × ${cpus()[0]?.model ?? '?'}，${gigabytes} GB。用时取中位数。\n`,
  );
  await measureStart();
  if (!options.quick) await measureLarge();
  divideTime();
  if (options.peers) await comparePeers(folder, dataOf, options.quick ? ['typical', '10k'] : Object.keys(LEDGERS));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} name @param {Partial<import('./measure.js').Subject>} [rest] */
function validate(name, rest) {
  return yueyi(`validate，${titleOf(name)}`, ['validate', '--data', dataOf(name)], rest);
}

/** Times everything against an empty Node. */
async function measureStart() {
  writeWithError(dataOf('typical'), dataOf('error'));
  const typical = ['--data', dataOf('typical')];
  /** @type {(readonly [import('./measure.js').Subject, number, number?])[]} */
  const subjects = [
    [yueyi('--version', ['--version']), 1.3],
    [yueyi('--help', ['--help']), 1.3],
    [validate('typical'), 2],
    [yueyi('validate，典型台账，有一处错误', ['validate', '--data', dataOf('error')], { status: 1 }), 2.4],
    [yueyi('progress，典型台账', ['progress', '--year', '2025', ...typical]), 2.4],
    [yueyi('report，典型台账', ['report', '--year', '2025', ...typical]), 2.4],
    [yueyi('report 的 docx，典型台账', ['report', '--year', '2025', '--format', 'docx', ...typical]), 8],
    [yueyi('progress 的 xlsx，典型台账', ['progress', '--year', '2025', '--format', 'xlsx', ...typical]), 6],
    [yueyi('report 的 html，典型台账', ['report', '--year', '2025', '--format', 'html', ...typical]), 12],
    ...writers(dataOf('typical'), dataOf('written')).map((subject) => /** @type {const} */ ([subject, 3])),
    [await importer(dataOf('typical'), join(folder, '导入.xlsx')), 39, 7],
    [validate('10k'), 6, 9],
  ];
  print('| 命令 | 毫秒 | 是 node -e 0 的几倍 | 目标 | 内存峰值（MiB） |\n| --- | ---: | ---: | :--- | ---: |');
  row(EMPTY.name, measure(EMPTY, EMPTY, 15).median, 1, '', await peakMemory(EMPTY));
  for (const [subject, goal, pairs = 15] of subjects) {
    const { median, ratio } = measure(subject, EMPTY, pairs);
    row(subject.name, median, ratio, met('≤', goal, ratio), await peakMemory(subject));
  }
  const whole = validate('10k', { env: { YUEYI_READER: 'js-yaml' } });
  const { median, ratio } = measure(whole, validate('10k'), 9);
  row('同上，全部由 js-yaml 读取', median, Number.NaN, `是上一行的 ${ratio.toFixed(2)} 倍`, await peakMemory(whole));
}

/** 100,000 activities: a hundred years of a large hospital. */
async function measureLarge() {
  const large = validate('100k');
  const { median, ratio } = measure(large, validate('10k'), 5);
  const memory = await peakMemory(large);
  const goals = `是一万场的 ${ratio.toFixed(1)} 倍（${met('≤', 11, ratio)}）；内存 ${met('≤', 500, memory)}`;
  row(large.name, median, Number.NaN, goals, memory);
}

/** The parts of a run in milliseconds, from `--timing`. */
function divideTime() {
  print(`\n| 运行一次（毫秒） | ${PARTS.join(' | ')} |\n| --- |${' ---: |'.repeat(PARTS.length)}`);
  const runs = Object.keys(LEDGERS).map((name) => ['validate', name]);
  for (const [command = '', name = ''] of [...runs, ['progress', 'typical'], ['report', 'typical']]) {
    if (name === '100k' && options.quick) continue;
    const year = command === 'validate' ? [] : ['--year', '2025'];
    const { stderr } = output(yueyi(command, [command, ...year, '--timing', '--data', dataOf(name)]));
    const times = PARTS.map((part) => new RegExp(`${part} ([\\d.]+) 毫秒`).exec(stderr)?.[1] ?? '—');
    print(`| ${command}，${titleOf(name)} | ${times.join(' | ')} |`);
  }
}
