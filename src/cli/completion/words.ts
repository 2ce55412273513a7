import { choiceMeant } from '../../text/choice.js';
import { COMPLETED, type CommandSpec, type Completes, type ParameterSpec } from '../commands/command.js';
import { COMMANDS } from '../commands/index.js';
import { explained, GLOBAL_OPTIONS, optionsOf } from '../options.js';
import { type Candidate, isChinese } from './candidate.js';

/** An option of a command. */
export interface KnownOption {
  /** `--format` or `-o`, the longest first. */
  readonly names: readonly string[];
  readonly text: string;
  readonly takesValue: boolean;
  /** Several values may follow it. */
  readonly many: boolean;
  readonly completes?: Completes | undefined;
}

/** The word at the end of a command line, and what it may be. */
export type Place =
  | { readonly at: 'command' }
  | { readonly at: 'option'; readonly options: readonly KnownOption[] }
  /** `lead` is what stands before the value in the same word: `--branch=`. */
  | { readonly at: 'value'; readonly completes: Completes | undefined; readonly lead: string };

/** Parses the words after `yueyi`, the last of which is being typed. */
export function placeOf(words: readonly string[]): Place {
  const typed = words.at(-1) ?? '';
  const { command, given, pending } = readBefore(words.slice(0, -1));
  const options = known(command);
  if (pending && (!typed.startsWith('-') || isReversed(pending, typed)))
    return { at: 'value', completes: pending.completes, lead: '' };
  const [, name] = /^(--[\w-]+)=/.exec(typed) ?? [];
  const assigned = name === undefined ? undefined : options.find(({ names }) => names.includes(name));
  if (assigned?.takesValue) return { at: 'value', completes: assigned.completes, lead: `${name}=` };
  if (typed.startsWith('-')) return { at: 'option', options };
  if (!command && given === 0) return { at: 'command' };
  if (!command) return { at: 'value', completes: given === 1 ? 'commands' : undefined, lead: '' };
  return { at: 'value', completes: completesArgument(command, given), lead: '' };
}

/** The completion of a command's argument behind those given; the last may be repeated. Choices are those of the first. */
function completesArgument({ argument }: CommandSpec, given: number): Completes | undefined {
  const places = argument?.flags.split(' ') ?? [];
  const flags = places[given] ?? places.findLast((place) => place.includes('...'));
  if (flags === undefined) return undefined;
  return completesOf(flags === places[0] ? { ...argument, flags } : { flags });
}

/** A field to sort by may have a minus before it. */
function isReversed({ completes }: KnownOption, typed: string): boolean {
  return completes === 'fields' && !typed.startsWith('--');
}

/** The command among the words, the number of its arguments, and the option that still needs a value. */
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
      const option = known(command).find(({ names }) => names.includes(word));
      pending = option?.takesValue ? option : undefined;
    } else if (pending) pending = pending.many ? pending : undefined;
    else if (named) given += 1;
    else {
      named = true;
      command = choiceMeant(COMMANDS, word);
      // `help` is commander's own: what follows it is a command.
      if (!command) given = word === 'help' || word === '帮助' ? 1 : 2;
    }
  }
  return { command, given, pending };
}

/** The options of a command and the global ones, by their names. */
function known(command: CommandSpec | undefined): readonly KnownOption[] {
  const own = command ? optionsOf(command) : [];
  return [...own, ...GLOBAL_OPTIONS].map((taken) => ({
    names: (taken.flags.match(/(?<![\w-])--?[\w-]+/g) ?? []).sort((a, b) => b.length - a.length),
    text: explained(taken),
    takesValue: /[<[]/.test(taken.flags),
    many: taken.flags.includes('...'),
    completes: completesOf(taken),
  }));
}

/** The completion of a parameter: its choices, or the list of its placeholder. */
function completesOf({ flags, choices }: ParameterSpec): Completes | undefined {
  if (choices) return choices;
  const [, placeholder = ''] = /[<[]([^>\].]+)/.exec(flags) ?? [];
  const found = [placeholder, ...placeholder.split('或')].flatMap((word) =>
    Object.entries(COMPLETED).filter(([, each]) => each === word),
  );
  return found[0]?.[0] as Completes | undefined;
}

/** The commands with their descriptions, by their Chinese names where Chinese is typed. */
export function commandNames(typed: string): Candidate[] {
  if (isChinese(typed)) {
    return COMMANDS.map(({ name, chinese, summary }) => ({ value: chinese, text: `${name} ${summary}` }));
  }
  const help = { value: 'help', text: '显示某个命令的帮助' };
  return [...COMMANDS.map(({ name, chinese, summary }) => ({ value: name, text: `${chinese}：${summary}` })), help];
}
