import { resolve } from 'node:path';
import { readBytes } from '../../files/read-bytes.js';
import { LARGEST_FILE, ReadError } from '../../files/reader.js';
import { WriteError } from '../../files/write-error.js';
import { writeOne } from '../../files/writer.js';
import { runGit } from '../../git/run-git.js';
import { mergeFiles } from '../../history/merge/merge-files.js';
import { recordsText } from '../../reports/changes/records-text.js';
import { isKind } from '../../schema/kinds.js';
import { parseSource } from '../../source/source.js';
import { textOf } from '../../source/text-of.js';
import type { World } from '../context.js';
import { EXIT } from '../errors.js';

/** What git runs by itself, set up by `hook install`: by name, with the words that git puts behind it. */
export const DRIVERS: Readonly<Record<'__merge' | '__textconv', (args: readonly string[], world: World) => number>> = {
  __merge: mergeDriver,
  __textconv: textConversion,
};

/**
 * `yueyi __merge %O %A %B`: merges a file record by record and writes the result over `%A`; what is no list of records is
 * merged by git's own way. @returns 1 where both changed the same, which then stands between git's markers
 */
function mergeDriver([base = '', ours = '', theirs = '']: readonly string[], world: World): number {
  const path = resolve(world.workingDirectory, ours);
  const texts = [base, ours, theirs].map((file) => readText(resolve(world.workingDirectory, file)));
  const [old, own, other] = texts;
  const merged =
    old == null || own == null || other == null ? null : mergeFiles({ base: old, ours: own, theirs: other });
  try {
    if (merged === null) return mergeByLines({ base, ours, theirs }, path, world);
    writeOne(path, merged.text);
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    world.stderr.write(`写不了“${error.path}”：${error.reason}。\n`);
    return EXIT.cannot;
  }
  return merged.conflicts.length > 0 ? EXIT.no : EXIT.fine;
}

interface Paths {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

function mergeByLines({ base, ours, theirs }: Paths, path: string, { workingDirectory, env }: World): number {
  const names = ['-L', '本机', '-L', '原来', '-L', '对方'];
  const { ok, stdout } = runGit(['merge-file', '-p', ...names, ours, base, theirs], workingDirectory, env);
  writeOne(path, stdout);
  return ok ? EXIT.fine : EXIT.no;
}

/** `yueyi __textconv 类别 文件`: the records of a file in Chinese, for `git diff`; what is no list of records as it is. */
function textConversion([kind = '', file = '']: readonly string[], world: World): number {
  const bytes = readSafely(resolve(world.workingDirectory, file));
  const { value } = bytes === null ? { value: undefined } : parseSource('', bytes);
  const isList = Array.isArray(value) && isKind(kind);
  world.stdout.write(isList ? recordsText(kind, value) : (bytes ?? ''));
  return EXIT.fine;
}

function readText(path: string): string | null {
  const bytes = readSafely(path);
  const text = bytes === null || bytes.length > LARGEST_FILE ? null : textOf(bytes);
  return text !== null && bytes?.[0] === BOM ? `\ufeff${text}` : text;
}

const BOM = 0xef;

function readSafely(path: string): Uint8Array | null {
  try {
    return readBytes(path);
  } catch (error) {
    if (error instanceof ReadError) return null;
    throw error;
  }
}
