import type { Run } from '../commands/command.js';
import { Left } from '../errors.js';
import type { Questions } from './questions.js';

const WRITE = '写入';
const REVISE = '再改';
const LEAVE = '不写';

/**
 * The questions of one command. Answers are remembered, so that a change that is planned anew, because somebody else has
 * written meanwhile, asks nothing twice.
 */
export class Conversation {
  private readonly answers = new Map<string, unknown>();
  /** Answers that the user wants to change. */
  private readonly revised = new Set<string>();
  private isAgreed = false;

  /**
   * @param say prints a line between the questions
   * @param isLarge whether the change is large enough that the user agrees to it even where nothing was asked
   */
  constructor(
    readonly questions: Questions,
    readonly say: (line: string) => void,
    private readonly isLarge = false,
  ) {}

  /**
   * Whether the user has still to agree to a change: one for which something was asked, or a large one.
   * @param canWrite without it there is nothing to agree to, but answers can be changed
   */
  isOpen(canWrite: boolean): boolean {
    return (this.answers.size > 0 || (this.isLarge && canWrite)) && !this.isAgreed;
  }

  /**
   * Asks unless the answer is known.
   * @param name of the question within the command
   * @param ask is given the answer that the user wants to change
   */
  async once<T>(name: string, ask: (before: T | undefined) => Promise<T>): Promise<T> {
    const known = this.answers.get(name) as T | undefined;
    if (known !== undefined && !this.revised.delete(name)) return known;
    const answer = await ask(known);
    this.answers.set(name, answer);
    return answer;
  }

  /**
   * Asks whether a change that is shown is written.
   * @returns false where the answers are to be changed first
   * @throws Left where it is not written
   */
  async agrees(canWrite: boolean): Promise<boolean> {
    const title = canWrite ? '确定写入？' : '怎么办？';
    const revise = this.answers.size > 0 ? [REVISE] : [];
    const values = canWrite ? [WRITE, ...revise, LEAVE] : [...revise, LEAVE];
    const answer = await this.questions.choose({ title, offered: values.map((value) => ({ value })) });
    if (answer === LEAVE) throw new Left();
    this.isAgreed = answer === WRITE;
    if (answer === REVISE) for (const name of this.answers.keys()) this.revised.add(name);
    return this.isAgreed;
  }
}

/** Begins the questions of a command; undefined where nobody can be asked. */
export function conversationOf({ world }: Run<object>, isLarge = false): Conversation | undefined {
  return world.questions && new Conversation(world.questions, (line) => world.stdout.write(`${line}\n`), isLarge);
}
