import type { Block, Inline } from '../../document/report-document.js';
import type { Effect, RecordChange } from '../../history/record-changes.js';
import { isKind, kindTitle } from '../../schema/kinds.js';
import { joined, sentence, text } from '../inlines.js';
import { causeInlines, named } from './cause-inlines.js';
import { type Comparison, stateOf } from './compare.js';

const EFFECTS: Readonly<Record<Effect, string>> = {
  added: '新增计入',
  removed: '不再计入',
  moved: '状态或归类变化',
  changed: '数值或口径变化',
};

/** A month's records of one kind are told on one line from so many on, unless all are asked for. */
const MANY = 6;
/** How many of them that line names. */
const NAMED = 3;

/** A record, or several of one kind, and the number of the first. */
export interface RecordLine {
  readonly first: number;
  readonly changes: readonly RecordChange[];
}

/** 变动的记录: each once, numbered, with the reason why it counts differently and its place; many of a kind in short. */
export function recordsPart(comparison: Comparison): readonly Block[] {
  const lines = linesOf(comparison);
  return lines.flatMap(({ first, changes }, index): Block[] => {
    const effect = changes[0]?.effect ?? 'changed';
    const begins = lines[index - 1]?.changes[0]?.effect !== effect;
    const heading: Block = { type: 'heading', id: effect, level: 2, number: '', title: EFFECTS[effect] };
    const [only, ...others] = changes;
    const content = others.length > 0 ? manyLine(changes, first) : only ? recordLine(comparison, only, first) : [];
    const paragraph: Block = { type: 'paragraph', content };
    return begins ? [heading, paragraph] : [paragraph];
  });
}

/** The records in their order, those of one kind and effect together where they are many. */
export function linesOf({ records, all }: Comparison): readonly RecordLine[] {
  const runs: { first: number; changes: RecordChange[] }[] = [];
  for (const [index, change] of records.entries()) {
    const last = runs.at(-1);
    const [other] = last?.changes ?? [];
    if (last && other?.effect === change.effect && other.record.kind === change.record.kind) last.changes.push(change);
    else runs.push({ first: index + 1, changes: [change] });
  }
  return runs.flatMap((run): readonly RecordLine[] => {
    if (!all && run.changes.length >= MANY) return [run];
    return run.changes.map((change, index) => ({ first: run.first + index, changes: [change] }));
  });
}

/** A record's number in the list. */
export const ordinal = (value: number): Inline => ({ type: 'ordinal', value });

function recordLine(comparison: Comparison, change: RecordChange, number: number): Inline[] {
  const { record } = change;
  const { file, line } = stateOf(comparison, change).placeOf(record);
  return sentence`${ordinal(number)}.${named(record)}${kindOf(change)}：${causeInlines(change, comparison.after.context.year)}。${named(record, `${file}:${line}`)}`;
}

/** 3—31.活动：《春季义诊》…等，加 --all 逐条列出. */
function manyLine(changes: readonly RecordChange[], first: number): Inline[] {
  const names = changes.slice(0, NAMED).map(({ record }) => [named(record)]);
  const [kind] = changes;
  const title = kind && isKind(kind.record.kind) ? kindTitle(kind.record.kind) : '记录';
  return sentence`${ordinal(first)}—${ordinal(first + changes.length - 1)}.${title}：${joined(names, '；')}${text('等；加 --all 逐条列出。')}`;
}

function kindOf({ record: { kind } }: RecordChange): string {
  return isKind(kind) ? `（${kindTitle(kind)}）` : '';
}
