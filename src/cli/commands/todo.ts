import type { ReportDocument } from '../../document/report-document.js';
import { findRecords } from '../../ledger/find-records.js';
import type { Entry, Ledger } from '../../ledger/ledger.js';
import { nearest } from '../../text/nearest.js';
import { checkFormat } from '../check-format.js';
import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { CannotRun, EXIT } from '../errors.js';
import { openReport, type ReportOptions } from '../report-options.js';
import type { Run } from './command.js';

interface TodoOptions extends ReportOptions {
  readonly branch?: string;
}

/** Runs `yueyi todo` and returns the exit code. */
export async function run(run: Run<TodoOptions>): Promise<number> {
  const { format, branch: word } = run.options;
  checkFormat(format, ['text', 'json']);
  const context = await openReport(run);
  if (!context) return EXIT.no;
  const branch = word === undefined ? undefined : branchNamed(context.ledger, word);
  const { buildTodo } = await import('../../reports/todo/todo-document.js');
  const document = buildTodo(context, branch);
  run.timing.mark('统计');
  if (format === 'json') {
    const { todoContract } = await import('../../reports/todo/todo-contract.js');
    const contract = todoContract(context, branch, await reminderText(document));
    deliver(run, `${JSON.stringify(contract, null, 2)}\n`);
  } else {
    const { renderTerminal } = await import('../../render/terminal.js');
    deliver(run, renderTerminal(document, productLook(run)));
  }
  return EXIT.fine;
}

/** What stands under the heading 催报, as one text to paste. */
async function reminderText({ body }: ReportDocument): Promise<string | null> {
  const start = body.findIndex((block) => block.type === 'heading' && block.id === 'reminder');
  if (start < 0) return null;
  const { blocksText } = await import('../../render/plain-text.js');
  return blocksText(body.slice(start + 1));
}

/** @throws CannotRun where the word means no branch, or several */
function branchNamed(ledger: Ledger, word: string): Entry<'branches'> {
  const found = findRecords(ledger, word, ['branches']);
  const [only] = found;
  if (only && found.length === 1) return only;
  const names = found.length > 0 ? found.map(({ id }) => id) : nearest(word, ledger.ids('branches'));
  if (found.length > 0) throw new CannotRun(`“${word}”指的支部不止一个`, `写全一些：${names.join('、')}。`);
  throw new CannotRun(
    `没有找到支部“${word}”`,
    names.length > 0 ? `是不是 ${names.join('、')}？` : '写支部的名称，或名称中的一部分。',
  );
}
