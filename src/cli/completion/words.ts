import { COMPLETED, type CommandSpec, type Completes } from '../commands/command.js';
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
  if (pending && !typed.startsWith('-')) return { at: 'value', completes: pending.completes, lead: '' };
  const [, name] = /^(--[\w-]+)=/.exec(typed) ?? [];
  const assigned = name === undefined ? undefined : options.find(({ names }) => names.includes(name));
  if (assigned?.takesValue) return { at: 'value', completes: assigned.completes, lead: `${name}=` };
  if (typed.startsWith('-')) return { at: 'option', options };
  if (!command && given === 0) return { at: 'command' };
  if (!command) return { at: 'value', completes: given === 1 ? 'commands' : undefined, lead: '' };
  const many = command.args?.includes('...') === true;
  const completes = many || given === 0 ? completesOf(command.args ?? '', command.completes) : undefined;
  return { at: 'value', completes, lead: '' };
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
  const common = GLOBAL_OPTIONS.map(([flags, text, completes]) => ({ flags, text, completes }));
  return [...own, ...common].map(({ flags, text, completes }) => ({
    names: (flags.match(/(?<![\w-])--?[\w-]+/g) ?? []).sort((a, b) => b.length - a.length),
    text,
    takesValue: /[<[]/.test(flags),
    many: flags.includes('...'),
    completes: completesOf(flags, completes),
  }));
}

/** What a word may be: as it is declared, or as its placeholder says. */
function completesOf(flags: string, declared: Completes | undefined): Completes | undefined {
  if (declared !== undefined) return declared;
  const [, placeholder] = /[<[]([^>\].]+)/.exec(flags) ?? [];
  const found = Object.entries(COMPLETED).find(([, word]) => word === placeholder);
  return found?.[0] as Completes | undefined;
}

/** The commands, with what they do. */
export function commandNames(): Candidate[] {
  const help = { value: 'help', text: '显示某个命令的帮助' };
  return [...COMMANDS.map(({ name, summary }) => ({ value: name, text: summary })), help];
}
