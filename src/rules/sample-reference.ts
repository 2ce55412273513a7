import { referencesOf, referredTo } from '../ledger/references.js';
import { KINDS } from '../schema/kinds.js';
import { defineRule, placeOf } from './rule.js';

/**
 * A real record refers to a sample (示例): deleting the sample folder would break it.
 *
 * PASS: a record in data/sample/tasks/ refers to one in data/sample/boards/ or data/boards/.
 * FAIL: a record in data/tasks/ refers to a board in data/sample/boards/.
 */
export const sampleReference = defineRule<{ id: string }>({
  code: 'sample-reference',
  severity: 'error',
  title: '正式记录引用了示例',
  why: '示例随时可以整个删去，正式记录不能依赖它。',
  message: ({ id }) => `正式记录引用了示例记录“${id}”`,
  fix: () => '改为引用正式记录；或者把这一条也移到 sample 文件夹。',
  check({ ledger }, report) {
    for (const entry of KINDS.flatMap((kind) => ledger.all(kind))) {
      if (entry.sample) continue;
      for (const reference of referencesOf(entry)) {
        const { pointer, id } = reference;
        const found = referredTo(ledger, reference, entry);
        const [first] = found;
        if (!first || !found.every((target) => target.sample)) continue;
        report(entry, pointer, { id }, { related: [{ at: placeOf(first, '/id'), message: '示例记录在这里' }] });
      }
    }
  },
});
