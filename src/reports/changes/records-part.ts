import type { Block, Inline } from '../../document/report-document.js';
import type { Effect, RecordChange } from '../../history/record-changes.js';
import { isKind, kindTitle } from '../../schema/kinds.js';
import { sentence } from '../inlines.js';
import { causeInlines, named } from './cause-inlines.js';
import { type Comparison, stateOf } from './compare.js';

const EFFECTS: Readonly<Record<Effect, string>> = {
  added: '新增计入',
  removed: '不再计入',
  moved: '状态或归类变化',
  changed: '数值或口径变化',
};

/** 变动的记录: each once, numbered, with the reason why it counts differently and its place. */
export function recordsPart(comparison: Comparison): readonly Block[] {
  const { records } = comparison;
  return records.flatMap((change, index): Block[] => {
    const begins = records[index - 1]?.effect !== change.effect;
    const heading: Block = { type: 'heading', id: change.effect, level: 2, number: '', title: EFFECTS[change.effect] };
    const paragraph: Block = { type: 'paragraph', content: recordLine(comparison, change, index + 1) };
    return begins ? [heading, paragraph] : [paragraph];
  });
}

function recordLine(comparison: Comparison, change: RecordChange, ordinal: number): Inline[] {
  const { record } = change;
  const { file, line } = stateOf(comparison, change).placeOf(record);
  const kind = isKind(record.kind) ? `（${kindTitle(record.kind)}）` : '';
  const number: Inline = { type: 'ordinal', value: ordinal };
  return sentence`${number}.${named(record)}${kind}：${causeInlines(change, comparison.after.context.year)}。${named(record, `${file}:${line}`)}`;
}
