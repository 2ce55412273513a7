import type { Argument, Command, CommanderError } from 'commander';
import { nearest } from '../text/nearest.js';
import { displayWidth } from '../text/width.js';
import { COMMANDS } from './commands/index.js';
import { CannotRun } from './errors.js';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Makes commander's help Chinese and aligned by display width. */
export function speakChinese(command: Command): void {
  command
    .configureHelp({
      displayWidth,
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: ({ description }) => description,
      subcommandTerm: (sub) => [sub.name(), ...sub.registeredArguments.map(argumentTerm)].join(' '),
    })
    .helpOption('-h, --help', '显示帮助');
}

function argumentTerm(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** Says what is wrong with a command line in Chinese; commander's own sentences are English constants. */
export function usageError(error: CommanderError, program: Command, args: readonly string[]): CannotRun {
  const wide = args.find(hasWideDash);
  if (wide !== undefined) {
    const meant = `--${wide.normalize('NFKC').replace(DASHES, '')}`;
    return new CannotRun(`“${wide}”前面的横线不是英文的`, `写成 ${meant}。`);
  }
  const [, named = ''] = /'([^']*)'/.exec(error.message) ?? [];
  const [first = ''] = args;
  const command = program.commands.find((candidate) => [first, program.args[0]].includes(candidate.name()));
  if (!command && first !== '' && !first.startsWith('-')) return unknownCommand(program, args);
  const help = `用 yueyi ${command ? `${command.name()} ` : ''}--help 查看用法。`;
  const word = named.split(/[\s=]/)[0] ?? named;
  switch (error.code) {
    case 'commander.unknownOption': {
      const owner = command
        ? undefined
        : COMMANDS.find(({ options }) => options.some(({ flags }) => flags.split(' ').includes(word)));
      if (owner) return new CannotRun(`“${word}”要写在命令后面`, `例如：yueyi ${owner.name} ${word} …`);
      const flags = [...program.options, ...(command?.options ?? [])].map(({ long }) => long ?? '');
      return new CannotRun(`没有“${word}”这个选项`, guess(nearest(word, flags)[0], help));
    }
    case 'commander.missingArgument':
      return new CannotRun(`缺少参数“${named}”`, help);
    case 'commander.optionMissingArgument':
      return new CannotRun(`选项“${word === '-o,' ? '-o, --output' : word}”后面缺少内容`, help);
    case 'commander.excessArguments':
      return command ? new CannotRun('参数太多', help) : unknownCommand(program, program.args);
    default:
      return new CannotRun('命令写法不对', help);
  }
}

/** A dash as a Chinese keyboard or a word processor writes it: －, —, –, −. */
const DASHES = /^[-－—–―−]+/;

/** An option behind such a dash is none to commander: 进展 －－year 2025 would be three arguments. */
function hasWideDash(word: string): boolean {
  return /^[－—–―−][-－—–―−]?[A-Za-zＡ-Ｚａ-ｚ]/.test(word);
}

function unknownCommand(program: Command, args: readonly string[]): CannotRun {
  const typed = args.find((word) => word !== 'help') ?? '';
  const titled = commandTitled(program, typed);
  if (titled) return new CannotRun(`没有“${typed}”这个命令`, `是不是 ${titled}？`);
  const names = program.commands.map((candidate) => candidate.name());
  return new CannotRun(`没有“${typed}”这个命令`, guess(nearest(typed, names)[0], '用 yueyi --help 查看全部命令。'));
}

/** The command that a Chinese word stands for (进展, 总结): its help begins with the word, or at least names it. */
function commandTitled({ commands }: Command, typed: string): string | undefined {
  if (!/^\p{Script=Han}{2,}$/u.test(typed)) return undefined;
  const titles = commands.map((each) => ({ name: each.name(), title: each.description().split(/[：，]/)[0] ?? '' }));
  return (titles.find(({ title }) => title.startsWith(typed)) ?? titles.find(({ title }) => title.includes(typed)))
    ?.name;
}

function guess(near: string | undefined, otherwise: string): string {
  return near ? `是不是 ${near}？` : otherwise;
}
