import { EditFault } from '../edit/edit-fault.js';
import { readInput } from '../files/read-input.js';
import { readSource } from '../source/read-source.js';
import type { Run } from './commands/command.js';
import { CannotRun } from './errors.js';

type Fields = Readonly<Record<string, unknown>>;

const FORM = '里面写一条记录，或一列记录（YAML 或 JSON）；样子见 yueyi schema 加类别。';

/** A record in a file that the user names. */
export interface WrittenRecord {
  readonly value: Fields;
  /** Where it stands, in Chinese: “新.yaml”第2条. */
  readonly place: string;
}

/** The records of a file of YAML or JSON, or of standard input (`-`): one, or a list. @throws CannotRun */
export async function recordsInFile({ world }: Run<object>, typed: string): Promise<readonly WrittenRecord[]> {
  const name = typed === '-' ? '标准输入' : `“${typed}”`;
  const { value, findings, text } = await readSource(typed, readInput(world.workingDirectory, typed));
  const error = findings.find(({ severity }) => severity === 'error');
  if (error) {
    const [offset] = error.at.offsets ?? [];
    const line = offset === undefined ? '' : `第${text().slice(0, offset).split('\n').length}行`;
    const { message, hint } = error.wording('zh');
    throw new CannotRun(`${name}${line}读不出记录：${message}`, offset === undefined ? FORM : hint);
  }
  const list = value === undefined ? [] : [value].flat();
  if (list.length === 0) throw new CannotRun(`${name}里没有记录`, FORM);
  const isOne = list.length === 1;
  return list.map((each, index) => {
    const place = isOne ? name : `${name}第${index + 1}条`;
    if (!isFields(each)) throw new CannotRun(`${place}不是一条记录`, FORM);
    return { value: each, place };
  });
}

/** Does something with a written record; a fault names its place. @throws CannotRun */
export async function inPlace<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EditFault || error instanceof CannotRun)
      throw new CannotRun(`${place}：${error.message}`, error.way);
    throw error;
  }
}

const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
