import type { InBoth } from '../diagnostics/diagnostic.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import { type Named, withName } from '../ledger/names.js';
import { type Reference, referredTo } from '../ledger/references.js';
import { yamlText } from '../schema/yaml-text.js';
import { defineRule, placeOf } from './rule.js';

const DECLARED: InBoth = { zh: '别名登记在这里', en: 'The alias is declared here' };

/**
 * A reference is a declared alias or the full name of a record. Its meaning is certain, but references take ids, so that
 * they are the same everywhere.
 */
export const aliasReference = defineRule<{ alias: string; id: string }>({
  code: 'alias-reference',
  severity: 'error',
  locked: true,
  zh: {
    title: '引用写了别名',
    why: '引用只认编号；写别名，这条记录就不会计入对应的统计。',
    message: ({ alias, id }) => `“${alias}”是“${id}”的别名或全称，引用要写编号`,
    fix: ({ id }) => `改为“${id}”。`,
  },
  en: {
    title: 'A reference by an alias',
    why: 'References are found by ids alone; by an alias this record is not counted where it belongs.',
    message: ({ alias, id }) => `“${alias}” is an alias or the full name of “${id}”; a reference takes the id`,
    fix: ({ id }) => `Write “${id}”.`,
  },
  pass: `
    # data/departments/2025.yaml
    - { id: 党建办, aliases: [党建办公室] }
    # data/tasks/2025.yaml
    - id: 2025-任务-01
      board: 要点
      title: 学习制度
      departments: [党建办]`,
  fail: `
    # data/departments/2025.yaml
    - { id: 党建办, aliases: [党建办公室] }
    # data/tasks/2025.yaml
    - id: 2025-任务-01
      board: 要点
      title: 学习制度
      departments: [党建办公室]`,
  check({ ledger, unresolved }, report) {
    for (const { entry, reference } of unresolved) {
      const found = namedByAlias(ledger, reference, entry);
      if (!found) continue;
      const related = [{ at: placeOf(found.owner, `${found.pointer}/id`), message: DECLARED }];
      const repair = [{ text: yamlText(found.id) }];
      report(entry, reference.pointer, { alias: reference.id, id: found.id }, { related, repair });
    }
  },
});

/** What an unresolved reference names by an alias or a full name; undefined where there is none, or more than one. */
export function namedByAlias(ledger: Ledger, reference: Reference, entry: Entry): Named | undefined {
  const found = reference.to.flatMap((target) =>
    withName(ledger, target, reference.id).filter(({ id, owner }) =>
      referredTo(ledger, { ...reference, id }, entry).includes(owner),
    ),
  );
  return found.every(({ id }) => id === found[0]?.id) ? found[0] : undefined;
}
