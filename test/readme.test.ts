import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/commands/index.js';
import { optionsOf } from '../src/cli/options.js';
import { KINDS } from '../src/schema/kinds.js';
import { REPOSITORY, runCli, temporaryFolder, writeFiles } from './support/run-cli.js';

/**
 * The README's tour, walked again in a copy of the hospital's ledger. Comments in it say what a reader does and sees:
 * `<!-- file: PATH -->` writes the block after it there, `<!-- edit: PATH: OLD → NEW -->` replaces text in that file, and
 * the block after `<!-- output: yueyi … | head N -->` (or tail) is what the command prints then.
 */
const root = REPOSITORY;
const path = join(root, 'README.md');
const text = readFileSync(path, 'utf8');
const STEP =
  /<!-- (?:edit: (?<edited>\S+): (?<old>.+?) → (?<new>.+?) -->|(?<what>file|output): (?<how>.+?) -->\n(?<open>```\w*\n)(?<body>.*?)```)/gs;
const UPDATE = 'look at what changed, then run UPDATE=1 npx vitest run --config test/vitest.config.ts test/readme';

/** The text with what the commands print today, in the order in which a reader would type them. */
async function walk(): Promise<string> {
  const copy = temporaryFolder();
  for (const ledger of ['shaoxing', 'sample-2025']) {
    cpSync(join(root, 'test/fixtures', ledger, 'data'), join(copy, 'data'), { recursive: true });
  }
  const walked: string[] = [];
  let end = 0;
  for (const { 0: whole, index, groups = {} } of text.matchAll(STEP)) {
    walked.push(text.slice(end, index), await stepped(whole, groups, copy));
    end = index + whole.length;
  }
  return walked.join('') + text.slice(end);
}

/** Does one step in `cwd` and returns its text as it should stand in the README. */
async function stepped(whole: string, step: Readonly<Record<string, string>>, cwd: string): Promise<string> {
  const { edited, what, how = '', open = '', body = '' } = step;
  if (edited !== undefined) {
    const before = readFileSync(join(cwd, edited), 'utf8');
    expect(before, `${edited} has “${step.old}” to be edited`).toContain(step.old);
    writeFiles(cwd, { [edited]: before.replace(step.old ?? '', step.new ?? '') });
  }
  if (what === 'file') writeFiles(cwd, { [how]: body });
  return what === 'output' ? `<!-- output: ${how} -->\n${open}${await outputOf(how, cwd)}\`\`\`` : whole;
}

/** What `yueyi … | head N` prints. */
async function outputOf(command: string, cwd: string): Promise<string> {
  const [, typed = '', end, lines] = /^yueyi (.*?)(?: \| (head|tail) (\d+))?$/.exec(command) ?? [];
  const { stdout, stderr } = await runCli(typed.split(' '), { cwd, env: { YUEYI_TODAY: '2025-07-01' } });
  const printed = `${stdout}${stderr}`.trimEnd().split('\n');
  const [from, to] =
    end === 'tail' ? [-Number(lines), undefined] : [0, lines === undefined ? undefined : Number(lines)];
  return `${printed
    .slice(from, to)
    .map((line) => line.trimEnd())
    .join('\n')}\n`;
}

/** The first cells of the table's rows under a heading row that begins with `heading`. */
function firstCells(document: string, heading: string): string[] {
  const [, table = ''] = document.split(`\n| ${heading} |`);
  const rows = (table.split('\n\n')[0] ?? '').split('\n').slice(2);
  return rows.map((row) => row.split(' | ')[0]?.slice(2) ?? '').filter((cell) => cell !== '');
}

const DOCUMENTS = [
  'README.md',
  'src/README.md',
  'test/README.md',
  'test/bench/README.md',
  'schemas/README.md',
  '.github/CONTRIBUTING.md',
];
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

describe('README.md', () => {
  it('shows what the commands print', async () => {
    const walked = await walk();
    if (process.env.UPDATE === '1') writeFileSync(path, walked);
    else expect(text, UPDATE).toBe(walked);
  });

  it('is short enough to be read at a sitting', () => {
    const hint = 'the README is for the clerk: move what only developers need to src/README.md, and options to --help';
    expect(Buffer.byteLength(text), hint).toBeLessThan(16_000);
  });

  it('names every command, and no command or option that is not there', async () => {
    const { stdout: help } = await runCli(['--help']);
    const flags = [help, ...COMMANDS.flatMap((spec) => optionsOf(spec).map(({ flags }) => flags))].join(' ');
    const known = new Set(flags.match(/--[a-z-]+/g));
    const written = new Set(text.match(/(?<=[` ])--[a-z][a-z-]*/g));
    const names = COMMANDS.map(({ name }) => name);
    const listed = firstCells(text, '命令').map((cell) => /yueyi ([\w-]+)/.exec(cell)?.[1]);
    const used = [...text.matchAll(/(?:`|npx |output: )yueyi ([\w-]+)/g)].map(([, name]) => name ?? '');
    expect(listed.filter(Boolean), 'the table of commands lists each, in the order of --help').toEqual(names);
    expect(used.filter((name) => !names.includes(name))).toEqual([]);
    expect(
      [...written].filter((flag) => !known.has(flag)),
      'options the program does not have',
    ).toEqual([]);
  });

  it('lets nothing be entered before what it refers to', () => {
    const [, table = ''] = text.split('\n| 次序 |');
    const order = [...(table.split('\n\n')[0] ?? '').matchAll(/`data\/(\w+)\/`/g)].map(([, kind]) => kind ?? '');
    expect([...order].sort(), 'the table of what to enter first names every kind').toEqual([...KINDS].sort());
    const early = order.flatMap((kind, at) =>
      referencesOf(kind)
        .filter((targets) => !targets.some((target) => order.indexOf(target) <= at))
        .map((targets) => `${kind} refers to ${targets.join(', ')}`),
    );
    expect(early, 'move the kind below what it refers to').toEqual([]);
  });
});

/** The kinds that each reference of a kind may point to. */
function referencesOf(kind: string): string[][] {
  const schema = read(`schemas/${kind}.schema.json`);
  return [...schema.matchAll(/"x-ref":\s*("\w+"|\[[^\]]*\])/g)].map(([, to = '""']) => [JSON.parse(to)].flat());
}

describe('the documents for developers', () => {
  const developers = read('src/README.md');

  it('have a line for every package', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const named = firstCells(developers, '包').map((cell) => cell.replaceAll('`', ''));
    const hint = 'src/README.md says of each package what it is for and why it and not another';
    expect(named.sort(), hint).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
  });

  it('draw the rooms that are there', () => {
    const [, drawn = ''] = /<!-- rooms -->(.*)<!-- \/rooms -->/s.exec(developers) ?? [];
    const rooms = [...drawn.matchAll(/^ {2}(\w+)\/ /gm)].map(([, room]) => room);
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.sort(), 'draw the folders of src/ between the marks in src/README.md').toEqual(
      folders.map(({ name }) => name).sort(),
    );
  });

  it.each(DOCUMENTS)('%s points at files and npm scripts that exist', (name) => {
    const document = read(name);
    const links = [...document.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, to]) => join(dirname(name), to ?? ''));
    // What a new kind is made of is named there before it is there.
    const files = [...document.matchAll(/`((?:src|schemas|test)\/[\w./-]+)`/g)].map(([, to]) => to ?? '');
    const absent = [...links, ...files].filter((to) => !existsSync(join(root, to)) && !/awards/.test(to));
    expect(absent, `${name} names files that are not there`).toEqual([]);
    const { scripts } = JSON.parse(read('package.json'));
    const run = [...document.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script ?? '');
    expect(run.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });
});
