import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/commands/index.js';
import { optionsOf } from '../src/cli/options.js';
import { REPOSITORY, runCli, temporaryFolder, writeFiles } from './support/run-cli.js';

/**
 * The README's tour, walked again in a copy of the hospital's ledger: a block after `<!-- file: PATH -->` is written there, and one
 * after `<!-- output: yueyi … | head N -->` must be what the command prints then. UPDATE=1 rewrites the outputs.
 */
const root = REPOSITORY;
const path = join(root, 'README.md');
const text = readFileSync(path, 'utf8');
const BLOCK = /<!-- (?<what>file|output): (?<how>.+?) -->\n(?<open>```\w*\n)(?<body>.*?)```/gs;

/** The text with what the commands print today, in the order in which a reader would type them. */
async function walk(): Promise<string> {
  const copy = temporaryFolder();
  for (const ledger of ['shaoxing', 'sample-2025']) {
    cpSync(join(root, 'test/fixtures', ledger, 'data'), join(copy, 'data'), { recursive: true });
  }
  let walked = text;
  for (const [block, what = '', how = '', open = '', body = ''] of text.matchAll(BLOCK)) {
    if (what === 'file') writeFiles(copy, { [how]: body });
    else walked = walked.replace(block, `<!-- output: ${how} -->\n${open}${await outputOf(how, copy)}\`\`\``);
  }
  return walked;
}

/** What `yueyi … | head N` prints. */
async function outputOf(command: string, cwd: string): Promise<string> {
  const [, typed = '', lines] = /^yueyi (.*?)(?: \| head (\d+))?$/.exec(command) ?? [];
  const { stdout, stderr } = await runCli(typed.split(' '), { cwd, env: { YUEYI_TODAY: '2025-07-01' } });
  const printed = `${stdout}${stderr}`.trimEnd().split('\n');
  const shown = lines === undefined ? printed : printed.slice(0, Number(lines));
  return `${shown.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** The first cells of the table's rows under a heading row that begins with `heading`. */
function firstCells(heading: string): string[] {
  const [, table = ''] = text.split(`\n| ${heading} |`);
  const rows = (table.split('\n\n')[0] ?? '').split('\n').slice(2);
  return rows.map((row) => row.split(' | ')[0]?.slice(2) ?? '');
}

describe('README.md', () => {
  it('shows what the commands print', async () => {
    const walked = await walk();
    if (process.env.UPDATE === '1') writeFileSync(path, walked);
    else expect(text).toBe(walked);
  });

  it('names every command and every option, and no other', async () => {
    const { stdout: help } = await runCli(['--help']);
    const flags = [help, ...COMMANDS.flatMap((spec) => optionsOf(spec).map(({ flags }) => flags))].join(' ');
    const known = new Set(flags.match(/--[a-z-]+/g));
    const written = new Set(
      `${firstCells('选项')} ${firstCells('命令')} ${text.replace(/^npm run.*$/gm, '')}`.match(
        /(?<=[` ])--[a-z][a-z-]*/g,
      ),
    );
    const absent = [...known].filter((flag) => !written.has(flag) && !['--help', '--version'].includes(flag));
    expect(absent, 'options the README does not name').toEqual([]);
    expect(
      [...written].filter((flag) => !known.has(flag)),
      'options the program does not have',
    ).toEqual([]);
    const names = COMMANDS.map(({ name }) => name);
    expect(
      firstCells('命令')
        .map((cell) => /yueyi ([\w-]+)/.exec(cell)?.[1])
        .filter(Boolean),
    ).toEqual(names);
    const used = [...text.matchAll(/(?:`|npx |output: )yueyi ([\w-]+)/g)].map(([, name]) => name);
    expect(used.filter((name) => !names.includes(name ?? ''))).toEqual([]);
  });

  it('has a line for every package', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const named = firstCells('包').map((cell) => cell.replaceAll('`', ''));
    expect(named.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
  });

  it('draws the rooms that are there', () => {
    const [, drawn = ''] = /<!-- rooms -->(.*)<!-- \/rooms -->/s.exec(text) ?? [];
    const rooms = [...drawn.matchAll(/^ {2}(\w+)\/ /gm)].map(([, room]) => room);
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.sort()).toEqual(folders.map(({ name }) => name).sort());
  });

  it('points at files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, to]) => to ?? '');
    const named = [...text.matchAll(/`((?:src|schemas|test)\/[\w./-]+)`/g)].map(([, to]) => to ?? '');
    expect([...links, ...named].filter((to) => !existsSync(join(root, to)))).toEqual([]);
  });
});
