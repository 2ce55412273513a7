import type { Finding } from '../diagnostics/diagnostic.js';
import { EditFault } from '../edit/edit-fault.js';
import { LayoutFault, type LedgerChange, LedgerEdit } from '../edit/ledger-edit.js';
import { newFindings } from '../edit/new-findings.js';
import { NOT_WRITTEN, WriteError } from '../files/write-error.js';
import { shownText } from '../text/shown-text.js';
import { wrap } from '../text/wrap.js';
import { type Loaded, load } from '../workspace/load.js';
import { withOverlay } from '../workspace/overlay.js';
import type { Conversation } from './ask/conversation.js';
import { changeText } from './change-text.js';
import type { Run } from './commands/command.js';
import { lookOf } from './context.js';
import { CannotRun, EXIT } from './errors.js';
import { diagnosticsOf, type Opened, openLedger } from './open-ledger.js';
import { refusal, tidyLedger, writeTexts } from './write-ledger.js';

export interface EditOptions {
  readonly dryRun?: boolean;
}

/** What a command means to change in a ledger. */
export interface Intent {
  /** Collects the changes; called again where somebody has written to the ledger meanwhile. */
  readonly plan: (opened: Opened, edit: LedgerEdit) => Promise<void>;
  /** The command, by which the write is remembered. */
  readonly what: string;
  /** Codes that this command does not write over, though they are warnings. */
  readonly gate?: readonly string[];
  /** What the user is asked while the change is planned; where anything was, also whether it is written. */
  readonly conversation?: Conversation | undefined;
  /** What else the user should know of the last plan, in Chinese, a line each; left out with `--quiet`. */
  readonly notes?: () => readonly string[];
}

/** How often a change is planned anew because somebody else has just written to the same file. */
const ATTEMPTS = 8;

/**
 * Plans a change, shows it with the findings that it would bring, and writes it, all or nothing. A change that brings errors
 * is not written unless `--force` says so.
 * @returns the exit code
 * @throws CannotRun
 */
export async function editLedger(run: Run<EditOptions>, intent: Intent): Promise<number> {
  const { options } = run;
  const { conversation } = intent;
  if (!options.dryRun) await tidyLedger(run);
  let isShown = false;
  for (let attempt = 1; ; ) {
    const opened = await openLedger(run, { snapshot: true });
    const planned = await planOf(opened, intent, run);
    run.timing.mark('统计');
    if (planned.change.records.length === 0) return unchanged(run, intent);
    const refused = blocking(planned.findings, run, intent.gate);
    if (conversation?.isOpen(refused.length === 0) && !options.dryRun) {
      await showChange(run, intent, opened, planned);
      if (refused.length > 0) showRefused(run, refused);
      if (!(await conversation.agrees(refused.length === 0))) continue;
      isShown = true;
    }
    try {
      if (!options.dryRun && refused.length === 0) writeTexts(opened, planned.change.texts, intent.what);
    } catch (error) {
      attempt += 1;
      if (isOvertaken(error) && attempt <= ATTEMPTS) continue;
      throw refusal(opened, error);
    }
    if (!isShown) await showChange(run, intent, opened, planned);
    showOutcome(run, refused);
    return refused.length > 0 ? EXIT.no : EXIT.fine;
  }
}

interface Planned {
  readonly change: LedgerChange;
  /** The ledger as it would be. */
  readonly after: Opened;
  /** What it brings that was not there before. */
  readonly findings: readonly Finding[];
}

async function planOf(opened: Opened, { plan }: Intent, { options }: Run<EditOptions>): Promise<Planned> {
  const edit = new LedgerEdit(opened.reader);
  try {
    await plan(opened, edit);
    const change = await edit.result();
    const reader = withOverlay(opened.reader, change.texts);
    const loaded: Loaded = await load(reader, { noSample: !options.sample });
    return { change, after: { ...loaded, reader }, findings: newFindings(opened.findings, loaded.findings) };
  } catch (error) {
    if (error instanceof EditFault) throw new CannotRun(error.message, error.way);
    if (error instanceof LayoutFault)
      throw new CannotRun(
        `“${opened.reader.display(error.file)}”的写法程序改不了，没有改动它`,
        '先用 yueyi validate 看这个文件有没有错；没有错的，用编辑器改。',
      );
    throw error;
  }
}

/** The findings for which a change is not written. */
function blocking(
  findings: readonly Finding[],
  { options }: Run<EditOptions>,
  gate: readonly string[] = [],
): readonly Finding[] {
  if (options.force) return [];
  return findings.filter(({ severity, code }) => severity === 'error' || options.strict || gate.includes(code));
}

/** Whether somebody else has written first. */
function isOvertaken(error: unknown): boolean {
  return error instanceof WriteError && error.reason === NOT_WRITTEN.changed;
}

function unchanged(run: Run<EditOptions>, intent: Intent): number {
  if (!run.options.quiet) run.world.stdout.write('没有要改的：内容已经是这样。\n');
  showNotes(run, intent);
  return EXIT.fine;
}

function showNotes({ world, options }: Run<EditOptions>, { notes }: Intent): void {
  if (options.quiet) return;
  const { width } = lookOf(world.stdout, world, options);
  for (const note of notes?.() ?? []) world.stdout.write(`${wrap(shownText(note), width).join('\n')}\n`);
}

/** Shows the change on standard output with its notes, and what it brings on standard error. */
async function showChange(run: Run<EditOptions>, intent: Intent, opened: Opened, planned: Planned): Promise<void> {
  const { world, options } = run;
  const { width } = lookOf(world.stdout, world, options);
  world.stdout.write(changeText(planned.change.records, opened, planned.after, width));
  showNotes(run, intent);
  await showFindings(run, planned);
}

/** Says whether the change is written. */
function showOutcome(run: Run<EditOptions>, refused: readonly Finding[]): void {
  const { world, options } = run;
  const { quiet, dryRun = false } = options;
  if (refused.length > 0) showRefused(run, refused);
  else if (!quiet) world.stdout.write(dryRun ? '这是试写，没有写入。\n' : '已写入；要撤回，用 yueyi undo。\n');
}

function showRefused({ world }: Run<EditOptions>, refused: readonly Finding[]): void {
  const most = refused.some(({ severity }) => severity === 'error') ? '必须修改' : '要先办好';
  world.stderr.write(`\n没有写入：会带来 ${refused.length} 处${most}的问题。\n改好再来；确要这样写，加上 --force。\n`);
}

async function showFindings({ world, options }: Run<EditOptions>, { after, findings }: Planned): Promise<void> {
  if (findings.length === 0) return;
  const { renderDiagnostics } = await import('../diagnostics/formats/text.js');
  const look = { ...lookOf(world.stderr, world, options), language: 'zh' as const };
  world.stderr.write(renderDiagnostics(await diagnosticsOf(after, findings), look));
}
