import { type Frozen, type FrozenCheck, frozenFileName } from '../ledger/frozen-year.js';
import type { Ledger } from '../ledger/ledger.js';
import { closedYear, confirmedAhead, freezeYear, frozenContext, restateYear } from '../reports/frozen/freeze-year.js';
import { frozenContract } from '../reports/frozen/frozen-contract.js';
import { checkBlocks, frozenBlocks, restatedBlocks } from '../reports/frozen/frozen-document.js';
import { text } from '../reports/inlines.js';
import { isYearKnown, recordedYears, samplesOfYear } from '../reports/selection.js';
import { formatDate } from '../text/chinese-date.js';
import { isDate } from '../text/date-format.js';
import { frozenText } from '../workspace/frozen-text.js';
import type { Run } from './commands/command.js';
import { todayOf } from './context.js';
import { CannotRun, EXIT } from './errors.js';
import { type Opened, openLedger, refuseErrors } from './open-ledger.js';
import { present } from './present.js';
import { tidyLedger, writeLedger } from './write-ledger.js';

interface Options {
  readonly note?: string;
  readonly restate?: boolean;
  readonly reason?: string;
}

/** What changed frozen figures bring about: a restatement answers it, and `--check` lists it. */
const ANSWERED: readonly string[] = ['frozen-figure', 'frozen-records'];

/**
 * Freezes a year, or restates it, and writes its file. Returns the exit code.
 * @throws CannotRun where the year cannot be frozen, or the file not be written
 */
export async function freezeLedger(run: Run<Options>, year: number): Promise<number> {
  const { world, options, timing } = run;
  const today = todayOf(world, isDate);
  refuseRunning(year, today);
  await tidyLedger(run);
  const opened = await openLedger(run, { snapshot: true });
  if ((await refuseErrors(unanswered(opened), run)) === null) return EXIT.no;
  const { ledger, reader } = opened;
  const file = frozenFileName(year);
  const old = ledger.frozenYear(year);
  refuseTwice(old, year, options.restate ?? false, reader.display(file));
  refuseUnready(ledger, year, today);
  const context = frozenContext(ledger, year, today);
  const frozen = old ? restateYear(context, old, options.reason ?? '') : freezeYear(context, options.note);
  timing.mark('统计');
  if (!frozen) {
    await present(run, productOf([], [{ type: 'paragraph', content: [text('定稿的数没有变，没有写入。')] }], opened));
    return EXIT.fine;
  }
  writeLedger(opened, new Map([[file, frozenText(frozen)]]), `freeze ${year}${old ? ' --restate' : ''}`);
  const blocks = old ? restatedBlocks(frozen, reader.display(file)) : frozenBlocks(frozen, reader.display(file));
  const done: FrozenCheck = { frozen: { file, value: frozen }, isIntact: true, changes: [], exchanged: [] };
  await present(run, productOf([done], blocks, opened));
  return EXIT.fine;
}

/** Lists what has changed in frozen years; exit code 1 where something has. @param year all of them unless given */
export async function checkFrozenYears(run: Run<object>, year: number | undefined): Promise<number> {
  const opened = await openLedger(run);
  if ((await refuseErrors(unanswered(opened), run)) === null) return EXIT.no;
  const { ledger } = opened;
  if (year !== undefined && !ledger.frozenYear(year)) {
    const years = ledger.frozen.map(({ value }) => value.year);
    throw new CannotRun(
      `${year}年没有定稿`,
      years.length > 0 ? `定稿的年度：${years.join('、')}。` : `定稿：yueyi freeze ${year}。`,
    );
  }
  const { checkFrozen } = await import('../figures/frozen/check-frozen.js');
  const checks = checkFrozen(ledger, true).filter(({ frozen }) => year === undefined || frozen.value.year === year);
  run.timing.mark('统计');
  const blocks =
    checks.length > 0
      ? checkBlocks(checks)
      : [{ type: 'notice', tone: 'info', content: [text('还没有定稿的年度。')] } as const];
  await present(run, productOf(checks, blocks, opened));
  return checks.some(({ changes }) => changes.length > 0) ? EXIT.no : EXIT.fine;
}

function productOf(checks: readonly FrozenCheck[], body: ReturnType<typeof checkBlocks>, { reader }: Opened) {
  return {
    document: () => ({ body }),
    contract: () => frozenContract(checks, (file) => reader.display(file)),
  };
}

/** The ledger without the findings that freezing itself answers. */
function unanswered(opened: Opened): Opened {
  return { ...opened, findings: opened.findings.filter(({ code }) => !ANSWERED.includes(code)) };
}

function refuseRunning(year: number, today: string): void {
  if (today > `${year}-12-31`) return;
  throw new CannotRun(
    `今天是${formatDate(today)}，${year}年还没有结束，不能定稿`,
    `过了12月31日再定稿；现在的数用 yueyi report ${year} 看。`,
  );
}

function refuseTwice(old: Frozen | undefined, year: number, restate: boolean, file: string): void {
  if (old && !restate)
    throw new CannotRun(
      `${year}年已于${formatDate(old.frozen)}定稿：${file}`,
      `要更正，用 yueyi freeze ${year} --restate --reason 理由；只核对，用 --check。`,
    );
  if (!old && restate) throw new CannotRun(`${year}年还没有定稿，没有可更正的`, `先定稿：yueyi freeze ${year}。`);
}

/** A year without records, with samples, or with confirmations that are still to come is not frozen. */
function refuseUnready(ledger: Ledger, year: number, today: string): void {
  const context = closedYear(ledger, year, today);
  if (!isYearKnown(context)) {
    const years = recordedYears(ledger);
    throw new CannotRun(
      `台账里没有${year}年的记录，不能定稿`,
      years.length > 0 ? `有记录的年份：${years.join('、')}。` : '先登记。',
    );
  }
  const samples = samplesOfYear(context).length;
  if (samples > 0)
    throw new CannotRun(
      `${year}年的数里有${samples}条示例记录，不能定稿`,
      '加上 --no-sample 不算它们，或先用正式记录换掉示例。',
    );
  const [ahead] = confirmedAhead(frozenContext(ledger, year, today));
  if (ahead)
    throw new CannotRun(
      `“${ahead.id}”的经过写着今天以后的日期，算不算还不一定，不能定稿`,
      '改正日期；确是以后才确认的，等确认了再定稿。',
    );
}
