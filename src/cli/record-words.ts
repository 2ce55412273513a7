import { byName } from '../edit/by-name.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import { otherNames } from '../ledger/names.js';
import { KINDS, type Kind, kindTitle } from '../schema/kinds.js';
import { nearest } from '../text/nearest.js';
import type { Conversation } from './ask/conversation.js';
import { CannotRun } from './errors.js';

/** No more names than this are listed to choose from. */
const SHOWN = 8;

/** A field and what is typed for it; `+=` adds to a list. */
export interface Assignment {
  readonly field: string;
  readonly text: string;
  readonly adds: boolean;
}

const ASSIGNMENT = /^([^=＝]+?)([+＋]?)[=＝](.*)$/su;

/** `字段=值` taken apart; undefined for a word without an equals sign. */
export function assignmentOf(word: string): Assignment | undefined {
  const [, field, plus, text = ''] = ASSIGNMENT.exec(word) ?? [];
  return field === undefined ? undefined : { field: field.trim(), text, adds: plus !== '' };
}

/** The assignments among words. @throws CannotRun for another word */
export function assignmentsIn(words: readonly string[]): Assignment[] {
  return words.map((word) => {
    const assignment = assignmentOf(word);
    if (!assignment)
      throw new CannotRun(`“${word}”不是 字段=值`, '写成 名称=春季义诊 的样子；值里有空格的，用引号括起来。');
    return assignment;
  });
}

/**
 * The one record that a word means among some kinds, valid or not: by id, name, a part of it, or pinyin. Of several the user
 * chooses, where there is somebody to ask.
 * @throws CannotRun where none or several match, Left
 */
export async function recordMeant(
  ledger: Ledger,
  word: string,
  kinds: readonly Kind[] = KINDS,
  conversation?: Conversation,
): Promise<Entry> {
  const entries = kinds.flatMap((kind): readonly Entry[] => ledger.allWithInvalid(kind));
  const namesOf = ({ id, value }: Entry): readonly string[] => [id, ...otherNames(value)];
  const found = await byName(word.trim(), entries, namesOf);
  const [only, ...more] = found;
  if (only && more.length === 0) return only;
  if (only && conversation) return chosenRecord(conversation, word, found, namesOf);
  if (only) {
    const listed = found.slice(0, SHOWN).map(({ kind, id }) => `${kindTitle(kind)} ${id}`);
    const rest = found.length > SHOWN ? ` 等${found.length}条` : '';
    throw new CannotRun(`“${word}”不止一条记录`, `写全编号，编号也相同的加 --kind 类别：${listed.join('、')}${rest}。`);
  }
  const near = nearest(word, entries.flatMap(namesOf), 3);
  const way = near.length > 0 ? `是不是 ${near.join('、')}？` : '换一个词，或用 yueyi list 加类别查看有哪些。';
  const among = kinds.length === KINDS.length ? '' : `在${kinds.map(kindTitle).join('、')}里`;
  throw new CannotRun(`${among}没有找到“${word}”`, way);
}

async function chosenRecord(
  conversation: Conversation,
  word: string,
  found: readonly Entry[],
  namesOf: (entry: Entry) => readonly string[],
): Promise<Entry> {
  const nameOf = ({ kind, id }: Entry): string => `${kindTitle(kind)} ${id}`;
  const offered = found.map((entry) => ({ value: nameOf(entry), names: [nameOf(entry), ...namesOf(entry)] }));
  const title = `哪一条记录（${word}）`;
  const chosen = await conversation.once(`record ${word}`, () => conversation.questions.choose({ title, offered }));
  const entry = found.find((each) => nameOf(each) === chosen);
  // Somebody else has removed it meanwhile.
  if (!entry) throw new CannotRun(`没有找到“${chosen}”`, '再运行一次。');
  return entry;
}
