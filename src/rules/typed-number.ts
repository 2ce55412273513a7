import { proseNumbers } from '../ledger/figure-mentions.js';
import { defineRule } from './rule.js';

/**
 * A narrative writes a number with a unit instead of taking it as a figure. Dates and quoted titles may hold digits.
 *
 * PASS: `text: 收到锦旗{2021-锦旗}。`
 * FAIL: `text: 收到锦旗157面。`
 */
export const typedNumber = defineRule<{ text: string }>({
  code: 'typed-number',
  severity: 'warning',
  title: '叙述里直接写了数字',
  why: '直接写的数字查不到出处，数据改了它也不会变。',
  message: ({ text }) => `叙述里直接写了“${text}”`,
  fix: () => '在文件数据（facts）里登记这个数，叙述里写 {编号}；台账能算出来的写统计编号。',
  check({ ledger }, report) {
    for (const narrative of ledger.all('narratives')) {
      for (const text of proseNumbers(narrative.value.text)) report(narrative, '/text', { text });
    }
  },
});
