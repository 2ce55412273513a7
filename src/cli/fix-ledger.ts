import type { Language } from '../diagnostics/diagnostic.js';
import { lineDiff } from '../edit/line-diff.js';
import { type Repaired, repairLedger } from '../edit/repair-ledger.js';
import { gbkText } from '../source/text-encoding.js';
import { load } from '../workspace/load.js';
import { withOverlay } from '../workspace/overlay.js';
import type { Run } from './commands/command.js';
import { languageOf } from './language.js';
import { type Opened, openLedger } from './open-ledger.js';
import { tidyLedger, writeLedger } from './write-ledger.js';

interface Options {
  readonly dryRun?: boolean;
  /** `gbk`: files that are not UTF-8 are in it. */
  readonly encoding?: string;
}

/** Opens a ledger to be repaired, after completing or undoing the writes of a killed run. @throws CannotRun */
export async function openToFix(run: Run<Options>): Promise<Opened> {
  if (!run.options.dryRun) await tidyLedger(run);
  return openLedger(run, { snapshot: true });
}

/**
 * Repairs everything with a single meaning in the files given, writes all of them or none, and shows the changes.
 * @param opened with a reader that reads each file once, so that the text compared before writing is the repaired one
 * @returns the repaired ledger; in a dry run the unchanged one
 * @throws CannotRun where a file cannot be written
 */
export async function fixLedger(
  run: Run<Options>,
  opened: Opened,
  isNamed: (file: string) => boolean,
): Promise<Opened> {
  const { reader } = opened;
  const isMeant = (file: string): boolean => isNamed(reader.display(file));
  const { dryRun = false, encoding, sample } = run.options;
  const options = { noSample: !sample };
  const texts = encoding === undefined ? new Map<string, string>() : gbkTexts(opened, isMeant);
  const decoded = withOverlay(reader, texts);
  const asDecoded = texts.size === 0 ? opened : await load(decoded, options);
  const repaired = withConverted(await repairLedger(decoded, asDecoded, options, isMeant), texts);
  if (!dryRun) {
    const repairs = new Map(repaired.files.map(({ file, after }) => [file, after]));
    writeLedger(opened, repairs, 'validate --fix');
  }
  showChanges(run, opened, { ...repaired, converted: texts.size }, dryRun);
  return dryRun ? opened : { ...repaired.loaded, reader: repaired.reader };
}

/** The texts of the files that are meant, are not UTF-8 and are GBK from end to end. */
function gbkTexts({ reader, findings }: Opened, isMeant: (file: string) => boolean): ReadonlyMap<string, string> {
  const files = findings.filter(({ code, at }) => code === 'file-encoding' && isMeant(at.file));
  return new Map(
    files.flatMap(({ at: { file } }): [string, string][] => {
      const text = gbkText(reader.read(file));
      return text === null ? [] : [[file, text]];
    }),
  );
}

/** What was repaired, and the files that only change their encoding. */
function withConverted(repaired: Repaired, texts: ReadonlyMap<string, string>): Repaired {
  const changed = new Set(repaired.files.map(({ file }) => file));
  const converted = [...texts].flatMap(([file, text]) =>
    changed.has(file) ? [] : [{ file, before: text, after: text }],
  );
  return { ...repaired, files: [...repaired.files, ...converted] };
}

/** Shows the changes on standard output, or on standard error where that is used by another format or `-o` is given. */
function showChanges(
  { world, options }: Run<Options>,
  { reader }: Opened,
  { files, mended, converted, stoppedAfter }: Repaired & { readonly converted: number },
  dryRun: boolean,
): void {
  const stream = options.format === 'text' && options.output === undefined ? world.stdout : world.stderr;
  const changed = files.filter(({ before, after }) => before !== after);
  for (const { file, before, after } of changed) stream.write(`${lineDiff(reader.display(file), before, after)}\n`);
  if (options.quiet) return;
  const language = languageOf(options);
  if (converted > 0) stream.write(`${CONVERTED[language](converted, dryRun)}\n`);
  if (converted === 0 || mended > 0) stream.write(`${resultText(language, mended, changed.length, dryRun)}\n`);
  if (stoppedAfter !== undefined) stream.write(`${STOPPED[language](stoppedAfter)}\n`);
  stream.write('\n');
}

const CONVERTED: Readonly<Record<Language, (files: number, dryRun: boolean) => string>> = {
  zh: (files, dryRun) =>
    dryRun
      ? `可以把 ${files} 个文件从 GBK 转成 UTF-8；这是试改，没有写入。`
      : `把 ${files} 个文件从 GBK 转成了 UTF-8。`,
  en: (files, dryRun) =>
    dryRun
      ? `${files} file(s) can be converted from GBK to UTF-8; this is a dry run, nothing is written.`
      : `Converted ${files} file(s) from GBK to UTF-8.`,
};

/** Says that not all repairs were tried. */
const STOPPED = {
  zh: (times: number) => `有的改法会带来新的问题：试了 ${times} 次，其余没有再试，留着不改。`,
  en: (times: number) => `Some repairs would bring new problems: after ${times} tries the rest was left as it is.`,
} as const;

function resultText(language: Language, mended: number, files: number, dryRun: boolean): string {
  if (language === 'zh') {
    if (mended === 0) return '没有可以自动改好的地方。';
    const places = `${mended} 处（${files} 个文件）`;
    return dryRun ? `可以改好 ${places}；这是试改，没有写入。以下按现在的内容校验。` : `改好了 ${places}。`;
  }
  if (mended === 0) return 'Nothing can be fixed automatically.';
  const places = `${mended} finding(s) in ${files} file(s)`;
  return dryRun
    ? `${places} can be fixed; this is a dry run, nothing is written. Below, the files as they are.`
    : `Fixed ${places}.`;
}
