import { basename } from 'node:path';
import { DIAGNOSTICS_FORMATS } from '../diagnostics/formats/formats.js';
import { formatOfFile, type OutputFormat } from '../document/output-format.js';
import { FORMATS } from '../render/formats.js';
import type { World } from './context.js';
import { CannotRun } from './errors.js';
import { parseChoice } from './parse-choice.js';

/** File endings of other programs: Word or Excel could not open a text under such a name. */
const NOT_MADE =
  /\.(?:docx?|dotx|wps|rtf|odt|xlsx?|xlsm|et|ods|pptx?|dps|pdf|ofd|html?|epub|png|jpe?g|svg|zip|ics|parquet)$/i;

/** The options that decide on the format. */
interface FormatOptions {
  readonly format?: string | undefined;
  readonly output?: string | undefined;
}

/**
 * The format of a product among those of its command: by `--format`, else by the ending of `-o`, else the default. An
 * ending of no format is ignored.
 * @throws CannotRun for a format or an ending that is not made, and for bytes that would go to a terminal
 */
export function chooseFormat(
  makes: readonly OutputFormat[],
  { format, output }: FormatOptions,
  { stdout }: World,
): string {
  const usual = makes[0]?.name ?? 'text';
  if (output !== undefined) refuseEnding(makes, format, output);
  const named = format === undefined ? undefined : parseChoice(makes, format, `没有“${format}”这种格式`);
  const meant = named ?? formatOfFile(makes, output ?? '');
  if (meant?.isBinary && output === undefined && stdout.isTTY) throw notShown(meant);
  return meant?.name ?? usual;
}

/** Why bytes are not written to a terminal. */
export function notShown({ name, endings: [ending = ''] }: OutputFormat): CannotRun {
  return new CannotRun(`${name} 格式不是文字，不能显示在屏幕上`, `写进文件：-o 文件名${ending}。`);
}

/** Refuses an ending of `-o` that cannot be written; with `--format` other endings are free. */
function refuseEnding(makes: readonly OutputFormat[], format: string | undefined, output: string): void {
  if (formatOfFile(makes, output)) return;
  const isOthers = format === undefined && formatOfFile([...FORMATS, ...DIAGNOSTICS_FORMATS], output) !== undefined;
  if (!isOthers && !NOT_MADE.test(output)) return;
  const files = makes.flatMap(({ name, endings: [ending] }) => (ending === undefined ? [] : `${ending}（${name}）`));
  throw new CannotRun(`写不了“${basename(output)}”这种文件`, `可用的结尾：${files.join('、')}。`);
}
