import type { Diagnostic, Finding, Language, Problem } from '../../diagnostics/diagnostic.js';
import { DIAGNOSTICS_FORMATS, type DiagnosticsFormat, MOST_SHOWN } from '../../diagnostics/formats/formats.js';
import type { Summary } from '../../diagnostics/summary.js';
import { revisionName, shortCommit } from '../../git/revision.js';
import { excusedFindings } from '../../rules/excused-findings.js';
import type { Choice } from '../../text/choice.js';
import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { CannotRun, EXIT } from '../errors.js';
import { languageOf } from '../language.js';
import type { Opened } from '../open-ledger.js';
import { parseChoice } from '../parse-choice.js';
import { requireFound, requireInside, within } from '../path-arguments.js';
import { yueyiVersion } from '../version.js';
import type { CommandSpec, Run } from './command.js';

interface Options {
  readonly excused?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly encoding?: string;
}

export const validate: CommandSpec<Options> = {
  name: 'validate',
  chinese: '校验',
  argument: { flags: '[路径...]' },
  group: '登记和校验',
  summary: '校验台账：YAML 写法、字段、引用、合计、先后',
  formats: () => DIAGNOSTICS_FORMATS,
  options: [
    { flags: '--excused', text: '列出已说明理由的例外' },
    { flags: '--fix', text: '把只有一种改法的地方改好，并显示改动' },
    { flags: '--dry-run', text: '和 --fix 一起用：只显示改动，不写入' },
    {
      flags: '--encoding <编码>',
      text: '和 --fix 一起用：不是 UTF-8 的文件按这种编码转成 UTF-8：',
      choices: () => ENCODINGS,
    },
  ],
  examples: [
    'yueyi validate',
    'yueyi 校验 data/activities/2025-03.yaml',
    'yueyi validate --fix --dry-run',
    'yueyi validate --format json',
    'yueyi validate -o 校验.sarif',
  ],
  run,
};

/** The findings in the paths given. */
interface FindingsShown {
  readonly findings: readonly Finding[];
  readonly excused: readonly Finding[];
  readonly summary: Summary;
}

async function run(run: Run<Options>): Promise<number> {
  const { world, args, options } = run;
  const language = languageOf(options);
  refuseFix(options);
  if (options.rev === undefined) requireFound(world, args);
  const fix = options.fix ? await import('../fix-ledger.js') : null;
  const asRead = await (fix ? fix.openToFix(run) : (await import('../open-ledger.js')).openLedger(run));
  requireInside(world, args, asRead);
  if (asRead.revision) requireFound(world, args, asRead);
  const isNamed = (file: string): boolean => args.length === 0 || within(world, args, [{ file }]).length > 0;
  const opened = fix ? await fix.fixLedger(run, asRead, isNamed) : asRead;
  const found = foundIn(opened, isNamed);
  const format = DIAGNOSTICS_FORMATS.find(({ name }) => name === options.format);
  if (!format) throw new TypeError(`no such format of findings: ${options.format}`);
  await deliver(run, await rendered(run, opened, found, { format, language }));
  if (format.isForPeople && !options.fix && !options.quiet) offerFix(run, opened, isNamed);
  const { errors, warnings } = found.summary;
  return errors > 0 || (options.strict && warnings > 0) ? EXIT.no : EXIT.fine;
}

/** The encodings that `--fix` converts. */
const ENCODINGS: readonly Choice[] = [{ name: 'gbk', chinese: '国标' }];

function refuseFix({ fix, dryRun, rev, encoding }: Run<Options>['options']): void {
  if (encoding !== undefined) {
    parseChoice(ENCODINGS, encoding, `--encoding 的值“${encoding}”不是能转换的编码`);
    if (!fix)
      throw new CannotRun('--encoding 要和 --fix 一起用', '先试改：yueyi validate --fix --dry-run --encoding gbk。');
  }
  if (dryRun && !fix) throw new CannotRun('--dry-run 要和 --fix 一起用', '试改：yueyi validate --fix --dry-run。');
  if (fix && rev !== undefined)
    throw new CannotRun('--fix 不能和 --rev 一起用', '以前的版本不能改动；去掉 --rev，改现在的文件。');
}

/** Mentions `--fix` where it can repair something; repairs are made only on request. */
function offerFix(
  { world, options }: Run<Options>,
  { findings, reader }: Opened,
  isNamed: (file: string) => boolean,
): void {
  if (options.rev !== undefined) return;
  const mendable = findings.some(({ repair, at }) => repair && isNamed(reader.display(at.file)));
  if (mendable) world.stderr.write(`${OFFER[languageOf(options)]}\n`);
}

const OFFER = {
  zh: '有的地方可以自动改好：先用 yueyi validate --fix --dry-run 看改动。',
  en: 'Some of it can be fixed automatically: see the changes with yueyi validate --fix --dry-run first.',
} as const;

function foundIn(opened: Opened, isNamed: (file: string) => boolean): FindingsShown {
  const named = (all: readonly Finding[]) => all.filter(({ at }) => isNamed(opened.reader.display(at.file)));
  const findings = named(opened.findings);
  const excused = named(excusedFindings(opened.excused));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const counts = { errors, warnings: findings.length - errors, excused: excused.length };
  return { findings, excused, summary: { files: opened.files, records: opened.records, ...counts } };
}

/** The findings with their lines, in the format asked for. */
async function rendered(
  run: Run<Options>,
  opened: Opened,
  { findings, excused, summary }: FindingsShown,
  { format, language }: { readonly format: DiagnosticsFormat; readonly language: Language },
): Promise<Iterable<string>> {
  const { isForPeople, fromTop: isFromTop } = format;
  const { revision } = opened;
  const { diagnosticsOf } = await import('../open-ledger.js');
  const reader = isFromTop ? (await import('../from-top.js')).fromTop(run.world, opened.reader) : opened.reader;
  // Findings that a screen does not show need no places.
  const place = (all: readonly Finding[]): Promise<readonly Diagnostic[]> =>
    diagnosticsOf({ ...opened, reader }, all, language, isForPeople ? MOST_SHOWN : undefined);
  const diagnostics = await place(findings);
  const facts = {
    ...productLook(run),
    summary,
    language,
    quiet: run.options.quiet,
    excused: isForPeople && !run.options.excused ? [] : await place(excused),
    problems: isForPeople ? [] : await everyProblem(),
    version: yueyiVersion(),
    ...(revision && {
      rev: revision.commit,
      revision: { zh: `${revisionName(revision)}：`, en: `Revision ${shortCommit(revision)}: ` }[language],
    }),
  };
  const render = await format.load();
  return render(diagnostics, facts);
}

async function everyProblem(): Promise<readonly Problem[]> {
  const { CATALOGUE } = await import('../../workspace/catalogue.js');
  return CATALOGUE.flatMap(({ problems }) => problems.map(({ problem }) => problem));
}
