import { resolve } from 'node:path';
import { readBytes } from '../../files/read-bytes.js';
import { makeFolders, writeOne } from '../../files/writer.js';
import type { Repository } from '../../git/repository.js';
import { KINDS } from '../../schema/kinds.js';
import type { ProgramPath } from '../context.js';
import { quoted, slashed } from './hook-script.js';

const BEGIN = '# yueyi: 台账按记录合并、按中文对比，由 yueyi hook install 写入';
const END = '# yueyi: 到此为止';
const MERGE = 'yueyi';
const diffName = (kind: string): string => `yueyi-${kind}`;

/**
 * Tells git to merge the records of a ledger one by one, and to compare them in Chinese: settings of this copy of the
 * repository, which nothing commits. @param folder the data folder below the top
 */
export function addDrivers(repository: Repository, folder: string, program: ProgramPath): void {
  const words = [program.node, program.script].map((word) => quoted(slashed(word)));
  const [, script = ''] = words;
  const run = `${words.join(' ')}`;
  set(repository, `merge.${MERGE}.name`, '越医：逐条合并记录');
  set(
    repository,
    `merge.${MERGE}.driver`,
    `if [ -f ${script} ]; then ${run} __merge %O %A %B; else git merge-file %A %O %B; fi`,
  );
  for (const kind of KINDS) {
    set(
      repository,
      `diff.${diffName(kind)}.textconv`,
      `f() { if [ -f ${script} ]; then ${run} __textconv ${kind} "$1"; else cat "$1"; fi; }; f`,
    );
  }
  writeAttributes(repository, [BEGIN, ...KINDS.flatMap((kind) => attributesOf(folder, kind)), END]);
}

/** Takes the settings back. */
export function removeDrivers(repository: Repository): void {
  for (const section of [`merge.${MERGE}`, ...KINDS.map((kind) => `diff.${diffName(kind)}`)])
    repository.git(['config', '--local', '--remove-section', section]);
  writeAttributes(repository, []);
}

function set(repository: Repository, name: string, value: string): void {
  repository.git(['config', '--local', name, value]);
}

function attributesOf(folder: string, kind: string): string[] {
  const below = folder === '.' ? '' : `${folder}/`;
  return ['', 'sample/'].map((part) => {
    const pattern = `/${below}${part}${kind}/**/*.yaml`;
    return `${/["\\\s]/.test(pattern) ? JSON.stringify(pattern) : pattern} merge=${MERGE} diff=${diffName(kind)}`;
  });
}

/** Puts our lines behind those of others; none takes them out. */
function writeAttributes(repository: Repository, own: readonly string[]): void {
  const path = resolve(repository.commonFolder(), 'info/attributes');
  const known = readBytes(path);
  const text = known === null ? '' : Buffer.from(known).toString();
  const [before, behind = ''] = text.split(BEGIN);
  const others = behind.includes(END) ? `${before}${behind.slice(behind.indexOf(END) + END.length + 1)}` : text;
  if (known === null && own.length === 0) return;
  const start = others === '' || others.endsWith('\n') ? others : `${others}\n`;
  makeFolders(resolve(path, '..'));
  writeOne(path, start + own.map((line) => `${line}\n`).join(''), { expected: known });
}
