import { resolve } from 'node:path';
import { readBytes } from '../../files/read-bytes.js';
import { makeFolders, removeOne, writeOne } from '../../files/writer.js';
import type { Repository } from '../../git/repository.js';
import { KINDS } from '../../schema/kinds.js';
import type { ProgramPath } from '../context.js';
import { quoted, slashed } from './hook-script.js';

const BEGIN = '# yueyi: 台账按记录合并、按中文对比，由 yueyi hook install 写入';
const END = '# yueyi: 到此为止';
const MERGE = 'yueyi';
const diffName = (kind: string): string => `yueyi-${kind}`;

/** Beside git's own settings, which name it: one file is written and taken away whole. */
const SETTINGS = 'yueyi.gitconfig';

/**
 * Tells git to merge the records of a ledger one by one, and to compare them in Chinese: settings of this copy of the
 * repository, which nothing commits. @param folder the data folder below the top
 */
export function addDrivers(repository: Repository, folder: string, program: ProgramPath): void {
  const home = repository.commonFolder();
  const path = resolve(home, SETTINGS);
  writeOne(path, settingsText(program), { expected: readBytes(path) });
  const included = repository.git(['config', '--local', '--get-all', 'include.path']).stdout.toString().split('\n');
  if (!included.includes(SETTINGS)) repository.git(['config', '--local', '--add', 'include.path', SETTINGS]);
  writeAttributes(home, [BEGIN, ...KINDS.flatMap((kind) => attributesOf(folder, kind)), END]);
}

/** Takes the settings back. */
export function removeDrivers(repository: Repository): void {
  const home = repository.commonFolder();
  repository.git(['config', '--local', '--unset-all', 'include.path', `^${SETTINGS.replace('.', '\\.')}$`]);
  writeAttributes(home, []);
  const path = resolve(home, SETTINGS);
  const known = readBytes(path);
  if (known !== null) removeOne(path, known);
}

/** What git runs; where yueyi is gone, git does as without it. */
function settingsText({ node, script }: ProgramPath): string {
  const [run, file] = [[node, script].map((word) => quoted(slashed(word))).join(' '), quoted(slashed(script))];
  const merge = `if [ -f ${file} ]; then ${run} __merge %O %A %B; else git merge-file %A %O %B; fi`;
  const compare = (kind: string): string =>
    `f() { if [ -f ${file} ]; then ${run} __textconv ${kind} "$1"; else cat "$1"; fi; }; f`;
  return [
    BEGIN,
    `[merge "${MERGE}"]`,
    `\tname = ${setting('越医：逐条合并记录')}`,
    `\tdriver = ${setting(merge)}`,
    ...KINDS.flatMap((kind) => [`[diff "${diffName(kind)}"]`, `\ttextconv = ${setting(compare(kind))}`]),
    '',
  ].join('\n');
}

/** A value as git's settings hold it. */
function setting(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}

function attributesOf(folder: string, kind: string): string[] {
  const below = folder === '.' ? '' : `${folder}/`;
  return ['', 'sample/'].map((part) => {
    const pattern = `/${below}${part}${kind}/**/*.yaml`;
    return `${/["\\\s]/.test(pattern) ? JSON.stringify(pattern) : pattern} merge=${MERGE} diff=${diffName(kind)}`;
  });
}

/** Puts our lines behind those of others; none takes them out. */
function writeAttributes(home: string, own: readonly string[]): void {
  const path = resolve(home, 'info/attributes');
  const known = readBytes(path);
  const text = known === null ? '' : Buffer.from(known).toString();
  const [before, behind = ''] = text.split(BEGIN);
  const others = behind.includes(END) ? `${before}${behind.slice(behind.indexOf(END) + END.length + 1)}` : text;
  if (known === null && own.length === 0) return;
  const start = others === '' || others.endsWith('\n') ? others : `${others}\n`;
  makeFolders(resolve(path, '..'));
  writeOne(path, start + own.map((line) => `${line}\n`).join(''), { expected: known });
}
