import { Command, Option } from 'commander';
import { speakChinese } from './chinese.js';
import type { CommandSpec, Run } from './commands/command.js';
import { COMMANDS, SHARED_OPTIONS } from './commands/index.js';
import { type GlobalOptions, Timing, type World } from './context.js';
import { CannotRun } from './errors.js';
import { yueyiVersion } from './version.js';

/** What every command takes. */
export const GLOBAL_OPTIONS: readonly (readonly [flags: string, text: string])[] = [
  ['--data <目录>', '数据目录，默认往上找 data/workspace.yaml，或环境变量 YUEYI_DATA'],
  ['--rev <版本>', '按 git 里的某个版本看台账：分支、标签或提交号'],
  ['-o, --output <文件>', '写入文件，而不是显示在屏幕上'],
  ['--no-sample', '不含示例记录'],
  ['--force', '台账有错误也照样生成，并在材料里注明'],
  ['--strict', '把“请核对”也当作错误'],
  ['--lang <语言>', '校验结果用的语言：zh（默认）或 en'],
  ['--no-color', '不用颜色'],
  ['--ascii', '表格线用 + - |，适合旧的命令行窗口'],
  ['--quiet', '不显示附带的说明'],
  ['--timing', '显示各步用时'],
  ['--debug', '出错时显示技术细节'],
];

/** What the program leaves behind: the exit code, and the options that decide how a failure is shown. */
export interface Outcome {
  exitCode: number;
  debug: boolean;
}

/**
 * The command line: every command with its own options and the common ones, before or after its name. Of those that
 * `args` do not name there is only what the help lists of them: hundreds of options would take a start milliseconds.
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
  speakChinese(program);
  addGlobalOptions(program);
  // Listed in the help of the commands they belong to.
  for (const { flags } of SHARED_OPTIONS) program.addOption(new Option(flags).hideHelp());
  for (const spec of COMMANDS) {
    const command = program.command(spec.args === undefined ? spec.name : `${spec.name} ${spec.args}`);
    command.description(spec.summary).helpGroup(`${spec.group}：`);
    if (args.includes(spec.name)) complete(command, spec, program, world, outcome);
  }
  program.action(async () => {
    const { showOverview } = await import('./overview.js');
    const run = runOf(program, program, [], world, outcome);
    outcome.exitCode = await showOverview(run);
    reportTiming(run);
  });
  return program;
}

function reportTiming({ world, options, timing }: Run<object>): void {
  if (options.timing) world.stderr.write(timing.report());
}

/** What a command takes, how it is explained, and what it does. */
function complete(command: Command, spec: CommandSpec, program: Command, world: World, outcome: Outcome): void {
  command.usage(`${spec.args === undefined ? '' : `${spec.args} `}[选项]`);
  for (const { flags, text } of spec.options) {
    const option = new Option(flags, text);
    // Commander looks for a Latin letter before the dots.
    option.variadic = flags.endsWith('...>');
    command.addOption(option);
  }
  if (spec.options.some(({ flags }) => flags.startsWith('--format')))
    command.setOptionValueWithSource('format', 'text', 'default');
  speakChinese(command);
  addGlobalOptions(command, spec);
  command.addHelpText('after', `\n例子：\n${spec.examples.map((example) => `  ${example}`).join('\n')}`);
  command.action(async () => {
    const run = runOf(program, command, command.args, world, outcome);
    if (spec.atRevision === false) refuseRevision(spec, run);
    const loaded = await spec.load();
    run.timing.mark('启动');
    outcome.exitCode = await loaded.run(run);
    reportTiming(run);
  });
}

/** A command that opens no ledger takes them too, but need not list them. */
function addGlobalOptions(command: Command, { opensLedger, atRevision }: Partial<CommandSpec> = {}): void {
  for (const [flags, text] of GLOBAL_OPTIONS) {
    const hidden = opensLedger === false || (atRevision === false && flags.startsWith('--rev '));
    command.addOption(new Option(flags, text).helpGroup('通用选项：').hideHelp(hidden));
  }
}

/** What is said of today's files, or written into them, must not pass for another version's. */
function refuseRevision({ name }: CommandSpec, { options }: Run<object>): void {
  if (options.rev === undefined) return;
  throw new CannotRun(`yueyi ${name} 不能用 --rev`, '去掉 --rev 再试；--rev 只用来查看以前的台账。');
}

/** An option given after the command wins over one before it. */
function runOf(
  program: Command,
  command: Command,
  args: readonly string[],
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
  const options: GlobalOptions = { ...flags, ...merged };
  outcome.debug = options.debug;
  return { world, args, options, timing: new Timing(options.timing) };
}
