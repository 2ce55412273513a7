import { basename, extname, resolve } from 'node:path';
import type { Draft } from '../document/draft.js';
import type { WordDraft } from '../exchange/read-docx.js';
import { readBytes } from '../files/read-bytes.js';
import { LARGEST_FILE, ReadError } from '../files/reader.js';
import { realPath } from '../files/real-path.js';
import { WriteError } from '../files/write-error.js';
import type { World } from './context.js';
import { CannotRun } from './errors.js';

/** A draft, and the Word file it was read from, which takes comments as it is. */
export interface ReadDraft {
  readonly draft: Draft;
  readonly word?: WordDraft;
}

const TEXTS = ['.txt', '.md', '.markdown'];
const WAYS: Readonly<Record<string, string>> = {
  '.doc': '是旧格式，在 Word 或 WPS 里另存为 .docx 再试。',
  '.wps': '在 WPS 里另存为 .docx 再试。',
  '.pdf': 'PDF 里的文字次序不可靠，请用定稿前的 .docx 或 .txt。',
};

/** Whether two typed paths name the same file. */
export function isSameFile({ workingDirectory }: World, one: string, other: string): boolean {
  return realPath(resolve(workingDirectory, one)) === realPath(resolve(workingDirectory, other));
}

/**
 * Reads the draft typed on the command line: plain text, Markdown or Word, by the ending of its name.
 * @throws CannotRun where it is missing, of another kind, too large or damaged
 */
export async function readDraft({ workingDirectory }: World, typed: string): Promise<ReadDraft> {
  const ending = extname(typed).toLowerCase();
  const word = ending === '.docx';
  if (!word && !TEXTS.includes(ending))
    throw new CannotRun(`读不了“${basename(typed)}”这种文件`, WAYS[ending] ?? '文稿可以是 .txt、.md 或 .docx。');
  const bytes = bytesOf(workingDirectory, typed);
  if (!word) return { draft: await textDraft(bytes, ending !== '.txt') };
  const read = await wordDraft(typed, bytes);
  return { draft: read.draft, word: read };
}

function bytesOf(workingDirectory: string, typed: string): Uint8Array {
  try {
    const bytes = readBytes(realPath(resolve(workingDirectory, typed)));
    if (bytes === null) throw new CannotRun(`没有“${typed}”这个文件`, '检查文件名和所在的文件夹。');
    if (bytes.length > LARGEST_FILE)
      throw new CannotRun(
        `“${typed}”有 ${Math.ceil(bytes.length / 2 ** 20)} MB，超过 ${LARGEST_FILE / 2 ** 20} MB`,
        '删去图片，另存一份再试。',
      );
    return bytes;
  } catch (error) {
    if (!(error instanceof ReadError) && !(error instanceof WriteError)) throw error;
    throw new CannotRun(`读不了“${typed}”：${error.reason}`, '检查路径和权限。');
  }
}

async function wordDraft(typed: string, bytes: Uint8Array): Promise<WordDraft> {
  const [{ readDocx }, { OfficeFileFault }] = await Promise.all([
    import('../exchange/read-docx.js'),
    import('../exchange/read-zip.js'),
  ]);
  try {
    return readDocx(bytes);
  } catch (error) {
    if (!(error instanceof OfficeFileFault)) throw error;
    throw new CannotRun(`读不了“${typed}”：${error.reason}`, error.way);
  }
}

async function textDraft(bytes: Uint8Array, isMarkdown: boolean): Promise<Draft> {
  const [{ lenientText }, { readMarkdown, readText }] = await Promise.all([
    import('../source/text-encoding.js'),
    import('../exchange/read-text.js'),
  ]);
  const text = lenientText(bytes);
  return isMarkdown ? readMarkdown(text) : readText(text);
}
