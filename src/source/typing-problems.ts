import { textProblem as problem, shortened } from './text-problem.js';

const PARTS = `- id: 2025-03-15-义诊
  title: 春季义诊
  date: 2025-03-15
  types: [义诊, 巡讲]`;

const WIDE_SPACE = '\u3000';

/** Typed for a colon or a comma: as an ASCII one it would be as wrong. */
const SEMICOLON = '；';

function markInChinese(mark: string): string {
  if (mark === WIDE_SPACE) return '是全角空格，要用半角空格';
  return mark === SEMICOLON ? '不能用分号“；”' : `的“${mark}”是全角的，要用半角`;
}

function markInEnglish(mark: string): string {
  if (mark === SEMICOLON) return 'A semicolon “；” does not belong here';
  return `The ${mark === WIDE_SPACE ? 'space' : `“${mark}”`} is full-width here and should be ASCII`;
}

/** What Chinese input methods and merging leave in a file. */
export const typingProblems = {
  fullWidth: problem<{ mark: string; fixed: string; lines: number; isInside: boolean }>(
    'full-width-punctuation',
    [
      '标点用了全角',
      '字段名后面的冒号、横线和空格要用半角；用了全角，这一行就不再是一个字段。',
      ({ mark, lines }) => `这里${markInChinese(mark)}${lines > 1 ? `；从这一行起连续 ${lines} 行都是这样` : ''}`,
      ({ fixed, lines, isInside }) =>
        `写成：${shortened(fixed)}${isInside ? '，并与上面的字段左对齐' : ''}${lines > 1 ? '（这几行都照此改，或用 yueyi validate --fix 一起改）' : ''}`,
    ],
    [
      'Full-width punctuation',
      'The colon behind a field’s name, dashes and spaces are ASCII; with full-width ones the line is no field.',
      ({ mark, lines }) => `${markInEnglish(mark)}${lines > 1 ? `; so it is in ${lines} lines from here on` : ''}`,
      ({ fixed, lines, isInside }) =>
        `Write: ${shortened(fixed)}${isInside ? ', in one column with the fields above' : ''}${lines > 1 ? ' (and so in each of these lines, or all at once by yueyi validate --fix)' : ''}`,
    ],
    ['- id: 甲支部\n  category: 在职', '- id: 甲支部\n  category：在职'],
  ),
  oneItem: problem<{ mark: string; fixed: string; item: string }>(
    'full-width-comma',
    [
      '方括号里用了全角逗号',
      '方括号里只有半角逗号能把两项隔开；用了全角逗号，几项就成了一项。',
      ({ mark, item }) => `方括号里的“${mark}”隔不开两项，“${shortened(item)}”成了一项`,
      ({ fixed, item }) => `写成：${shortened(fixed)}；如果本来就是一项，写在引号里："${shortened(item)}"。`,
    ],
    [
      'A full-width comma between items in brackets',
      'Only an ASCII comma divides items in brackets; with a full-width one several items become one.',
      ({ mark, item }) => `“${mark}” divides no items in brackets: “${shortened(item)}” is one item`,
      ({ fixed, item }) =>
        `Write: ${shortened(fixed)}; if it is one item indeed, put it into quotation marks: "${shortened(item)}".`,
    ],
    [PARTS, PARTS.replace(', 巡讲', '，巡讲')],
  ),
  conflict: problem<{ ours: string; theirs: string }>(
    'merge-conflict',
    [
      '有没解决的合并冲突',
      '两个人改了同一处，git 把两边的内容都留在文件里，等人来定。',
      ({ ours, theirs }) => `这里有没解决的合并冲突：上半段来自“${shortened(ours)}”，下半段来自“${shortened(theirs)}”`,
      '留下正确的内容（两边都对就都留下），删去 <<<<<<<、=======、>>>>>>> 这三行，再校验一次。',
    ],
    [
      'An unresolved merge conflict',
      'Two people changed the same lines, and git left both sides in the file for somebody to decide.',
      ({ ours, theirs }) =>
        `An unresolved merge conflict: the upper part is from “${shortened(ours)}”, the lower from “${shortened(theirs)}”`,
      'Keep what is right (both sides, if both are), delete the lines <<<<<<<, ======= and >>>>>>>, and validate again.',
    ],
    [
      '- id: 甲支部\n  category: 在职',
      '- id: 甲支部\n<<<<<<< HEAD\n  category: 在职\n=======\n  category: 临时\n>>>>>>> 外联办',
    ],
  ),
};
