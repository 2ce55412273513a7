import type { InBoth } from '../diagnostics/diagnostic.js';
import { itemsOf } from '../ledger/ledger.js';
import { targetKind } from '../ledger/references.js';
import { KINDS, type Kind, referenceFields } from '../schema/kinds.js';
import { defineRule, eachOf, placeOf } from './rule.js';

const FIRST: InBoth = { zh: '第一处在这里', en: 'The first is here' };

/** Lists inside records that others refer into: programs/actions, outlines/sections. */
const LISTS = new Map<Kind, readonly string[]>();
for (const target of new Set(KINDS.flatMap((kind) => referenceFields(kind).flatMap(({ to }) => to)))) {
  const [, list] = target.split('/');
  const kind = targetKind(target);
  if (list !== undefined) LISTS.set(kind, [...(LISTS.get(kind) ?? []), list]);
}

/** Two sections of an outline, or two items of another list that records refer into, share an id. */
export const duplicateItemId = defineRule<{ id: string; list: string }>({
  code: 'duplicate-item-id',
  severity: 'error',
  locked: true,
  zh: {
    title: '章节或列表项重名',
    why: '引用它的内容不知道该放在哪一处，有的会印两遍。',
    message: ({ id, list }) => `${list} 里有两处都叫“${id}”`,
    fix: () => '给其中一处换个名字，并改动引用它的地方。',
  },
  en: {
    title: 'Two sections or items share an id',
    why: 'What refers to the id may stand in either place, and is printed twice.',
    message: ({ id, list }) => `Two items of ${list} are called “${id}”`,
    fix: () => 'Rename one of them, and change what refers to it.',
  },
  pass: `
    # data/outlines/2025.yaml
    - id: 2025-总结
      year: 2025
      sections:
        - { id: 思想, title: 强化思想引领 }
        - { id: 清廉, title: 深化清廉建设 }`,
  fail: `
    # data/outlines/2025.yaml
    - id: 2025-总结
      year: 2025
      sections:
        - { id: 思想, title: 强化思想引领 }
        - { id: 思想, title: 深化清廉建设 }`,
  record: eachOf(
    [...LISTS].map(([kind]) => kind),
    (entry, report) => {
      for (const list of LISTS.get(entry.kind) ?? []) {
        const seen = new Map<string, string>();
        for (const { id, pointer } of itemsOf(entry.value, list)) {
          const first = seen.get(id);
          if (first === undefined) seen.set(id, pointer);
          else {
            const related = [{ at: placeOf(entry, `${first}/id`), message: FIRST }];
            report(entry, `${pointer}/id`, { id, list }, { related });
          }
        }
      }
    },
  ),
});
