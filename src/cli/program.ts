import { Command, Option } from 'commander';
import type { OutputFormat } from '../document/output-format.js';
import { FORMATS } from '../render/formats.js';
import { wordsFor } from '../text/choice.js';
import { translateHelp, wideDashError } from './chinese.js';
import { chooseFormat } from './choose-format.js';
import type { CommandSpec, Run } from './commands/command.js';
import { COMMANDS } from './commands/index.js';
import { type GlobalOptions, Timing, type World } from './context.js';
import { CannotRun } from './errors.js';
import { explained, GLOBAL_OPTIONS, optionsOf, SHARED_OPTIONS } from './options.js';
import { yueyiVersion } from './version.js';

/** The outcome of a run: the exit code, and the options that decide how a failure is shown. */
export interface Outcome {
  exitCode: number;
  debug: boolean;
}

/**
 * The command line: every command with its own options and the common ones, before or after its name. Commands that
 * `args` do not name get only what the help lists: adding hundreds of options would slow down the start.
 */
export function createProgram(args: readonly string[], world: World, outcome: Outcome): Command {
  const program = new Command('yueyi');
  program
    .description('越医：医院党建台账。一次录入、处处可用、数出有据。')
    .usage('<命令> [选项]')
    .version(yueyiVersion(), '-V, --version', '显示版本')
    .commandsGroup('其他命令：')
    .helpCommand('help [命令]', '显示某个命令的帮助')
    .configureOutput({
      writeOut: (text) => world.stdout.write(text.replace('用法： ', '用法：')),
      writeErr: () => undefined,
    })
    .exitOverride();
  translateHelp(program);
  addGlobalOptions(program);
  // Listed in the help of the commands they belong to.
  for (const { flags } of SHARED_OPTIONS) program.addOption(new Option(flags).hideHelp());
  for (const spec of COMMANDS) {
    const [name = '', ...others] = wordsFor(spec);
    const command = program.command(name).aliases(others);
    if (spec.argument) command.arguments(spec.argument.flags);
    command.description(spec.summary).helpGroup(`${spec.group}：`);
    if (args.some((word) => wordsFor(spec).includes(word))) complete(command, spec, program, world, outcome);
  }
  program.action(async () => {
    const { showOverview } = await import('./overview.js');
    const run = runOf(program, program, undefined, world, outcome);
    outcome.exitCode = await showOverview(run);
    reportTiming(run);
  });
  return program;
}

function reportTiming({ world, options, timing }: Run<object>): void {
  if (options.timing) world.stderr.write(timing.report());
}

/** Adds a command's parameters, its help and its action. */
function complete(command: Command, spec: CommandSpec, program: Command, world: World, outcome: Outcome): void {
  const { argument } = spec;
  command.usage(argument ? `${argument.flags} [选项]` : '[选项]');
  if (argument) describeArgument(command, explained(argument));
  for (const taken of optionsOf(spec)) {
    const option = new Option(taken.flags, explained(taken));
    // Commander looks for a Latin letter before the dots.
    option.variadic = taken.flags.endsWith('...>');
    command.addOption(option);
  }
  translateHelp(command);
  addGlobalOptions(command, spec);
  if (spec.notes !== undefined) command.addHelpText('after', `\n${spec.notes}`);
  command.addHelpText('after', `\n例子：\n${spec.examples.map((example) => `  ${example}`).join('\n')}`);
  command.action(async () => {
    const wide = wideDashError(command.args);
    if (wide) throw wide;
    const run = runOf(program, command, spec, world, outcome);
    if (spec.atRevision === false) refuseRevision(spec, run);
    run.timing.mark('启动');
    outcome.exitCode = await spec.run(run);
    reportTiming(run);
  });
}

function describeArgument({ registeredArguments: [argument] }: Command, text: string): void {
  if (argument) argument.description = text;
}

/** Adds the global options; a command that opens no ledger accepts them but does not list them. */
function addGlobalOptions(command: Command, { opensLedger, atRevision }: Partial<CommandSpec> = {}): void {
  for (const taken of GLOBAL_OPTIONS) {
    const hidden = opensLedger === false || (atRevision === false && taken.flags.startsWith('--rev '));
    command.addOption(new Option(taken.flags, explained(taken)).helpGroup('通用选项：').hideHelp(hidden));
  }
}

/** Refuses `--rev` for a command that only reads or writes the present files. */
function refuseRevision({ name }: CommandSpec, { options }: Run<object>): void {
  if (options.rev === undefined) return;
  throw new CannotRun(`yueyi ${name} 不能用 --rev`, '去掉 --rev 再试；--rev 只用来查看以前的台账。');
}

/** The run of a command line; an option after the command wins over one before it. @throws CannotRun for a format */
function runOf(
  program: Command,
  command: Command,
  spec: CommandSpec | undefined,
  world: World,
  outcome: Outcome,
): Run<object> {
  const before = program.opts<Record<string, unknown>>();
  const after = command.opts<Record<string, unknown>>();
  const typed = Object.entries(after).filter(
    ([name]) => command.getOptionValueSource(name) === 'cli' || !Object.hasOwn(before, name),
  );
  const merged = { ...before, ...Object.fromEntries(typed) } as Partial<GlobalOptions>;
  const flags = {
    ascii: false,
    quiet: false,
    timing: false,
    debug: false,
    force: false,
    strict: false,
    color: true,
    sample: true,
  };
  const typedOptions = { ...flags, ...merged };
  outcome.debug = typedOptions.debug;
  const options: GlobalOptions = { ...typedOptions, format: chooseFormat(makesOf(spec), merged, world) };
  return { world, args: spec ? command.args : [], options, timing: new Timing(options.timing) };
}

/** The formats of a command: text alone unless it names more. */
function makesOf(spec: CommandSpec | undefined): readonly OutputFormat[] {
  return spec?.formats?.() ?? FORMATS.filter(({ name }) => name === 'text');
}
