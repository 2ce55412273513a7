import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { displayWidth } from '../../src/text/width.js';
import { REPOSITORY } from '../support/run-cli.js';

interface TerminalOptions {
  /** Where the shell starts. */
  readonly cwd: string;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
}

const PROMPT = '$ ';
/** Between two looks at the screen, in milliseconds. */
const PAUSE = 50;

/** A shell in a real terminal (tmux), with `yueyi` as a command. It ends with the test. */
export class Terminal {
  /** How many keys were pressed: a letter, Enter and a Chinese character are each one. */
  keys = 0;
  private readonly folder = mkdtempSync(join(tmpdir(), 'yueyi-terminal-'));

  constructor({ cwd, columns = 80, env = {} }: TerminalOptions) {
    onTestFinished(async () => {
      this.tmux('kill-server');
      await this.removeFolder();
    });
    const start = {
      PATH: process.env.PATH ?? '',
      HOME: this.folder,
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      PS1: PROMPT,
      // The shell would write it while it ends.
      HISTFILE: '',
      YUEYI_TODAY: '2025-07-01',
      ...env,
    };
    const set = Object.entries(start).map(([name, value]) => `${name}=${value}`);
    const shell = ['env', '-i', ...set, 'bash', '--norc', '--noprofile', '-i'];
    this.tmux('-f', '/dev/null', 'new-session', '-d', '-x', `${columns}`, '-y', '40', '-c', cwd, ...shell);
    this.send('Enter');
  }

  /** Types a text, all of it at once, as an input method or the clipboard sends it. */
  type(text: string): this {
    this.keys += [...text].length;
    this.tmux('send-keys', '-l', '--', text);
    return this;
  }

  /** Presses keys by their names in tmux: Enter, Left, C-c. */
  press(...keys: readonly string[]): this {
    this.keys += keys.length;
    return this.send(...keys);
  }

  /** Starts the program in the shell. */
  yueyi(args: string): this {
    return this.type(`clear; node ${join(REPOSITORY, 'bin/yueyi.js')} ${args}`).send('Enter');
  }

  /** Waits until the screen shows a text; with `not`, until it does not. @returns the screen */
  async shows(text: string, { not = false }: { readonly not?: boolean } = {}): Promise<string> {
    for (;;) {
      const screen = this.screen();
      if (screen.includes(text) !== not) return screen;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }

  /** The exit code of the last command. */
  async exitCode(): Promise<number> {
    this.type('echo "ended with $?"').send('Enter');
    const screen = await this.shows('\nended with ');
    return Number(/\nended with (\d+)/.exec(screen)?.[1]);
  }

  /** @param escapes with the codes of colours */
  screen(escapes = false): string {
    return this.tmux('capture-pane', '-p', ...(escapes ? ['-e'] : []));
  }

  /** What stands before the cursor on its line. */
  beforeCursor(): string {
    const [column = 0, row = 0] = this.tmux('display-message', '-p', '#{cursor_x} #{cursor_y}').split(' ').map(Number);
    const characters = [...(this.screen().split('\n')[row] ?? '')];
    let text = '';
    while (displayWidth(text) < column) text += characters.shift() ?? ' ';
    return text;
  }

  /** The shell and the server still end when the server has said that it is killed, and the server removes its socket. */
  private async removeFolder(): Promise<void> {
    for (let left = 100; ; left -= 1) {
      try {
        rmSync(this.folder, { recursive: true, force: true });
        return;
      } catch (error) {
        if (left === 0) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    }
  }

  private send(...keys: readonly string[]): this {
    this.tmux('send-keys', ...keys);
    return this;
  }

  private tmux(...args: readonly string[]): string {
    return execFileSync('tmux', ['-u', '-S', join(this.folder, 'socket'), ...args], { encoding: 'utf8' });
  }
}
