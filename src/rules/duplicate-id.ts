import { KINDS, kindTitle } from '../schema/kinds.js';
import { defineRule, placeOf } from './rule.js';

/**
 * Two records of a kind share an id, in one file or in two.
 *
 * PASS: `- id: 东湖` in data/pairings/2025.yaml, `- id: 迪荡` beside it.
 * FAIL: `- id: 东湖` in data/pairings/2025.yaml and again in data/pairings/新增.yaml.
 */
export const duplicateId = defineRule<{ id: string; kind: string }>({
  code: 'duplicate-id',
  severity: 'error',
  title: '编号重复',
  why: '别处引用这个编号时，不知道指的是哪一条。',
  message: ({ id, kind }) => `${kind}里有两条记录都叫“${id}”`,
  fix: () => '如果是同一件事，删去多余的一条；否则给其中一条换个编号，并改动引用它的地方。',
  check({ ledger }, report) {
    for (const kind of KINDS) {
      for (const id of ledger.ids(kind)) {
        const [first, ...others] = ledger.named(kind, id);
        if (!first) continue;
        const related = [{ at: placeOf(first, '/id'), message: '第一条在这里' }];
        for (const other of others) report(other, '/id', { id, kind: `“${kindTitle(kind)}”` }, { related });
      }
    }
  },
});
