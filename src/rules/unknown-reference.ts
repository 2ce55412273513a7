import type { InBoth } from '../diagnostics/diagnostic.js';
import { WORKSPACE_FILE } from '../files/find-data.js';
import { knownIds, targetKind } from '../ledger/references.js';
import { nearest } from '../text/nearest.js';
import { aliased } from './alias-reference.js';
import { kindNames } from './kind-names.js';
import { defineRule } from './rule.js';

/**
 * A record names another that is not there. While a file of the wanted kind cannot be read, its records are
 * unknown rather than absent, and nothing is said.
 */
export const unknownReference = defineRule<{ id: string; kinds: InBoth; near: string }>({
  code: 'unknown-reference',
  severity: 'error',
  locked: true,
  zh: {
    title: '引用的记录不存在',
    why: '引用断了，这条记录就不会计入对应的统计。',
    message: ({ id, kinds }) => `${kinds.zh}里没有“${id}”`,
    fix: ({ near, kinds }) => (near ? `是不是“${near}”？` : `检查名称有没有写错；确有其事就先在${kinds.zh}里登记。`),
  },
  en: {
    title: 'A reference to a record that is not there',
    why: 'With a broken reference this record is not counted where it belongs.',
    message: ({ id, kinds }) => `There is no “${id}” in ${kinds.en}`,
    fix: ({ near, kinds }) =>
      near ? `Do you mean “${near}”?` : `Check the name; if it is right, register it in ${kinds.en} first.`,
  },
  pass: `
    # data/activities/2025-03.yaml
    - id: 2025-03-15-义诊
      title: 春季义诊
      date: 2025-03-15
      types: [义诊]
      lead: 骨科第二党支部
    # data/branches/2025.yaml
    - id: 骨科第二党支部
      category: 在职`,
  fail: `
    # data/activities/2025-03.yaml
    - id: 2025-03-15-义诊
      title: 春季义诊
      date: 2025-03-15
      types: [义诊]
      lead: 骨科二支部
    # data/branches/2025.yaml
    - id: 骨科第二党支部
      category: 在职`,
  check({ ledger, unreadable, unresolved }, report) {
    const hospital = ledger.workspace?.hospital;
    if (hospital !== undefined && !unreadable.has('organizations')) {
      const settings = { file: WORKSPACE_FILE, pointer: '', id: 'workspace' };
      const near = nearest(hospital, ledger.ids('organizations'))[0] ?? '';
      if (ledger.named('organizations', hospital).length === 0)
        report(settings, '/hospital', { id: hospital, kinds: kindNames(['organizations']), near });
    }
    for (const { entry, reference } of unresolved) {
      const { pointer, id, to } = reference;
      if (aliased(ledger, reference, entry)) continue;
      const known = to.flatMap((target) => knownIds(ledger, target, entry));
      report(entry, pointer, { id, kinds: kindNames(to.map(targetKind)), near: nearest(id, known)[0] ?? '' });
    }
  },
});
