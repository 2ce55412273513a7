import { Chalk } from 'chalk';
import { displayWidth } from '../../text/width.js';
import { wrap } from '../../text/wrap.js';
import type { Diagnostic, Language } from '../diagnostic.js';
import { frameLines } from '../frame.js';
import { MOST_SHOWN } from './formats.js';

export interface TextOptions {
  readonly color: boolean;
  /** Columns of the screen. */
  readonly width: number;
  /** The diagnostics' own language, for the words around them; Chinese unless given. */
  readonly language?: Language;
  /** The records are excused from these findings. */
  readonly excused?: boolean;
  /** The number of findings, where only the first are given. */
  readonly count?: number;
}

const WORDS = {
  zh: {
    error: '必须修改',
    warning: '请核对',
    excused: '已说明理由',
    colon: '：',
    rest: (count: number) => `还有 ${count} 处未显示。`,
  },
  en: {
    error: 'error',
    warning: 'warning',
    excused: 'excused',
    colon: ': ',
    rest: (count: number) => `${count} more not shown.`,
  },
} as const;

/** Diagnostics for a person: where, what, the line itself, and what to do. Ends in a line feed unless empty. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: TextOptions): string {
  const words = WORDS[options.language ?? 'zh'];
  const style = new Chalk({ level: options.color ? 1 : 0 });
  const shown = diagnostics.slice(0, MOST_SHOWN).map((diagnostic) => one(diagnostic).join('\n'));
  const rest = (options.count ?? diagnostics.length) - shown.length;
  if (rest > 0) shown.push(words.rest(rest));
  return shown.length === 0 ? '' : `${shown.join('\n\n')}\n`;

  function one(diagnostic: Diagnostic): string[] {
    const word = words[options.excused ? 'excused' : diagnostic.severity];
    const place = `${diagnostic.file}:${diagnostic.line}:${diagnostic.column}`;
    const paint = diagnostic.severity === 'error' ? style.red : style.yellow;
    return [
      `${style.bold(place)} ${paint(word)} ${style.dim(diagnostic.code)}`,
      ...indented(diagnostic.message, '  '),
      ...frameLines(diagnostic, options.width).map((line, index) => `  ${index === 0 ? line : paint(line)}`),
      ...indented(diagnostic.hint, '  → '),
      ...diagnostic.related.flatMap(({ file, line, column, message }) =>
        indented(`${message}${words.colon}${file}:${line}:${column}`, '  · '),
      ),
    ];
  }

  function indented(text: string, lead: string): string[] {
    const indent = ' '.repeat(displayWidth(lead));
    return wrap(text, Math.max(options.width - indent.length, 20)).map(
      (line, index) => (index === 0 ? lead : indent) + line,
    );
  }
}
