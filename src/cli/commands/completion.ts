import { nearest } from '../../text/nearest.js';
import { SCRIPTS } from '../completion/scripts.js';
import { deliver } from '../deliver.js';
import { CannotRun, EXIT } from '../errors.js';
import type { Run } from './command.js';

/** Runs `yueyi completion` and returns the exit code. */
export async function run(run: Run<object>): Promise<number> {
  const [shell = ''] = run.args;
  const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined;
  if (script === undefined) {
    const shells = Object.keys(SCRIPTS);
    const [near] = nearest(shell, shells);
    throw new CannotRun(`不会为“${shell}”补全命令`, near ? `是不是 ${near}？` : `可用：${shells.join('、')}。`);
  }
  deliver(run, script);
  return EXIT.fine;
}
