import type { DraftComment } from '../../document/draft.js';
import { amount } from '../inlines.js';
import { sumText } from './check-document.js';
import type { CheckedNumber, DraftCheck } from './check-draft.js';
import type { Wording } from './own-phrases.js';

/** A comment at each number, by the verdict as its author: Word shows the comments of one author alone where it is asked. */
export function checkComments({ numbers }: DraftCheck, wording: Wording): readonly DraftComment[] {
  return numbers.map((checked) => {
    const { passage, start, end } = checked.number;
    return { passage, start, end, author: `对稿·${checked.verdict}`, text: commentText(checked, wording) };
  });
}

function commentText(checked: CheckedNumber, wording: Wording): string {
  const { verdict, figure, candidates } = checked;
  const stated = figure ? `“${figure.label}”是${wording([amount(figure)])}（${figure.id}）` : '';
  if (verdict === '相符') return `相符：台账里${stated}`;
  if (verdict === '不符') return `不符：${figure ? `台账里${stated}` : sumText(checked)}`;
  const maybe = candidates.length === 0 ? '' : `，可能是：${candidates.map(({ id }) => id).join('、')}`;
  return `未绑定：说不准是台账里的哪个数${maybe}`;
}
