import type { InBoth } from '../diagnostics/diagnostic.js';
import { WORKSPACE_FILE } from '../files/find-data.js';
import type { Entry } from '../ledger/ledger.js';
import { knownIds, type OwnerFields, type Reference, targetKind } from '../ledger/references.js';
import { yamlText } from '../schema/yaml-text.js';
import { namedByAlias } from './alias-reference.js';
import { kindNames } from './kind-names.js';
import { NOT_SEARCHED, type Suggestion } from './near-names.js';
import { defineRule } from './rule.js';

/**
 * A reference names no record. While a file of its kind cannot be read, the record is unknown rather than absent, and
 * nothing is reported.
 */
export const unknownReference = defineRule<{ id: string; kinds: InBoth; near: Omit<Suggestion, 'same'> }>({
  code: 'unknown-reference',
  severity: 'error',
  locked: true,
  zh: {
    title: '引用的记录不存在',
    why: '引用断了，这条记录就不会计入对应的统计。',
    message: ({ id, kinds }) => `${kinds.zh}里没有“${id}”`,
    fix: ({ near: { near, isNotSearched }, kinds }) =>
      near
        ? `是不是“${near}”？`
        : `检查名称有没有写错；确有其事就先在${kinds.zh}里登记。${isNotSearched ? NOT_SEARCHED.zh : ''}`,
  },
  en: {
    title: 'A reference to a record that is not there',
    why: 'With a broken reference this record is not counted where it belongs.',
    message: ({ id, kinds }) => `There is no “${id}” in ${kinds.en}`,
    fix: ({ near: { near, isNotSearched }, kinds }) =>
      near
        ? `Do you mean “${near}”?`
        : `Check the name; if it is right, register it in ${kinds.en} first.${isNotSearched ? NOT_SEARCHED.en : ''}`,
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
  check({ ledger, unreadable, unresolved, suggestions }, report) {
    const hospital = ledger.workspace?.hospital;
    if (hospital !== undefined && !unreadable.has('organizations')) {
      const settings = { file: WORKSPACE_FILE, pointer: '', id: 'workspace' };
      if (!ledger.has('organizations', hospital)) {
        const near = suggestions.find(hospital, 'organizations', () => ledger.ids('organizations'));
        report(settings, '/hospital', { id: hospital, kinds: kindNames(['organizations']), near });
      }
    }
    for (const { entry, reference } of unresolved) {
      const { pointer, id, to } = reference;
      if (namedByAlias(ledger, reference, entry)) continue;
      // Typed with spaces, quotation marks or full-width letters it is still that name alone.
      const near = suggestions.find(id, listOf(reference, entry), () =>
        to.flatMap((target) => knownIds(ledger, target, entry)),
      );
      const { same } = near;
      const args = { id, kinds: kindNames(to.map(targetKind)), near };
      report(entry, pointer, args, same === null ? {} : { repair: [{ text: yamlText(same) }] });
    }
  },
});

/**
 * A key for the list of ids that a reference may name: for items of lists (`programs/actions`) those of its own owner.
 */
function listOf({ to }: Reference, { value }: Entry): string {
  const { program, board, year } = value as OwnerFields;
  return JSON.stringify(to.some((target) => target.includes('/')) ? [to, program, board, year] : to);
}
