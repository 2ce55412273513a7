import { CommanderError } from 'commander';
import { ReadError } from '../files/reader.js';
import { usageError } from './chinese.js';
import type { World } from './context.js';
import { CannotRun, EXIT } from './errors.js';
import { createProgram, type Outcome } from './program.js';

/** Runs one command line and returns the exit code. Nothing is thrown: every failure is said on standard error. */
export async function main(args: readonly string[], world: World): Promise<number> {
  const outcome: Outcome = { exitCode: EXIT.fine, debug: args.includes('--debug') };
  const program = createProgram(world, outcome);
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
    stderr.write(`${error.message}。\n${error.way}\n${trace}`);
    return EXIT.cannot;
  }
  if (error instanceof ReadError) {
    stderr.write(`读不了“${error.path || '数据目录'}”：${error.reason}。\n检查路径和权限。\n${trace}`);
    return EXIT.cannot;
  }
  const name = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  stderr.write(
    `yueyi 自身出错了，您的数据没有被改动。\n请把这一行告诉维护者（加 --debug 可看到更多）：${name}\n${trace}`,
  );
  return EXIT.bug;
}

/** The real process: its streams, environment and clock. A pipe closed by its reader is no failure. */
export function start(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(EXIT.fine);
    });
  }
  const world: World = {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    workingDirectory: process.cwd(),
    now: () => new Date(),
  };
  main(process.argv.slice(2), world).then((code) => {
    process.exitCode = code;
  });
}
