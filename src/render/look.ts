import { Chalk, type ChalkInstance } from 'chalk';
import { ASCII_MARKS, type Marks, type Tone, UNICODE_MARKS } from './inlines.js';

/** What a terminal can show. */
export interface TerminalOptions {
  /** Columns; no line is wider. 40 is the least that looks well. */
  readonly width: number;
  readonly color: boolean;
  /** Borders and bars in ASCII, for consoles that draw the others double wide. */
  readonly ascii: boolean;
  /** Marks every number and lists the figures' ids, so that each can be opened with `explain`. */
  readonly ids?: boolean;
  /**
   * Running text stays on one line however long, to be pasted where lines break by themselves; tables are drawn to
   * `width`.
   */
  readonly unwrapped?: boolean;
}

/** The options, prepared once for all parts of the terminal renderer. */
export interface Look {
  readonly width: number;
  /** Where running text is broken. */
  readonly textWidth: number;
  readonly color: boolean;
  readonly ascii: boolean;
  readonly marks: Marks;
  readonly strong: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly tone: (tone: Tone, text: string) => string;
}

/** Prepares the options. Colours depend on the caller's choice alone, never on chalk's detection of the host. */
export function createLook({ width, color, ascii, unwrapped = false }: TerminalOptions): Look {
  const textWidth = unwrapped ? Number.POSITIVE_INFINITY : width;
  const plain = { width, textWidth, color, ascii, marks: ascii ? ASCII_MARKS : UNICODE_MARKS };
  if (!color) return { ...plain, strong: unchanged, warn: unchanged, tone: (_, text) => text };
  const chalk = new Chalk({ level: 1 });
  const tones = tonesOf(chalk);
  return {
    ...plain,
    strong: (text) => chalk.bold(text),
    warn: (text) => chalk.yellow(text),
    tone: (tone, text) => tones[tone](text),
  };
}

const unchanged = (text: string): string => text;

function tonesOf(chalk: ChalkInstance) {
  return {
    done: chalk.green,
    green: chalk.green,
    yellow: chalk.yellow,
    red: chalk.red,
    none: chalk.dim,
    sample: chalk.dim,
  } satisfies Record<Tone, ChalkInstance>;
}
