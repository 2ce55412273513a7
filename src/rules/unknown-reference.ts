import { WORKSPACE_FILE } from '../files/find-data.js';
import { knownIds, referencesOf, resolves, targetKind } from '../ledger/references.js';
import { KINDS, kindTitle } from '../schema/kinds.js';
import { nearest } from '../text/nearest.js';
import { defineRule } from './rule.js';

/**
 * A record names another that is not there. While a file of the wanted kind cannot be read, its records are
 * unknown rather than absent, and nothing is said.
 *
 * PASS: `lead: 骨科第二党支部` with that branch in data/branches/.
 * FAIL: `lead: 骨科二支部`, which is no branch's id.
 */
export const unknownReference = defineRule<{ id: string; kinds: string; near: string }>({
  code: 'unknown-reference',
  severity: 'error',
  title: '引用的记录不存在',
  why: '引用断了，这条记录就不会计入对应的统计。',
  message: ({ id, kinds }) => `${kinds}里没有“${id}”`,
  fix: ({ near, kinds }) => (near ? `是不是“${near}”？` : `检查名称有没有写错；确有其事就先在${kinds}里登记。`),
  check({ ledger, unreadable }, report) {
    const { workspace } = ledger;
    if (
      workspace &&
      ledger.named('organizations', workspace.hospital).length === 0 &&
      !unreadable.has('organizations')
    ) {
      const near = nearest(workspace.hospital, ledger.ids('organizations'))[0] ?? '';
      const settings = { file: WORKSPACE_FILE, pointer: '', id: 'workspace', value: {} };
      report(settings, '/hospital', { id: workspace.hospital, kinds: `“${kindTitle('organizations')}”`, near });
    }
    for (const entry of KINDS.flatMap((kind) => ledger.all(kind))) {
      for (const reference of referencesOf(entry)) {
        const { pointer, id, to } = reference;
        if (resolves(ledger, reference, entry) || to.some((target) => unreadable.has(targetKind(target)))) continue;
        const known = to.flatMap((target) => knownIds(ledger, target, entry));
        const kinds = [...new Set(to.map((target) => `“${kindTitle(targetKind(target))}”`))].join('、');
        report(entry, pointer, { id, kinds, near: nearest(id, known)[0] ?? '' });
      }
    }
  },
});
