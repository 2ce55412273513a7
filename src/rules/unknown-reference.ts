import type { InBoth } from '../diagnostics/diagnostic.js';
import { WORKSPACE_FILE } from '../files/find-data.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import {
  knownIds,
  type OwnerFields,
  type Reference,
  type ReferenceTarget,
  resolves,
  targetKind,
} from '../ledger/references.js';
import { KINDS, type Kind } from '../schema/kinds.js';
import { yamlText } from '../schema/yaml-text.js';
import { cleanName } from '../text/clean-name.js';
import { namedByAlias } from './alias-reference.js';
import { kindFolders, kindNames } from './kind-names.js';
import { NOT_SEARCHED, type Suggestion } from './near-names.js';
import { defineRule } from './rule.js';

interface Args {
  readonly id: string;
  readonly kinds: InBoth;
  readonly folders: string;
  readonly near: Omit<Suggestion, 'same'>;
  /** Several names that were typed as one; empty where it is one. */
  readonly several: readonly string[];
  /** Other kinds that have a record of this name. */
  readonly elsewhere: readonly Kind[];
}

/**
 * A reference names no record. While a file of its kind cannot be read, the record is unknown rather than absent, and
 * nothing is reported.
 */
export const unknownReference = defineRule<Args>({
  code: 'unknown-reference',
  severity: 'error',
  locked: true,
  zh: {
    title: '引用的记录不存在',
    why: '引用断了，这条记录就不会计入对应的统计。',
    message: ({ id, kinds }) => `${kinds.zh}里没有“${id}”`,
    fix: ({ near: { near, isNotSearched }, kinds, folders, several, elsewhere }) => {
      if (several.length > 0) return `这是${several.length}个名称写成了一个，分开写：[${several.join(', ')}]。`;
      if (near) return `是不是“${near}”？`;
      if (elsewhere.length > 0) return `这个名称登记在${kindNames(elsewhere).zh}里，这里要写的是${kinds.zh}。`;
      return `检查名称有没有写错；确有其事就先在${kinds.zh}里登记（文件夹 ${folders}）。${isNotSearched ? NOT_SEARCHED.zh : ''}`;
    },
  },
  en: {
    title: 'A reference to a record that is not there',
    why: 'With a broken reference this record is not counted where it belongs.',
    message: ({ id, kinds }) => `There is no “${id}” in ${kinds.en}`,
    fix: ({ near: { near, isNotSearched }, kinds, several, elsewhere }) => {
      if (several.length > 0) return `These are ${several.length} names typed as one: [${several.join(', ')}].`;
      if (near) return `Do you mean “${near}”?`;
      if (elsewhere.length > 0)
        return `That is a name in ${kindNames(elsewhere).en}; here one in ${kinds.en} is wanted.`;
      return `Check the name; if it is right, register it in ${kinds.en} first.${isNotSearched ? NOT_SEARCHED.en : ''}`;
    },
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
        report(settings, '/hospital', argsOf(ledger, hospital, ['organizations'], near));
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
      const several = severalIn(ledger, reference, entry);
      const args = { ...argsOf(ledger, id, to.map(targetKind), near), several };
      // In a list in brackets each becomes an item; elsewhere the repair does harm and is not made.
      const text = several.length > 0 && /\/\d+$/.test(pointer) ? several.map(yamlText).join(', ') : same;
      report(entry, pointer, args, text === null ? {} : { repair: [{ text: same === null ? text : yamlText(same) }] });
    }
  },
});

function argsOf(ledger: Ledger, id: string, kinds: readonly Kind[], near: Suggestion): Args {
  const elsewhere = KINDS.filter((kind) => NAMED_BY_ID.has(kind) && !kinds.includes(kind) && ledger.has(kind, id));
  return { id, kinds: kindNames(kinds), folders: kindFolders(kinds), near, several: [], elsewhere };
}

/** Kinds whose ids are names that may be taken for one of another kind. */
const NAMED_BY_ID: ReadonlySet<Kind> = new Set(['people', 'departments', 'organizations', 'branches', 'pairings']);

const BETWEEN_NAMES = /[、，,；;]/;

/** The names that were typed as one, all of them known: 甲支部、乙支部. */
function severalIn(ledger: Ledger, { id, to }: ReferenceTarget, entry: Entry): readonly string[] {
  if (!BETWEEN_NAMES.test(id)) return [];
  const names = id.split(BETWEEN_NAMES).map(cleanName);
  return names.every((name) => resolves(ledger, { id: name, to }, entry)) ? names : [];
}

/** A key for the list of ids that a reference may name: for items of lists (`programs/actions`) those of its own owner. */
function listOf({ to }: Reference, { value }: Entry): string {
  const { program, board, year } = value as OwnerFields;
  return JSON.stringify(to.some((target) => target.includes('/')) ? [to, program, board, year] : to);
}
