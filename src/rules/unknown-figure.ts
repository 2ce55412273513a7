import { figureMentions } from '../ledger/figure-mentions.js';
import { nearest } from '../text/nearest.js';
import { defineRule } from './rule.js';

/**
 * A narrative takes a figure that cannot be computed.
 *
 * PASS: `text: 医德考评覆盖{2021-医德考评}。`
 * FAIL: `text: 医德考评覆盖{2021-医德考平}。`
 */
export const unknownFigure = defineRule<{ id: string; near: string }>({
  code: 'unknown-figure',
  severity: 'error',
  title: '引用的数字不存在',
  why: '叙述里的数字必须查得到出处。',
  message: ({ id }) => `没有“{${id}}”这个数字`,
  fix: ({ near }) =>
    near ? `是不是 {${near}}？` : '写文件数据（facts）的编号，或者统计编号，如 {activities@year=2025}。',
  check({ ledger, unreadable, knowsFigure, figureIds }, report) {
    // The name may be of a record in a file that cannot be read.
    if (unreadable.size > 0) return;
    for (const narrative of ledger.all('narratives')) {
      for (const id of figureMentions(narrative.value.text)) {
        if (!knowsFigure(id)) report(narrative, '/text', { id, near: nearest(id, figureIds())[0] ?? '' });
      }
    }
  },
});
