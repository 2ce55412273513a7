import { narrowed } from '../../src/cli/ask/narrowed.js';
import type { Questions } from '../../src/cli/ask/questions.js';
import { Left } from '../../src/cli/errors.js';

/** What is asked, and what a user types before Enter: nothing takes what is offered first; null leaves with Esc. */
export type Answer = readonly [title: string, typed: string | null];

/** A user who answers in an order of their own; an answer that is refused is followed by the next. */
export class ScriptedQuestions implements Questions {
  /** Why texts were not taken. */
  readonly refusals: string[] = [];
  /** What each menu offered, before anything was typed. */
  readonly offered = new Map<string, readonly string[]>();
  private at = 0;

  constructor(private readonly answers: readonly Answer[]) {}

  /** The questions that were not asked. */
  get left(): readonly string[] {
    return this.answers.slice(this.at).map(([title]) => title);
  }

  choose: Questions['choose'] = async ({ title, offered }) => {
    this.offered.set(
      title,
      offered.map(({ value, shown = value }) => shown),
    );
    const typed = this.next(title);
    const [found] = narrowed(offered, typed);
    if (!found) throw new Error(`${title}: nothing is found by “${typed}” among ${this.offered.get(title)}`);
    return found.value;
  };

  type: Questions['type'] = async ({ title, usual, check }) => {
    for (;;) {
      const text = this.next(title) || usual;
      const refusal = await check(text);
      if (refusal === null) return text;
      this.refusals.push(refusal);
    }
  };

  private next(title: string): string {
    const [expected, typed] = this.answers[this.at] ?? [];
    if (expected !== title || typed === undefined) throw new Error(`“${title}” is asked, not “${expected}”`);
    this.at += 1;
    if (typed === null) throw new Left();
    return typed;
  }
}
