/** js-yaml's fixed English reasons, told in the clerk's language. A reason not listed gets the general sentence. */
const REASONS: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/^tab characters/, '缩进用了制表符（Tab），应改用空格'],
  [
    /^bad indentation of a mapping entry/,
    '这一行的缩进或标点不对：同一条记录的字段要左对齐；内容里有冒号或引号时，整个放在引号里',
  ],
  [/^bad indentation of a sequence entry/, '这一行与上一行接不上：每一项的“- ”要左对齐；字段的冒号用半角，后面有空格'],
  [/a multiline key may not be/, '上一行没有写成“字段名: 内容”'],
  [/^(?:can not read a|end of the stream or a)/, '这一行与上面的内容接不上：同一层的内容要左对齐'],
  [/^deficient indentation/, '上面的引号或括号没有配对；内容要换行写时，续行比字段名多缩进两格'],
  [/^expected ':'/, '字段名后面缺少冒号，或冒号是全角的'],
  [/^a whitespace character is expected after the key/, '冒号后面缺少空格'],
  [/^missed comma/, '方括号或花括号里，两项之间缺少半角逗号'],
  [/^expected the node content/, '逗号之间缺少内容'],
  [/within a flow collection/, '方括号或花括号没有配对'],
  [/within a (?:single|double) quoted/, '引号没有配对'],
  [/^unknown escape|^expected hexadecimal/, '双引号里的反斜杠写法不对；不需要转义时改用单引号'],
  [/block scalar|chomping mode|indentation width/, '“|”或“>”后面的写法不对'],
  [/^a line break is expected/, '“|”或“>”后面应当换行'],
  [/non-printable|valid JSON character/, '这里有看不见的控制字符'],
  [/directive/, '以 % 开头的行不能使用；内容以 % 开头时放在引号里'],
  [/anchor|alias/, '以 & 或 * 开头的内容要放在引号里'],
  [/tag/, '以 ! 开头的内容要放在引号里'],
  [/cannot start any token|reserved/, '这个符号不能放在开头，请把内容放在引号里'],
];

/** Characters YAML keeps for itself: a text may not begin with them. */
const RESERVED = /^[%@`]$/;

/** One Chinese sentence for a parser's reason and the character it stopped at. */
export function syntaxReason(english: string, character = ''): string {
  if (RESERVED.test(character)) return `内容不能以“${character}”开头，请放在引号里`;
  return REASONS.find(([pattern]) => pattern.test(english))?.[1] ?? '这一行的写法不符合 YAML 规则';
}
