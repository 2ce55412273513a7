import { CLOSED, COMPLETED, type CommandSpec, type Completes } from '../commands/command.js';
import { COMMANDS } from '../commands/index.js';
import { GLOBAL_OPTIONS } from '../program.js';
import type { Candidate } from './candidate.js';

/** An option as a command line knows it. */
export interface KnownOption {
  /** `--format` or `-o`, the longest first. */
  readonly names: readonly string[];
  readonly text: string;
  readonly takesValue: boolean;
  /** Several values may follow it. */
  readonly many: boolean;
  readonly completes?: Completes | undefined;
}

/** What stands at the end of a command line, and what may stand there. */
export type Place =
  | { readonly at: 'command' }
  | { readonly at: 'option'; readonly options: readonly KnownOption[] }
  /** `lead` is what stands before the value in the same word: `--branch=`. */
  | { readonly at: 'value'; readonly completes: Completes | undefined; readonly lead: string };

/** Reads the words after `yueyi`, the last of them the one being typed. */
export function placeOf(words: readonly string[]): Place {
  const typed = words.at(-1) ?? '';
  const { command, given, pending } = readBefore(words.slice(0, -1));
  const options = optionsOf(command);
  if (pending && (!typed.startsWith('-') || isReversed(pending, typed)))
    return { at: 'value', completes: pending.completes, lead: '' };
  const [, name] = /^(--[\w-]+)=/.exec(typed) ?? [];
  const assigned = name === undefined ? undefined : options.find(({ names }) => names.includes(name));
  if (assigned?.takesValue) return { at: 'value', completes: assigned.completes, lead: `${name}=` };
  if (typed.startsWith('-')) return { at: 'option', options };
  if (!command && given === 0) return { at: 'command' };
  if (!command) return { at: 'value', completes: given === 1 ? 'commands' : undefined, lead: '' };
  const many = command.args?.includes('...') === true;
  const completes = many || given === 0 ? (command.completes ?? completesOf(command.args ?? '')) : undefined;
  return { at: 'value', completes, lead: '' };
}

/** A field to sort by may have a minus before it. */
function isReversed({ completes }: KnownOption, typed: string): boolean {
  return completes === 'fields' && !typed.startsWith('--');
}

/** The command among the words, how many arguments follow it, and the option that still wants a value. */
function readBefore(words: readonly string[]): {
  command: CommandSpec | undefined;
  given: number;
  pending: KnownOption | undefined;
} {
  let command: CommandSpec | undefined;
  let [given, named] = [0, false];
  let pending: KnownOption | undefined;
  for (const word of words) {
    if (word.startsWith('-')) {
      const option = optionsOf(command).find(({ names }) => names.includes(word));
      pending = option?.takesValue ? option : undefined;
    } else if (pending) pending = pending.many ? pending : undefined;
    else if (named) given += 1;
    else {
      named = true;
      command = COMMANDS.find(({ name }) => name === word);
      // `help` is commander's own: what follows it is a command.
      if (!command) given = word === 'help' ? 1 : 2;
    }
  }
  return { command, given, pending };
}

/** The options of a command and those of all, by the names people type. */
function optionsOf(command: CommandSpec | undefined): readonly KnownOption[] {
  const own = command?.options ?? [];
  const common = GLOBAL_OPTIONS.map(([flags, text]) => ({ flags, text }));
  return [...own, ...common].map(({ flags, text }) => ({
    names: (flags.match(/(?<![\w-])--?[\w-]+/g) ?? []).sort((a, b) => b.length - a.length),
    text,
    takesValue: /[<[]/.test(flags),
    many: flags.includes('...'),
    completes: completesOf(flags, text),
  }));
}

/** What a word may be, as its placeholder says, or the text beside it. */
function completesOf(flags: string, text = ''): Completes | undefined {
  const [, placeholder = ''] = /[<[]([^>\].]+)/.exec(flags) ?? [];
  if (CLOSED.includes(placeholder)) return wordsIn(text);
  const found = [placeholder, ...placeholder.split('或')].flatMap((word) =>
    Object.entries(COMPLETED).filter(([, each]) => each === word),
  );
  return found[0]?.[0] as Completes | undefined;
}

/** The words a text lists: of `格式：text（默认）、csv 或 json` text, csv and json. */
function wordsIn(text: string): readonly string[] {
  return text
    .replace(/（[^）]*）/g, ' ')
    .split(/[、：\s]|或/)
    .filter((part) => /^[a-z]+$/.test(part));
}

/** The commands, with what they do. */
export function commandNames(): Candidate[] {
  const help = { value: 'help', text: '显示某个命令的帮助' };
  return [...COMMANDS.map(({ name, summary }) => ({ value: name, text: summary })), help];
}
