import { appliedWrites } from '../../edit/applied-writes.js';
import { type Assigned, assignedWrites, type WithinItem } from '../../edit/assigned-writes.js';
import { EditFault } from '../../edit/edit-fault.js';
import { fieldNamed } from '../../edit/field-named.js';
import type { Typing } from '../../edit/typed-field.js';
import { type FieldRow, fieldsOf as rowsOf } from '../../schema/fields.js';
import type { Kind } from '../../schema/kinds.js';
import { askField } from './field-question.js';
import type { Offered, Questions } from './questions.js';
import { valuesOf } from './usual-values.js';

/** Never offered: what must be reasoned for, and the id, which `add` makes and `rename` changes. */
const ASIDE: readonly string[] = ['id', 'excuse', 'distinctFrom'];
const keyOf = (path: string): string => path.replaceAll('[]', '');
const DONE: Offered = { value: '', shown: '（好了）' };

/** What a form is about. */
export interface FormSubject {
  readonly questions: Questions;
  readonly typing: Typing;
  /** What a field usually has, as it would be typed; offered first. */
  readonly usual: (key: string) => readonly string[];
  /** The item of a list whose fields are meant first. */
  readonly within?: WithinItem;
}

/** Fields of one record, asked for one by one and kept as they would be typed on the command line. */
export class RecordForm {
  private readonly answers: Map<string, Assigned>;

  /** @param given what is typed or answered already @throws EditFault for an unknown field */
  constructor(
    private readonly subject: FormSubject,
    given: readonly Assigned[],
  ) {
    const { typing, within } = subject;
    this.answers = new Map(given.map((each) => [fieldNamed(typing.kind, each.field, within?.list).path, each]));
  }

  get assigned(): readonly Assigned[] {
    return [...this.answers.values()];
  }

  /** The record with what is known so far. @throws EditFault */
  async filled(): Promise<Readonly<Record<string, unknown>>> {
    const { typing, within } = this.subject;
    return appliedWrites(typing.owner, await assignedWrites(typing, this.assigned, within)) ?? {};
  }

  /** Asks for a field; of a group for its own, of one that must be there only for those that it must have. @throws Left */
  async ask(row: FieldRow): Promise<void> {
    const parts = partsOf(this.subject.typing.kind, row);
    const [needed, others] = [parts.filter(({ required }) => required), parts.filter(({ required }) => !required)];
    for (const each of row.required ? needed : [...needed, ...others]) await this.ask(each);
    if (parts.length > 0) return;
    const { typing, questions } = this.subject;
    const isRequired = row.required;
    const field = keyOf(row.path);
    const before = this.answers.get(row.path)?.text;
    const usual = before === undefined ? this.usual(row, isRequired) : before.split('、');
    const owner = await this.filled();
    const { ledger, kind, sample } = typing;
    const check = (text: string): Promise<string | null> => this.check({ field, text }, owner);
    const text = await askField(questions, { ledger, kind, row, owner, sample, usual, isRequired, check });
    // Nothing removes what the record has.
    if (text === '' && !Object.hasOwn(typing.owner, field)) this.answers.delete(row.path);
    else this.answers.set(row.path, { field, text });
  }

  /** Offers fields in a menu until the user is done; those answered come last, to be changed. @throws Left */
  async offer(title: string, rows: readonly FieldRow[], isDone = true): Promise<void> {
    for (let mayEnd = isDone; ; mayEnd = true) {
      const open = rows.filter((row) => !this.isAnswered(row));
      const answered = rows.filter((row) => this.isAnswered(row));
      const lines = [...this.likelyFirst(open), ...answered].map((row) => this.lineOf(row));
      const offered = [...(mayEnd ? [DONE] : []), ...lines];
      const chosen = await this.subject.questions.choose({ title, offered, isPassing: true });
      const row = rows.find(({ path }) => path === chosen);
      if (!row) return;
      await this.ask(row);
    }
  }

  private likelyFirst(rows: readonly FieldRow[]): FieldRow[] {
    const isUsual = ({ path }: FieldRow): boolean => this.subject.usual(keyOf(path)).length > 0;
    return [...rows.filter(isUsual), ...rows.filter((row) => !isUsual(row))];
  }

  private lineOf(row: FieldRow): Offered {
    const { title = row.path } = row.node;
    const key = keyOf(row.path);
    const answer = this.answers.get(row.path)?.text ?? valuesOf(this.subject.typing.owner)(key).join('、');
    return { value: row.path, shown: answer ? `${title}：${answer}` : title, names: [title, key] };
  }

  private isAnswered({ path }: FieldRow): boolean {
    return [...this.answers.keys()].some((key) => key === path || key.startsWith(`${path}.`));
  }

  private usual(row: FieldRow, isRequired: boolean): readonly string[] {
    const known = this.subject.usual(keyOf(row.path));
    return known.length === 0 && isRequired && row.node.format !== undefined ? ['今天'] : known;
  }

  private async check(answer: Assigned, owner: object): Promise<string | null> {
    const { typing, within } = this.subject;
    if (answer.field === 'id' && typing.ledger.has(typing.kind, answer.text.trim())) return '已经有了，另取一个。';
    try {
      await assignedWrites({ ...typing, owner }, [answer], within);
      return null;
    } catch (error) {
      if (error instanceof EditFault) return `${error.message}。${error.way}`;
      throw error;
    }
  }
}

/** The fields of a kind that a menu offers: its own, and groups as one. */
export function offeredRows(kind: Kind): readonly FieldRow[] {
  const rows = rowsOf(kind).filter(({ path }) => !path.includes('.'));
  const keys = rows.map(({ path }) => keyOf(path));
  // The word beside a number is typed with it: 约86.
  const isBeside = (key: string): boolean => key.endsWith('Bound') && keys.includes(key.slice(0, -'Bound'.length));
  return rows.filter((row) => {
    const key = keyOf(row.path);
    return !ASIDE.includes(key) && !isBeside(key) && (!isGroup(row) || partsOf(kind, row).length > 0);
  });
}

const isGroup = ({ node }: FieldRow): boolean =>
  node.type === 'object' || node.properties !== undefined || node.items?.properties !== undefined;

/** The simple fields of a group, or of an item of a list; empty for any other field. */
function partsOf(kind: Kind, { path }: FieldRow): readonly FieldRow[] {
  const depth = path.split('.').length + 1;
  const inside = rowsOf(kind).filter((row) => row.path.startsWith(`${path}.`) && row.path.split('.').length === depth);
  return inside.filter((row) => !isGroup(row));
}
