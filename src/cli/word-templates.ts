import { OfficeFileFault } from '../exchange/read-zip.js';
import { type Place, TemplateFault } from '../exchange/template/tag.js';
import { readTemplate, type Template } from '../exchange/template/template.js';
import type { Reader } from '../files/reader.js';
import { nearest } from '../text/nearest.js';
import { shownText } from '../text/shown-text.js';
import { CannotRun } from './errors.js';

const FOLDER = 'templates/';
const ENDING = /\.docx$/i;
/** Word files of other kinds, which somebody may have put there. */
const OTHERS = /\.(?:docm|dotm|dotx|doc|dot|wps|wpt|rtf|odt)$/i;
/** No more of a paragraph than this is shown, enough to find it. */
const SHOWN = 30;

/** A Word template by its name, read and understood as far as it can be without a record. */
export interface NamedTemplate {
  readonly name: string;
  readonly template: Template;
}

/** The names of the Word templates in data/templates/; what Word leaves there while one is open is none. */
export function templateNames(reader: Reader): readonly string[] {
  return filesOf(reader, ENDING).map((path) => nameOf(path));
}

/**
 * The template that a word names, by its name or a part of it.
 * @throws CannotRun where none or several are meant, and for a file that cannot be filled
 */
export function openTemplate(reader: Reader, word: string): NamedTemplate {
  const path = pathMeant(reader, word);
  const name = nameOf(path);
  return { name, template: withTemplateFaults(name, () => readTemplate(reader.read(path))) };
}

/** Runs work on a template; what is wrong with it becomes a message. @throws CannotRun */
function withTemplateFaults<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof OfficeFileFault) throw new CannotRun(`模板“${name}”用不了：${error.reason}`, error.way);
    if (error instanceof TemplateFault) throw templateFault(name, [error]);
    throw error;
  }
}

/** The first fault of a template as a message, with the number of the others. */
export function templateFault(name: string, [fault, ...more]: readonly TemplateFault[]): CannotRun {
  if (!fault) throw new TypeError('a template without a fault was refused');
  const others = more.length === 0 ? '' : `（另有${more.length}处）`;
  return new CannotRun(
    `模板“${name}”${placeText(fault.place)}：${fault.reason}${others}`,
    `${fault.way}用 yueyi fill --tags 加类别查看可用的标记。`,
  );
}

function placeText({ part, number, text }: Place): string {
  const shown = [...shownText(text.trim())];
  return `${part}第${number}段“${shown.slice(0, SHOWN).join('')}${shown.length > SHOWN ? '…' : ''}”`;
}

function pathMeant(reader: Reader, word: string): string {
  const paths = filesOf(reader, ENDING);
  if (word === '') throw new CannotRun('没有写用哪个模板', wayToTemplate(reader, paths.map(nameOf), []));
  const typed = word.normalize('NFC').replace(ENDING, '');
  const exact = paths.filter((path) => nameOf(path) === typed);
  const [found, ...more] = exact.length > 0 ? exact : paths.filter((path) => nameOf(path).includes(typed));
  if (found !== undefined && more.length === 0) return found;
  const names = paths.map(nameOf);
  if (found !== undefined)
    throw new CannotRun(`“${word}”有${more.length + 1}个模板`, `写全名称：${names.join('、')}。`);
  const [other] = filesOf(reader, OTHERS).filter((path) =>
    path.replace(OTHERS, '').endsWith(typed.replace(OTHERS, '')),
  );
  if (other !== undefined)
    throw new CannotRun(`模板“${other.slice(FOLDER.length)}”不是 .docx`, '在 Word 里另存为不带宏的 .docx。');
  const near = nearest(typed, names, 3);
  throw new CannotRun(`没有“${word}”这个模板`, wayToTemplate(reader, names, near));
}

function wayToTemplate(reader: Reader, names: readonly string[], near: readonly string[]): string {
  if (near.length > 0) return `是不是 ${near.join('、')}？`;
  const folder = reader.display(FOLDER.slice(0, -1));
  return names.length > 0 ? `可用的模板：${names.join('、')}。` : `把 Word 模板（.docx）放在 ${folder} 里。`;
}

function filesOf(reader: Reader, ending: RegExp): readonly string[] {
  return reader
    .list()
    .map(({ path }) => path)
    .filter((path) => path.startsWith(FOLDER) && ending.test(path) && !/(?:^|\/)~\$/.test(path));
}

/** A file's name as people call it. */
function nameOf(path: string): string {
  return path.slice(FOLDER.length).replace(ENDING, '').normalize('NFC');
}
