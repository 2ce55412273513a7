import type { InBoth } from '../diagnostics/diagnostic.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import { type ReferenceTarget, type ReferringRecord, referredTo } from '../ledger/references.js';
import { defineRule, placeOf } from './rule.js';
import { referenceUses } from './rule-context.js';

const SAMPLE: InBoth = { zh: '示例记录在这里', en: 'The sample is here' };

/** A real record refers to a sample (示例): deleting the sample folder would break it. */
export const sampleReference = defineRule<{ id: string }>({
  code: 'sample-reference',
  severity: 'error',
  locked: true,
  zh: {
    title: '正式记录引用了示例',
    why: '示例随时可以整个删去，正式记录不能依赖它。',
    message: ({ id }) => `正式记录引用了示例记录“${id}”`,
    fix: () => '改为引用正式记录；或者把这一条也移到 sample 文件夹。',
  },
  en: {
    title: 'A real record refers to a sample',
    why: 'Samples may be deleted as a whole at any time; no real record may rest on them.',
    message: ({ id }) => `A real record refers to the sample “${id}”`,
    fix: () => 'Refer to a real record, or move this one into the sample folder too.',
  },
  pass: `
    # data/sample/boards/2025.yaml
    - { id: 示例榜单, name: 示例榜单, type: 揭榜挂帅, year: 2025 }
    # data/sample/tasks/2025.yaml
    - { id: 示例任务, board: 示例榜单, title: 示例任务 }`,
  fail: `
    # data/sample/boards/2025.yaml
    - { id: 示例榜单, name: 示例榜单, type: 揭榜挂帅, year: 2025 }
    # data/tasks/2025.yaml
    - { id: 2025-任务-01, board: 示例榜单, title: 压减等候 }`,
  check({ ledger }, report) {
    // A quick exit for ledgers without samples.
    if (!ledger.hasSamples()) return;
    const real = referenceUses(
      ledger,
      (reference, entry) => !entry.sample && sampleFor(ledger, reference, entry) !== null,
    );
    for (const { entry, reference } of real) {
      const sample = sampleFor(ledger, reference, entry);
      const related = sample ? [{ at: placeOf(sample, '/id'), message: SAMPLE }] : [];
      report(entry, reference.pointer, { id: reference.id }, { related });
    }
  },
});

/** The sample a reference leads to, if it leads only to samples. */
function sampleFor(ledger: Ledger, reference: ReferenceTarget, speaker: ReferringRecord): Entry | null {
  const found = referredTo(ledger, reference, speaker);
  return found.every((target) => target.sample) ? (found[0] ?? null) : null;
}
