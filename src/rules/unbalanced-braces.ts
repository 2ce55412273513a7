import { FIGURE_MENTION } from '../ledger/figure-mentions.js';
import { defineRule, eachOf } from './rule.js';

/** A brace outside `{…}`; full-width ones look alike and take no figure. */
const BRACE = /[{}｛｝]/;
const BESIDE = 8;

/** A narrative has an unpaired brace: the figure would not be inserted, and the brace would be printed. */
export const unbalancedBraces = defineRule<{ text: string }>({
  code: 'unbalanced-braces',
  severity: 'error',
  zh: {
    title: '花括号没有配对',
    why: '没配对的花括号取不到数字，还会原样印进总结。',
    message: ({ text }) => `“${text}”里的花括号没有配对，或是全角的`,
    fix: () => '写成 {编号}：一对半角花括号，中间不换行。',
  },
  en: {
    title: 'A brace without its counterpart',
    why: 'It takes no figure, and is printed as it stands.',
    message: ({ text }) => `A brace in “${text}” has no counterpart, or is full-width`,
    fix: () => 'Write {id}: a pair of ASCII braces on one line.',
  },
  pass: `
    # data/narratives/2025.yaml
    - id: 2025-活动
      year: 2025
      section: 目标任务
      text: "开展活动{activities@year=2025}。"`,
  fail: `
    # data/narratives/2025.yaml
    - id: 2025-活动
      year: 2025
      section: 目标任务
      text: "开展活动{activities@year=2025。"`,
  record: eachOf(['narratives'], (narrative, report) => {
    // Mentions are replaced by spaces, so that offsets stay the same.
    const text = narrative.value.text.replace(FIGURE_MENTION, (mention) => ' '.repeat(mention.length));
    const at = text.search(BRACE);
    if (at === -1) return;
    const shown = narrative.value.text.slice(Math.max(at - BESIDE, 0), at + BESIDE).replace(/\s+/g, ' ');
    report(narrative, '/text', { text: shown.trim() });
  }),
});
