import type { ReportDocument } from '../../document/report-document.js';
import { checkFormat } from '../check-format.js';
import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { EXIT } from '../errors.js';
import { oneRecord } from '../one-record.js';
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
  const branch = word === undefined ? undefined : oneRecord(context.ledger, '--branch', word, 'branches');
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
