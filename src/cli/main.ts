import { CommanderError } from 'commander';
import { ReadError } from '../files/reader.js';
import { systemReason } from '../files/system-reason.js';
import { escapeControls } from '../text/escape.js';
import { thrownText } from '../text/thrown-text.js';
import { wrap } from '../text/wrap.js';
import type { Questions } from './ask/questions.js';
import { usageError } from './chinese.js';
import { PLAIN_WIDTH, type World } from './context.js';
import { CannotRun, EXIT, Left } from './errors.js';
import { createProgram, type Outcome } from './program.js';

/** Runs one command line and returns the exit code. Never throws: failures are reported on standard error. */
export async function main(args: readonly string[], world: World): Promise<number> {
  if (args[0] === '__complete') {
    const { complete } = await import('./completion/complete.js');
    return complete(args.slice(1), world);
  }
  if (args[0] === '__merge' || args[0] === '__textconv') {
    const { DRIVERS } = await import('./hook/drivers.js');
    return DRIVERS[args[0]](args.slice(1), world);
  }
  // The one command that is commander's own.
  if (args[0] === '帮助') return main(['help', ...args.slice(1)], world);
  const outcome: Outcome = { exitCode: EXIT.fine, debug: args.includes('--debug') };
  const program = createProgram(args, world, outcome);
  try {
    await program.parseAsync(args, { from: 'user' });
    return outcome.exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.fine;
    const known = error instanceof CommanderError ? usageError(error, program, args) : error;
    return fail(known, world, outcome.debug);
  }
}

function fail(error: unknown, { stderr }: World, debug: boolean): number {
  const trace = debug && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  if (error instanceof CannotRun) {
    stderr.write(`${wrapped(`${error.message}。`)}\n${wrapped(error.way)}\n${trace}`);
    return EXIT.cannot;
  }
  if (error instanceof Left) {
    stderr.write('没有写入。\n');
    return EXIT.no;
  }
  if (error instanceof ReadError) {
    stderr.write(`${wrapped(`读不了“${error.path || '数据目录'}”：${error.reason}。`)}\n检查路径和权限。\n${trace}`);
    return EXIT.cannot;
  }
  stderr.write(
    `yueyi 自身出错了，您的数据没有被改动。\n${wrapped(`请把这一段告诉维护者（加 --debug 可看到更多）：${thrownText(error)}`)}\n${trace}`,
  );
  return EXIT.bug;
}

/** A message wrapped to 80 columns; typed words in it have their control characters escaped. */
function wrapped(text: string): string {
  return wrap(escapeControls(text), PLAIN_WIDTH).join('\n');
}

/** The working directory; the root where it has been deleted. */
function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    return '/';
  }
}

/** Runs the command line of this process. Standard error and input are opened only when used, because that takes time. */
export function start(): void {
  const [, script] = process.argv;
  const world: World = {
    stdout: guarded(process.stdout),
    get stderr() {
      return guarded(process.stderr);
    },
    get ask() {
      return process.stdin.isTTY && process.stdout.isTTY ? ask : undefined;
    },
    get questions() {
      return process.stdin.isTTY && process.stdout.isTTY && process.env.TERM !== 'dumb' ? QUESTIONS : undefined;
    },
    env: process.env,
    workingDirectory: workingDirectory(),
    now: () => new Date(),
    ...(script === undefined ? {} : { program: { node: process.execPath, script } }),
  };
  main(process.argv.slice(2), world).then((code) => {
    process.exitCode = code;
  });
}

/** The questions of a terminal; what draws them is loaded with the first. */
const QUESTIONS: Questions = {
  choose: async (question) => (await terminalQuestions()).choose(question),
  type: async (question) => (await terminalQuestions()).type(question),
};

async function terminalQuestions(): Promise<Questions> {
  const { TerminalQuestions } = await import('./ask/terminal-questions.js');
  const isPlain = process.argv.includes('--no-color') || (process.env.NO_COLOR ?? '') !== '';
  return new TerminalQuestions({ color: !isPlain, ascii: process.argv.includes('--ascii') });
}

/** Asks one question on the terminal; null where the answer is Ctrl-C or Ctrl-D. */
async function ask(question: string): Promise<string | null> {
  const { createInterface } = await import('node:readline/promises');
  const line = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new Promise<null>((resolve) => line.once('close', () => resolve(null)));
  try {
    return await Promise.race([line.question(question), closed]);
  } finally {
    line.close();
  }
}

/**
 * A stream on which a pipe closed by its reader is no error: the command continues, and its exit code is unchanged.
 */
function guarded(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  if (stream.listenerCount('error') > 0) return stream;
  return stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    if (stream === process.stdout) process.stderr.write(`写不出去：${systemReason(error)}。\n`);
    process.exit(EXIT.cannot);
  });
}
