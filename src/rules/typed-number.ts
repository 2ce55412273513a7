import { defineRule, eachOf } from './rule.js';
import { typedNumbers } from './wrong-number.js';

/** A narrative has a typed number instead of a figure. Dates and quoted titles may contain digits. */
export const typedNumber = defineRule<{ text: string; figure: string; year: number }>({
  code: 'typed-number',
  severity: 'warning',
  zh: {
    title: '叙述里直接写了数字',
    why: '直接写的数字查不到出处，数据改了它也不会变。',
    message: ({ text }) => `叙述里直接写了“${text}”`,
    fix: ({ figure, year }) =>
      figure
        ? `台账里有这个数：把数字和单位改成 {${figure}}。`
        : `在文件数据（facts）里登记这个数，叙述里写 {编号}；台账能算出来的写统计编号，如 {activities@year=${year}}、{done@target=目标编号}。`,
  },
  en: {
    title: 'A number typed into a narrative',
    why: 'A typed number has no source, and does not change with the records.',
    message: ({ text }) => `The number “${text}” is typed into the narrative`,
    fix: ({ figure, year }) =>
      figure
        ? `The ledger has this number: write {${figure}} for it and its unit.`
        : `Register the number in facts (文件数据) and write {its id}; for what the ledger counts, write the figure’s id, such as {activities@year=${year}} or {done@target=the target’s id}.`,
  },
  pass: `
    # data/narratives/2021.yaml
    - id: 2021-锦旗-叙述
      year: 2021
      section: 目标任务
      text: "2021年，收到锦旗{2021-锦旗}。"
    # data/facts/2021.yaml
    - { id: 2021-锦旗, year: 2021, label: 锦旗, value: 157, unit: 面 }`,
  fail: `
    # data/narratives/2021.yaml
    - id: 2021-锦旗-叙述
      year: 2021
      section: 目标任务
      text: 2021年，收到锦旗157面。`,
  record: eachOf(['narratives'], (narrative, report, { ledger, figuresOfYear }) => {
    const { year } = narrative.value;
    // A number that the ledger has otherwise is an error of its own.
    for (const { text, claim } of typedNumbers(ledger, narrative, figuresOfYear))
      if (!claim || claim.agrees) report(narrative, '/text', { text, figure: claim?.figure.id ?? '', year });
  }),
});
