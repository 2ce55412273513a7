import type { Random } from './random.js';

/** Texts written with ¦ between them. */
const written = (text: string): string[] => text.split('¦');

export const RANDOM_KEYS = [
  ...written(
    'id¦title¦date¦types¦lead¦note¦a¦b1¦board.type¦where-at¦x_y¦count¦null¦true¦False¦n¦y¦constructor¦__proto__',
  ),
  ...written(
    '甲¦字段 名¦2025¦1.0¦"id"¦\'id\'¦"a b"¦~¦<<¦-a¦a?¦a b¦a:b¦toString¦valueOf¦hasOwnProperty¦length¦a.¦a-¦key¦0¦é¦a\u3000',
  ),
  'long'.repeat(60),
  'longer'.repeat(200),
];

export const RANDOM_SCALARS = [
  ...written(
    '甲¦义诊¦中医药文化 巡讲¦“张三”¦甲#1¦甲 #1¦a:b¦a: b¦a:¦:a¦-a¦- a¦-¦?a¦? a¦,a¦甲，乙¦a, b¦https://例.cn/?a=1#b',
  ),
  ...written('0¦7¦86¦-3¦+12¦3.5¦3.10¦-0.5¦.5¦1.¦0.0¦-0¦-0.0¦007¦0012¦1e3¦1E+3¦1e400¦1_000¦0x1F¦0o17¦0b1¦057589107226'),
  ...written(
    '123456789012¦1234567890123¦9007199254740993¦0.1234¦12:30¦36,768¦17.2万¦50%¦１００¦1.2.3¦1-2¦.¦..¦...¦---¦--¦.inf¦-.INF',
  ),
  ...written(
    '.nan¦~¦null¦Null¦NULL¦nULL¦true¦True¦TRUE¦tRUE¦false¦yes¦No¦on¦y¦2025¦2025-03¦2025-03-15¦2025-3-1¦2025-03-15T08:00',
  ),
  ...written(
    '""¦"甲"¦"a: b"¦"a # b"¦"\\n"¦"\\u7532"¦"\\""¦"a"b¦"a" b¦"a"#b¦"0012"¦\'\'¦\'甲\'¦\'it\'\'s\'¦\'\'\'\'¦\'a\'b¦\'\\n\'¦"甲',
  ),
  ...written(
    '[]¦{}¦[甲]¦[甲, 乙]¦[甲,乙]¦[ 甲 , 乙 ]¦[甲, 乙,]¦[甲, , 乙]¦[,]¦[甲，乙]¦[a: b]¦[a:b]¦["a", \'b\']¦["a":b]¦[[1], [2]]¦[1, -1, 2025-03-15]',
  ),
  ...written(
    '{a: 1}¦{a: 1, b: [x]}¦{a:1}¦{a: , b: 1}¦{a}¦{a: {b: 1}}¦{a: 1, a: 2}¦{ a: x y }¦{"a": 1}¦{a: b: c}¦[甲¦{a: 1¦[甲] 乙¦[甲]: 乙¦[甲}¦[a[b, c]¦{a: b{c, d: 1}¦[-]¦[- a]¦[#]¦[a #b]¦[a:, b]¦[a:]¦{a: b:, c: 1}¦[>a]¦[|a]¦[%a]¦[@a]¦[*a]¦[a, !b]¦[?a]',
  ),
  ...written(
    '&a 甲¦*a¦!!str 1¦!甲 1¦%50¦@张三¦`甲`¦#备注¦“甲: 乙”¦甲：乙¦>甲¦|甲¦> 甲¦a\\nb¦a\u00a0b¦\u00a0¦\u3000甲¦甲\u3000¦\u200b¦😀¦𠮷¦a\tb¦\t¦= ¦<¦<<',
  ),
];

const USUAL = [
  ...written(
    '甲¦义诊¦中医药文化 巡讲¦“张三”¦甲#1¦https://例.cn/?a=1#b¦0¦86¦-3¦3.5¦17.2万¦2025-03-15¦2025-03¦true¦null¦"甲: 乙"',
  ),
  ...written("'it''s'¦[]¦{}¦[甲, 乙]¦[1, 2025-03-15, \"a, b\"]¦{a: 1, b: [x, {c: y}]}¦50%¦甲，乙¦12:30¦36,768"),
];

const HEADERS = written('|¦|¦|¦|¦>¦>¦>¦|-¦|-¦>-¦>-¦|+¦>+¦|2¦>1-¦| # 注¦|-  ¦|#');
const TEXT_LINES = written('甲乙丙¦# 不是注¦a: b¦- a¦ 缩进¦尾空格  ¦¦¦  ¦---¦"¦[');

/** A random document from a grammar of YAML: mostly usual text, sometimes unusual constructs. */
export function randomYaml(random: Random): string {
  const lines = block(random, 0, 0);
  if (random.chance(0.06)) lines.unshift(random.pick(['# 注', '', '---', '  # 注', '%YAML 1.2']));
  const text = `${lines.join('\n')}${random.chance(0.9) ? '\n' : ''}`;
  return random.chance(0.1) ? text.replaceAll('\n', '\r\n') : text;
}

function block(random: Random, indent: number, depth: number): string[] {
  const isList = random.chance(depth === 0 ? 0.7 : 0.4);
  return Array.from({ length: 1 + random.below(4) }, () => {
    const entry = isList ? item(random, indent, depth) : pair(random, indent, depth);
    return [...noise(random, indent), ...entry];
  }).flat();
}

function item(random: Random, indent: number, depth: number): string[] {
  const gap = 1 + (random.chance(0.1) ? random.below(4) : 0);
  const dash = `${' '.repeat(indent)}-${' '.repeat(gap)}`;
  if (depth > 4 || random.chance(0.4)) return value(random, dash, indent, depth);
  const [first = '', ...rest] = block(random, indent + 1 + gap, depth + 1);
  return [dash + first.trimStart(), ...rest];
}

function pair(random: Random, indent: number, depth: number): string[] {
  const key = random.chance(0.9)
    ? `${random.pick(RANDOM_KEYS.slice(0, 12))}${random.below(40)}`
    : random.pick(RANDOM_KEYS);
  const colon = random.chance(0.985) ? ': ' : random.pick([':', ' : ', ':  ', '：', ':\t']);
  return value(random, `${' '.repeat(indent)}${key}${colon}`, indent, depth);
}

/** The value after a dash or a colon. */
function value(random: Random, before: string, indent: number, depth: number): string[] {
  const choice = random.next();
  if (choice < 0.15 && depth < 5) {
    const inner = indent + (random.chance(0.9) ? 2 : random.below(5));
    return [before.trimEnd() + comment(random, 0.1), ...block(random, inner, depth + 1)];
  }
  if (choice < 0.25) {
    const inner = ' '.repeat(indent + (random.chance(0.9) ? 2 : random.below(5)));
    const text = Array.from({ length: random.below(5) }, () => inner + random.pick(TEXT_LINES));
    return [before + random.pick(HEADERS), ...text];
  }
  if (choice < 0.3) return [before + comment(random, 0.3)];
  const scalar = random.pick(random.chance(0.88) ? USUAL : RANDOM_SCALARS);
  const lines = [before + scalar + comment(random, 0.1) + (random.chance(0.05) ? '  ' : '')];
  if (random.chance(0.015)) lines.push(' '.repeat(random.below(indent + 4)) + random.pick(RANDOM_SCALARS));
  return lines;
}

const comment = (random: Random, probability: number): string =>
  random.chance(probability) ? random.pick([' # 注', '  #', '# 注', ' #: a', ' # ]?']) : '';

function noise(random: Random, indent: number): string[] {
  if (!random.chance(0.08)) return [];
  return [
    random.pick(['', '  ', '# 注', `${' '.repeat(indent)}# a: b`, `${' '.repeat(indent + 1)}# ?`, '      #', '\t']),
  ];
}
