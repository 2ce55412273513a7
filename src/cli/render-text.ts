import type { ReportDocument } from '../document/report-document.js';
import type { Run } from './commands/command.js';
import { productLook } from './context.js';

/** A report as text for the screen or as Markdown; the renderer is loaded only when it is needed. */
export async function renderText(run: Run<object>, document: ReportDocument, format: string): Promise<string> {
  if (format === 'markdown') return (await import('../render/markdown.js')).renderMarkdown(document);
  return (await import('../render/terminal.js')).renderTerminal(document, productLook(run));
}
