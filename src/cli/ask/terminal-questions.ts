import { styleText } from 'node:util';
import { input, search } from '@inquirer/prompts';
import { shownText } from '../../text/shown-text.js';
import { Left } from '../errors.js';
import { narrowed } from './narrowed.js';
import type { MenuQuestion, Offered, Questions, TextQuestion } from './questions.js';

const KEYS = '↑↓ 选，回车定，打字筛选，Esc 退出';
/** Lines of a menu shown at once. */
const SHOWN = 8;

/** How the questions look. */
export interface QuestionLook {
  readonly color: boolean;
  /** For old consoles without symbols. */
  readonly ascii: boolean;
}

/** Questions at the terminal of this process, all of which Esc, Ctrl-C and Ctrl-D leave. */
export class TerminalQuestions implements Questions {
  private readonly theme: ReturnType<typeof themeOf>;

  constructor(look: QuestionLook) {
    this.theme = themeOf(look);
  }

  async choose({ title, offered, isPassing = false }: MenuQuestion): Promise<string> {
    const { theme } = this;
    let typed = '';
    let shown = '';
    /** What Enter means where it comes together with letters whose menu is not yet drawn. */
    let meant: string | undefined;
    const source = (term = ''): MenuLine[] => {
      typed = term;
      setImmediate(() => {
        shown = term;
      });
      const found = narrowed(offered, term);
      return found.length > 0 ? found.map(lineOf) : [{ value: '', name: shownText(term), disabled: '（没有）' }];
    };
    const validate = (): boolean => {
      const [first] = typed === shown ? [] : narrowed(offered, typed);
      meant = first?.value;
      return typed === shown || first !== undefined;
    };
    const instructions = { pager: KEYS, navigation: KEYS };
    const config = { message: title, source, validate, pageSize: SHOWN, instructions, theme };
    const chosen = await leavable((signal) => search(config, { signal, clearPromptOnDone: isPassing }));
    return meant ?? chosen;
  }

  type({ title, usual, check }: TextQuestion): Promise<string> {
    const validate = async (text: string): Promise<true | string> => (await check(text)) ?? true;
    const config = { message: title, validate, theme: this.theme, ...(usual === '' ? {} : { default: usual }) };
    return leavable((signal) => input(config, { signal }));
  }
}

interface MenuLine {
  readonly value: string;
  readonly name: string;
  readonly disabled?: string;
}

const lineOf = ({ value, shown = value }: Offered): MenuLine => ({ value, name: shownText(shown) });

/** Asks one question; leaving it is an error of its own. @throws Left */
async function leavable(asked: (signal: AbortSignal) => Promise<string>): Promise<string> {
  const leaving = new AbortController();
  const onKey = (_: unknown, key?: { readonly name?: string; readonly ctrl?: boolean }): void => {
    if (key?.name === 'escape' || (key?.ctrl && key.name === 'd')) leaving.abort();
  };
  process.stdin.on('keypress', onKey);
  try {
    return await asked(leaving.signal);
  } catch (error) {
    const { name } = error as Error;
    throw name === 'AbortPromptError' || name === 'ExitPromptError' ? new Left() : error;
  } finally {
    process.stdin.off('keypress', onKey);
  }
}

/** Colours by the user's choice alone, not by what the package detects; symbols that are one column wide everywhere. */
function themeOf({ color, ascii }: QuestionLook) {
  const paint =
    (style: 'blue' | 'green' | 'cyan' | 'bold' | 'red' | 'dim') =>
    (text: string): string =>
      color ? styleText(style, text) : text;
  return {
    prefix: { idle: paint('blue')('?'), done: paint('green')(ascii ? '*' : '✔') },
    icon: { cursor: ascii ? '>' : '❯' },
    spinner: { interval: 80, frames: ['.'] },
    style: {
      answer: paint('cyan'),
      message: paint('bold'),
      error: (text: string) => paint('red')(`> ${text}`),
      defaultAnswer: (text: string) => paint('dim')(`（${text}）`),
      help: paint('dim'),
      highlight: paint('cyan'),
      disabled: paint('dim'),
      searchTerm: (text: string) => text,
      description: (text: string) => text,
    },
  };
}
