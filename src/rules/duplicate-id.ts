import type { InBoth } from '../diagnostics/diagnostic.js';
import { kindNames } from './kind-names.js';
import { defineRule, placeOf } from './rule.js';

const FIRST: InBoth = { zh: '第一条在这里', en: 'The first is here' };

/** Two records of a kind share an id, in one file or in two. */
export const duplicateId = defineRule<{ id: string; kind: InBoth }>({
  code: 'duplicate-id',
  severity: 'error',
  locked: true,
  zh: {
    title: '编号重复',
    why: '别处引用这个编号时，不知道指的是哪一条。',
    message: ({ id, kind }) => `${kind.zh}里有两条记录都叫“${id}”`,
    fix: () => '如果是同一件事，删去多余的一条；否则给其中一条换个编号，并改动引用它的地方。',
  },
  en: {
    title: 'Two records share an id',
    why: 'Where another record refers to the id, nobody can tell which of the two is meant.',
    message: ({ id, kind }) => `Two records of ${kind.en} are called “${id}”`,
    fix: () => 'Delete one if they are the same thing; else rename one, and change what refers to it.',
  },
  pass: `
    # data/people/2025.yaml
    - id: 王芳
    - id: 王芳-骨科
      name: 王芳`,
  fail: `
    # data/people/2025.yaml
    - id: 王芳
    # data/people/新增.yaml
    - id: 王芳`,
  check({ ledger }, report) {
    for (const [first, ...others] of ledger.duplicates()) {
      if (!first) continue;
      const { id, kind } = first;
      const related = [{ at: placeOf(first, '/id'), message: FIRST }];
      for (const other of others) report(other, '/id', { id, kind: kindNames([kind]) }, { related });
    }
  },
});
