import { FIGURE_MENTION } from '../ledger/figure-mentions.js';
import { defineRule, eachOf } from './rule.js';

/** Words that begin as a unit does: 3个个人奖, 8项项目, 2场场所检查. */
const WORDS =
  /^(?:个[人体性别案]|项目|场[所地馆面]|条[件例款约]|名[医师家牌誉额单称]|位[置于]|次[日月年序]|件件|人[民大员们才均])/;

/** A figure prints its unit, and a narrative writes it again behind it: {2021-锦旗}面 prints 157面面. */
export const repeatedUnit = defineRule<{ id: string; unit: string }>({
  code: 'repeated-unit',
  severity: 'warning',
  zh: {
    title: '单位写了两遍',
    why: '引用的数字印出来自带单位。',
    message: ({ id, unit }) => `{${id}} 自带单位“${unit}”，后面又写了一遍`,
    fix: ({ id, unit }) => `删去 {${id}} 后面的“${unit}”。`,
  },
  en: {
    title: 'A unit written twice',
    why: 'A figure is printed with its unit.',
    message: ({ id, unit }) => `{${id}} brings its unit “${unit}”, which is written again behind it`,
    fix: ({ id, unit }) => `Delete “${unit}” behind {${id}}.`,
  },
  pass: `
    # data/facts/2021.yaml
    - { id: 2021-锦旗, year: 2021, label: 锦旗, value: 157, unit: 面 }
    # data/narratives/2021.yaml
    - id: 2021-锦旗-叙述
      year: 2021
      section: 目标任务
      text: "收到锦旗{2021-锦旗}。"`,
  fail: `
    # data/facts/2021.yaml
    - { id: 2021-锦旗, year: 2021, label: 锦旗, value: 157, unit: 面 }
    # data/narratives/2021.yaml
    - id: 2021-锦旗-叙述
      year: 2021
      section: 目标任务
      text: "收到锦旗{2021-锦旗}面。"`,
  record: eachOf(['narratives'], (narrative, report, { unitOfFigure }) => {
    const { text } = narrative.value;
    for (const { 0: mention, 1: id = '', index } of text.matchAll(FIGURE_MENTION)) {
      const end = index + mention.length;
      const behind = text.slice(end, end + LONGEST_UNIT);
      if (!/^[\p{L}%]/u.test(behind)) continue;
      const unit = unitOfFigure(id.trim());
      if (unit && behind.startsWith(unit) && !WORDS.test(behind)) report(narrative, '/text', { id: id.trim(), unit });
    }
  }),
});

const LONGEST_UNIT = 10;
