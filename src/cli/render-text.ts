import type { ReportDocument } from '../document/report-document.js';
import type { Run } from './commands/command.js';
import { productLook } from './context.js';

/** What decides how a report is written as text. */
interface TextOptions {
  readonly format: string;
  /** Marks behind the figures, and their ids. */
  readonly ids?: boolean;
}

/** A report as text for the screen or as Markdown; the renderer is loaded only when it is needed. */
export async function renderText(run: Run<TextOptions>, document: ReportDocument): Promise<string> {
  const { format, ids = false } = run.options;
  if (format === 'markdown') return (await import('../render/markdown.js')).renderMarkdown(document, ids);
  return (await import('../render/terminal.js')).renderTerminal(document, { ...productLook(run), ids });
}
