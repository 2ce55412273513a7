import type { InBoth } from '../diagnostics/diagnostic.js';
import { kindsFollowed, possibleValues } from '../ledger/field-values.js';
import type { Ledger, RecordOf } from '../ledger/ledger.js';
import { fieldsReferringTo } from '../ledger/reference-fields.js';
import { fieldUse, type Kind } from '../schema/kinds.js';
import { scalarText } from '../text/scalar-text.js';
import { defineRule, eachOf } from './rule.js';

type Condition = NonNullable<RecordOf<'targets'>['count']['where']>;
type Count = RecordOf<'targets'>['count'];

/** Kinds whose records have a day of their own; the others cannot be counted week by week. */
const DATED: readonly Kind[] = ['activities', 'evaluations', 'inspections', 'meetings', 'publications', 'requests'];

/** A target's condition names a field, word or record that does not exist: it would count nothing, a false zero. */
export const targetCondition = defineRule<{ what: InBoth }>({
  code: 'target-condition',
  severity: 'error',
  locked: true,
  zh: {
    title: '目标的计数条件写错',
    why: '条件写错就什么也数不到，印出来的 0 是假的。',
    message: ({ what }) => what.zh,
    fix: () => '用 yueyi schema 加类别名查看有哪些字段和选项。',
  },
  en: {
    title: 'A target counts by a wrong condition',
    why: 'A wrong condition counts nothing, and the zero it prints is false.',
    message: ({ what }) => what.en,
    fix: () => 'yueyi schema with the name of the kind lists its fields and words.',
  },
  pass: `
    # data/targets/2025.yaml
    - id: 2025-义诊
      title: 义诊
      from: 2025-03-11
      until: 2025-12-31
      count: { kind: activities, where: { types: 义诊 } }
      unit: 场`,
  fail: `
    # data/targets/2025.yaml
    - id: 2025-义诊
      title: 义诊
      from: 2025-03-11
      until: 2025-12-31
      count: { kind: activities, where: { type: 义诊 } }
      unit: 场`,
  record: eachOf(['targets'], (target, report, { ledger }) => {
    const { count, each, per } = target.value;
    const say = (pointer: string, what: InBoth): void => report(target, pointer, { what });
    checkWhere(ledger, count.kind, count.where, (field, what) => say(`/count/where/${field}`, what));
    if (count.sum !== undefined && fieldUse(count.kind, count.sum) !== 'number') {
      say('/count/sum', {
        zh: `“${count.sum}”不是 ${count.kind} 的数字字段，不能求和`,
        en: `“${count.sum}” is no number of ${count.kind}: it cannot be added up`,
      });
    }
    if (per !== undefined && per !== 'year' && !DATED.includes(count.kind)) {
      say('/per', {
        zh: `${count.kind} 的记录没有自己的日期，不能按周期计数`,
        en: `Records of ${count.kind} have no day of their own: they cannot be counted by period`,
      });
    }
    if (!each) return;
    checkWhere(ledger, each.kind, each.where, (field, what) => say(`/each/where/${field}`, what));
    checkBy(count, each, say);
  }),
});

function checkBy(
  count: Count,
  each: NonNullable<RecordOf<'targets'>['each']>,
  say: (pointer: string, what: InBoth) => void,
): void {
  const fields = fieldsReferringTo(count.kind, each.kind);
  if (each.by === undefined ? fields.length > 0 : fields.includes(each.by)) return;
  if (each.by === undefined)
    say('/each/kind', {
      zh: `${count.kind} 没有指向 ${each.kind} 的字段，不能逐个计数`,
      en: `${count.kind} has no field that refers to ${each.kind}: it cannot be counted for each`,
    });
  else
    say('/each/by', {
      zh: `${count.kind} 的“${each.by}”不指向 ${each.kind}`,
      en: `“${each.by}” of ${count.kind} does not refer to ${each.kind}`,
    });
}

function checkWhere(
  ledger: Ledger,
  kind: Kind,
  where: Condition = {},
  say: (field: string, what: InBoth) => void,
): void {
  for (const [path, wanted] of Object.entries(where)) {
    const [field = '', next] = path.split('.');
    const owners = next === undefined ? [kind] : kindsFollowed(kind, field);
    const name = next ?? field;
    if (fieldUse(kind, field) === undefined || owners.every((owner) => fieldUse(owner, name) === undefined)) {
      say(path, { zh: `${kind} 没有“${path}”这个字段`, en: `${kind} has no field “${path}”` });
      continue;
    }
    for (const value of [wanted].flat().map(scalarText)) {
      if (!owners.some((owner) => possibleValues(ledger, owner, name)?.includes(value) ?? true))
        say(path, { zh: `“${path}”不会是“${value}”`, en: `“${path}” is never “${value}”` });
    }
  }
}
