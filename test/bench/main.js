/**
 * `npm run bench [-- DIR]`: how long the commands take on data/ (or the data folder of a generated ledger), beside a
 * Node that does nothing. Prints Markdown.
 */
import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { measure, root } from './measure.js';

const PAIRS = 15;
/** validate on data/ takes less than this many times an empty Node. */
const GOAL = 2.5;

execFileSync(process.execPath, [`${root}src/build/main.js`], { stdio: 'inherit' });
const data = resolve(process.argv[2] ?? `${root}data`);
const commands = [
  ['--help'],
  ['validate', '--data', data],
  ['progress', '--year', '2025', '--data', data],
  ['report', '--year', '2025', '--data', data],
];
const rows = measure(
  [
    { name: 'node -e 0', args: ['-e', '0'] },
    ...commands.map((args) => ({ name: `yueyi ${args[0]}`, args: [`${root}bin/yueyi.js`, ...args] })),
  ],
  PAIRS,
);

const gigabytes = Math.round(totalmem() / 2 ** 30);
const validate = rows.find(({ name }) => name === 'yueyi validate');
const lines = [
  `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${gigabytes} GB; ${PAIRS} pairs`,
  '',
  '| command | median ms | × node -e 0 | peak MB |',
  '| --- | ---: | ---: | ---: |',
  ...rows.map(
    ({ name, median, ratio, megabytes }) =>
      `| ${name} | ${median.toFixed(0)} | ${ratio.toFixed(2)} | ${megabytes.toFixed(0)} |`,
  ),
  '',
  `Goal: validate on data/ under ${GOAL} × node -e 0: ${validate && validate.ratio < GOAL ? 'met' : 'missed'}`,
];
process.stdout.write(`${lines.join('\n')}\n`);
