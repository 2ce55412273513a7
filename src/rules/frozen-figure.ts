import type { FrozenChange } from '../ledger/frozen-year.js';
import { statedText, touchedPlaces, touchedText } from './frozen-words.js';
import { defineRule } from './rule.js';

/**
 * The records give another value than a frozen year has. What follows from another change is not told beside it;
 * `freeze --check` lists everything.
 */
export const frozenFigure = defineRule<{ year: number; change: FrozenChange }>({
  code: 'frozen-figure',
  severity: 'error',
  locked: true,
  zh: {
    title: '定稿的数字变了',
    why: '上报过的数字不能悄悄变：要么改回记录，要么写明理由更正。',
    message: ({ year, change: { frozen, now } }) =>
      `${year} 年定稿的“${frozen.label}”原 ${statedText(frozen, frozen.unit)}，现 ${now ? statedText(now, frozen.unit) : '没有这个数'}`,
    fix: ({ year, change: { touched } }) =>
      `${touchedText(touched, 'zh')}改回记录；确要更正，用 yueyi freeze ${year} --restate --reason "理由"，原报和更正都会留下。`,
  },
  en: {
    title: 'A frozen figure that has changed',
    why: 'A reported number must not change quietly: take the edit back, or restate the number with a reason.',
    message: ({ year, change: { frozen, now } }) =>
      `“${frozen.label}” of the frozen year ${year} was ${statedText(frozen, frozen.unit)}, now ${now ? statedText(now, frozen.unit) : 'there is none'}`,
    fix: ({ year, change: { touched } }) =>
      `${touchedText(touched, 'en')}Take the edit back; to restate it run yueyi freeze ${year} --restate --reason "why": both values are kept.`,
  },
  pass: `
    # data/facts/2021.yaml
    - { id: 2021-锦旗, year: 2021, label: 锦旗, value: 157, unit: 面 }
    # data/frozen/2021.yaml
    year: 2021
    frozen: 2022-01-06
    asOf: 2021-12-31
    figures:
      - { label: 锦旗, value: 157, unit: 面,
          id: 2021-锦旗, basis: mfjpdbjhkcil }
    records:
      facts:
        2021-锦旗: fdpceocd
    digest: fgbngepejolbpdeckkdfkkmjhmpmjhcm`,
  fail: `
    # data/facts/2021.yaml
    - { id: 2021-锦旗, year: 2021, label: 锦旗, value: 175, unit: 面 }
    # data/frozen/2021.yaml
    year: 2021
    frozen: 2022-01-06
    asOf: 2021-12-31
    figures:
      - { label: 锦旗, value: 157, unit: 面,
          id: 2021-锦旗, basis: mfjpdbjhkcil }
    records:
      facts:
        2021-锦旗: fdpceocd
    digest: fgbngepejolbpdeckkdfkkmjhmpmjhcm`,
  check({ frozen }, report) {
    for (const { frozen: each, changes } of frozen) {
      const { file, value } = each;
      for (const change of changes) {
        if (change.follows) continue;
        const related = touchedPlaces(change.touched);
        report({ file, pointer: '' }, change.pointer, { year: value.year, change }, { related });
      }
    }
  },
});
