import type { Argument, Command, CommanderError } from 'commander';
import { wordsFor } from '../text/choice.js';
import { nearest } from '../text/nearest.js';
import { displayWidth } from '../text/width.js';
import { wrap } from '../text/wrap.js';
import { COMMANDS } from './commands/index.js';
import { CannotRun } from './errors.js';
import { optionsOf } from './options.js';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Makes commander's help Chinese and aligned by display width. */
export function translateHelp(command: Command): void {
  command
    .configureHelp({
      displayWidth,
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: ({ description }) => description,
      subcommandTerm: (sub) =>
        [[sub.name(), ...sub.aliases().slice(0, 1)].join('|'), ...sub.registeredArguments.map(argumentTerm)].join(' '),
      // Commander breaks lines at spaces alone.
      boxWrap: (text, width) => wrap(text, width).join('\n'),
    })
    .helpOption('-h, --help', '显示帮助');
}

function argumentTerm(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** The error of a command line in Chinese; commander's own sentences are English constants. */
export function usageError(error: CommanderError, program: Command, args: readonly string[]): CannotRun {
  const wide = wideDashError(args);
  if (wide) return wide;
  const [, named = ''] = /'([^']*)'/.exec(error.message) ?? [];
  const [first = ''] = args;
  const command = program.commands.find((candidate) =>
    [candidate.name(), ...candidate.aliases()].some((name) => name === first || name === program.args[0]),
  );
  if (!command && first !== '' && !first.startsWith('-')) return unknownCommand(args);
  const help = `用 yueyi ${command ? `${command.name()} ` : ''}--help 查看用法。`;
  const word = named.split(/[\s=]/)[0] ?? named;
  switch (error.code) {
    case 'commander.unknownOption': {
      const owner = command
        ? undefined
        : COMMANDS.find((spec) => optionsOf(spec).some(({ flags }) => flags.split(' ').includes(word)));
      if (owner) return new CannotRun(`“${word}”要写在命令后面`, `例如：yueyi ${owner.name} ${word} …`);
      const flags = [...program.options, ...(command?.options ?? [])].map(({ long }) => long ?? '');
      return new CannotRun(`没有“${word}”这个选项`, guess(nearest(word, flags)[0], help));
    }
    case 'commander.missingArgument':
      return new CannotRun(`缺少参数“${named}”`, help);
    case 'commander.optionMissingArgument':
      return new CannotRun(`选项“${word === '-o,' ? '-o, --output' : word}”后面缺少内容`, help);
    case 'commander.excessArguments':
      return command ? new CannotRun('参数太多', help) : unknownCommand(program.args);
    default:
      return new CannotRun('命令写法不对', help);
  }
}

/** Dashes as Chinese keyboards or word processors write them: －, —, –, −. */
const DASHES = /^[-－—–―−]+/;

/** The error of an option typed with such a dash, which commander takes for an argument: －－year. */
export function wideDashError(args: readonly string[]): CannotRun | undefined {
  const wide = args.find(hasWideDash);
  if (wide === undefined) return undefined;
  const meant = `--${wide.normalize('NFKC').replace(DASHES, '')}`;
  return new CannotRun(`“${wide}”前面的横线不是英文的`, `写成 ${meant}。`);
}

function hasWideDash(word: string): boolean {
  return /^[－—–―−][-－—–―−]?[A-Za-zＡ-Ｚａ-ｚ]/.test(word);
}

function unknownCommand(typedWords: readonly string[]): CannotRun {
  const typed = typedWords.find((word) => word !== 'help') ?? '';
  const refused = `没有“${typed}”这个命令`;
  const described = commandDescribed(typed);
  if (described) return new CannotRun(refused, `是不是 ${described}？`);
  return new CannotRun(refused, guess(nearest(typed, COMMANDS.flatMap(wordsFor))[0], '用 yueyi --help 查看全部命令。'));
}

/** The command whose description contains a Chinese word: 目标 is in that of progress. */
function commandDescribed(typed: string): string | undefined {
  if (!/^\p{Script=Han}{2,}$/u.test(typed)) return undefined;
  return COMMANDS.find(({ summary }) => summary.includes(typed))?.name;
}

function guess(near: string | undefined, otherwise: string): string {
  return near ? `是不是 ${near}？` : otherwise;
}
