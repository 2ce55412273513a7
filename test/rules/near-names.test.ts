import { expect, test } from 'vitest';
import { NameSuggestions } from '../../src/rules/near-names.js';

const NAMES = ['骨科第一党支部', '骨科第二党支部'];
const find = (names: NameSuggestions, word: string) => names.find(word, 'branches', () => NAMES);

test('what differs by spaces alone is the same name, what differs by little is near', () => {
  const names = new NameSuggestions();
  expect(find(names, ' 骨科第一党支部')).toEqual({ same: NAMES[0], near: NAMES[0], isNotSearched: false });
  expect(find(names, '骨科二支部')).toEqual({ same: null, near: NAMES[1], isNotSearched: false });
  expect(find(names, '脑病科')).toEqual({ same: null, near: '', isNotSearched: false });
});

test('when too many were compared the rest is said to be given up, but not what is certain or known', () => {
  const names = new NameSuggestions(2 * NAMES.length);
  for (const word of ['骨科二支部', '骨科1支部', '骨科2支部', '骨科支部']) find(names, word);
  expect(find(names, '骨科支部')).toEqual({ same: null, near: '', isNotSearched: true });
  expect(find(names, '骨科二支部')).toMatchObject({ near: NAMES[1], isNotSearched: false });
  expect(find(names, '“骨科第一党支部”')).toMatchObject({ same: NAMES[0], isNotSearched: false });
});

test('a list of names is made once', () => {
  let made = 0;
  const names = new NameSuggestions();
  const list = () => {
    made += 1;
    return NAMES;
  };
  for (const word of ['骨科二支部', '骨科一支部']) names.find(word, 'branches', list);
  expect(made).toBe(1);
});
