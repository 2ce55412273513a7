/** Exit codes others rely on: fine; the answer is no; cannot run; a bug of yueyi. */
export const EXIT = { fine: 0, no: 1, cannot: 2, bug: 3 } as const;

/** Why a command cannot run, and what the user can do about it, both in Chinese. Exit code 2. */
export class CannotRun extends Error {
  constructor(
    message: string,
    readonly way: string,
  ) {
    super(message);
  }
}

/** The user has left a question instead of answering it: nothing is written. Exit code 1. */
export class Left extends Error {}
