import type { InBoth } from '../diagnostics/diagnostic.js';

/** js-yaml's reasons, in the user's languages. A reason not listed gets the general sentence. */
const REASONS: readonly (readonly [parsers: RegExp, zh: string, en: string])[] = [
  [/^tab characters/, '缩进用了制表符（Tab），应改用空格', 'The indentation holds a tab; use spaces'],
  [
    /^bad indentation of a mapping entry/,
    '这一行的缩进或标点不对：同一条记录的字段要左对齐；内容里有冒号或引号时，整个放在引号里',
    'The indentation or the punctuation of this line is wrong: the fields of a record begin in one column; content with a colon or quotation marks stands in quotation marks',
  ],
  [
    /^bad indentation of a sequence entry/,
    '这一行与上一行接不上：每一项的“- ”要左对齐；字段的冒号用半角，后面有空格',
    'This line does not follow from the one before: the “- ” of each item stand in one column; a field’s colon is ASCII with a space behind it',
  ],
  [/a multiline key may not be/, '上一行没有写成“字段名: 内容”', 'The line before is not written as “name: content”'],
  [
    /^(?:can not read a|end of the stream or a)/,
    '这一行与上面的内容接不上：同一层的内容要左对齐',
    'This line does not fit what is above it: what stands on one level begins in one column',
  ],
  [
    /^deficient indentation/,
    '上面的引号或括号没有配对；内容要换行写时，续行比字段名多缩进两格',
    'Quotation marks or brackets above are not closed; where content goes on in the next line, indent it by two',
  ],
  [/^expected ':'/, '字段名后面缺少冒号，或冒号是全角的', 'The colon behind the field name is missing, or full-width'],
  [/^a whitespace character is expected after the key/, '冒号后面缺少空格', 'A space is missing behind the colon'],
  [
    /^missed comma/,
    '方括号或花括号里，两项之间缺少半角逗号',
    'An ASCII comma is missing between two items in brackets',
  ],
  [/^expected the node content/, '逗号之间缺少内容', 'There is nothing between the commas'],
  [/within a flow collection/, '方括号或花括号没有配对', 'A bracket is not closed'],
  [/within a (?:single|double) quoted/, '引号没有配对', 'A quotation mark is not closed'],
  [
    /^unknown escape|^expected hexadecimal/,
    '双引号里的反斜杠写法不对；不需要转义时改用单引号',
    'A backslash in double quotation marks is not written right; use single ones where nothing is escaped',
  ],
  [
    /block scalar|chomping mode|indentation width/,
    '“|”或“>”后面的写法不对',
    'What stands behind “|” or “>” is not right',
  ],
  [/^a line break is expected/, '“|”或“>”后面应当换行', 'A line break must follow “|” or “>”'],
  [/non-printable|valid JSON character/, '这里有看不见的控制字符', 'There is an invisible control character here'],
  [
    /directive/,
    '以 % 开头的行不能使用；内容以 % 开头时放在引号里',
    'Lines that begin with % cannot be used; put content that begins with % into quotation marks',
  ],
  [/anchor|alias/, '以 & 或 * 开头的内容要放在引号里', 'Put content that begins with & or * into quotation marks'],
  [/tag/, '以 ! 开头的内容要放在引号里', 'Put content that begins with ! into quotation marks'],
  [
    /cannot start any token|reserved/,
    '这个符号不能放在开头，请把内容放在引号里',
    'Nothing may begin with this character; put the content into quotation marks',
  ],
];

const GENERAL = ['', '这一行的写法不符合 YAML 规则', 'This line is not written as YAML demands'] as const;

/** Reserved by YAML at the beginning of a plain text. */
const RESERVED = /^[%@`]$/;

/** One sentence for a parser's reason and the character it stopped at. */
export function syntaxReason(parsers: string, character = ''): InBoth {
  if (RESERVED.test(character)) {
    return {
      zh: `内容不能以“${character}”开头，请放在引号里`,
      en: `Content may not begin with “${character}”; put it into quotation marks`,
    };
  }
  const [, zh, en] = REASONS.find(([pattern]) => pattern.test(parsers)) ?? GENERAL;
  return { zh, en };
}
