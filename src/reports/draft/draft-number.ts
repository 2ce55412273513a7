import { DATE_MENTION, TITLE_MENTION } from '../../ledger/figure-mentions.js';
import { readChineseNumeral } from '../../text/numerals.js';

/** A number with a unit in a text; offsets in UTF-16 of that text, the end exclusive. */
export interface DraftNumber {
  readonly start: number;
  readonly end: number;
  /** As it stands there: 约36,768人次, 三名, 17.2万人. */
  readonly text: string;
  readonly value: number;
  /** The last number of a range: 3—5次. */
  readonly until?: number;
  readonly unit: string;
  /** How the text hedges it, in the words of `Figure.bound` or with those that have no figure's. */
  readonly hedge?: '约' | '余' | '近' | '不少于' | '不超过';
  /** The value of one in the last digit that is written: 10,000 of 17万, 0.1 of 97.0%. */
  readonly step: number;
  /** In words: 三名. */
  readonly spelled: boolean;
  /** Within quotation marks or a title, where a number usually belongs to a name. */
  readonly named: boolean;
}

/** Units of things that are counted in an office's texts, beside those of the ledger. */
const USUAL_UNITS =
  '人次 场次 批次 件次 课时 学时 小时 分钟 个月 周年 周次 平方米 公里 百分点 元 人 名 位 场 次 篇 条 期 项 面 封 个 家 户 所 支 对 件 份 批 台 套 种 类 届 轮 例 张 本 册 部 幅 间 座 处 字 年 天 周 岁 单 组 队 班 站 亩 吨 米 倍 % ‰'.split(
    ' ',
  );
/** Units behind numbers in words that make no idiom: 一处, 一部分 and 三级 count nothing. */
const SPELLED_UNITS = '人次 场次 批次 周年 周次 人 名 位 个 项 次 场 篇 条 期 件 份 家 所 批 面 封 户 种 年 对'.split(
  ' ',
);

const BEFORE =
  '(?<before>约|大约|近|将近|超过|超|逾|突破|不少于|不低于|至少|多于|少则|不超过|不多于|至多|最多|不到|不足)?\\s?';
const DIGITS = '(?:\\d{1,3}(?:[,，]\\d{3})+(?![\\d,，])|\\d+)(?:\\.\\d+)?';
const SPELLED = '(?:百分之)?[〇零一二两三四五六七八九十百千万]+';
const UNTIL = `(?:\\s?[—–~～\\-至到]{1,2}\\s?(?<until>${DIGITS}))?`;
const AFTER = '(?<after>余|多|来|几)?';
/** 591（不同平台同一内容不重复计）篇: a remark may stand between a number and its unit. */
const REMARK = '(?:（[^（）]{1,40}）(?=.))?';

/** What looks like a number and is none: dates, times, years, ordinals, documents' and telephone numbers. */
const NONE = new RegExp(
  [
    DATE_MENTION.source,
    '〔[^〕]*〕(?:\\d+号)?',
    '\\d{4}\\s?[-./]\\s?\\d{1,2}\\s?[-./]\\s?\\d{1,2}',
    '(?:19|20)\\d\\d(?:\\s?[—–~～\\-至到]\\s?(?:19|20)?\\d\\d)?\\s?年(?:度)?',
    '[〇零一二三四五六七八九]{4}年(?:度|[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}[日号])?)?',
    '\\d{1,2}\\s?月(?:份|\\s?\\d{1,2}\\s?[日号])?',
    '\\d{1,2}日',
    '\\d{1,2}[:：]\\d{2}',
    '\\d{1,2}[点时](?!次)',
    '\\d+号',
    '第\\s?(?:\\d+|[〇零一二三四五六七八九十百]+)\\s?(?:[期届次批轮个名位项条场章节类])?',
    '(?<![\\d.])\\d{7,}(?![\\d.,%]|\\s?\\p{Script=Han})',
  ].join('|'),
  'gu',
);
const TITLES = new RegExp(TITLE_MENTION.source, 'g');
/** Words that begin with a unit: 16支部 are no 支, 5名额 no 名. */
const LONGER: Readonly<Record<string, string>> = {
  支: '部',
  名: '额单称',
  场: '所地景',
  项: '目',
  条: '件例',
  年: '级龄轻',
  面: '积对向',
  位: '置',
  期: '间限',
};
/** Words that make a number in words an idiom or an ordinal: 每一名, 任一项, 统一; 两个维护, 一个个. */
const IDIOM_BEFORE = /[第每哪某同统唯专任之再进另逐这那其万]$/;
const IDIOM_BEHIND = /^(?:确立|维护|意识|自信|全面|务必|坚持|率先|月|一|个|部门|方面|体系|层面|字|面貌|党)/;

const HEDGES: Readonly<Record<string, NonNullable<DraftNumber['hedge']>>> = {
  ...words('约', '约 大约 左右 上下'),
  ...words('近', '近 将近 不到 不足'),
  ...words('余', '余 多 来 几'),
  ...words('不少于', '超过 超 逾 突破 不少于 不低于 至少 多于 少则 以上'),
  ...words('不超过', '不超过 不多于 至多 最多 以下 以内'),
};

function words<W>(hedge: W, list: string): Record<string, W> {
  return Object.fromEntries(list.split(' ').map((word) => [word, hedge]));
}

/** Finds the numbers of a text that have a unit: the usual ones and those of the ledger. */
export class NumberReader {
  private readonly number: RegExp;
  private readonly spelled: readonly string[];

  constructor(units: Iterable<string>) {
    const own = [...units].filter((unit) => unit !== '');
    const all = [...new Set([...own, ...USUAL_UNITS])].sort((a, b) => b.length - a.length);
    this.spelled = [...new Set([...own, ...SPELLED_UNITS])];
    const unit = `\\s?(?<unit>${all.map(unitPattern).join('|')})(?<half>(?<=年)半)?(?<later>左右|上下|以上|以下|以内)?`;
    const written = `(?<digits>${DIGITS})${UNTIL}\\s?(?<scale>万|亿)?${AFTER}${REMARK}${unit}`;
    const spelled = `(?<![〇零一二两三四五六七八九十百千万几数\\d.])(?<words>${SPELLED})${AFTER}(?:${unit})?`;
    this.number = new RegExp(
      `${BEFORE}(?:${written}|${spelled.replaceAll(/\?<(?=unit|half|later|after)/g, '?<w_')})`,
      'gu',
    );
  }

  /** The numbers in the order in which they stand. */
  read(text: string): DraftNumber[] {
    const plain = halfWidthDigits(text);
    const titles = [...plain.matchAll(TITLES)].map(rangeOf);
    const blank = withoutEnumerator(plain).replace(NONE, (found) => '◇'.repeat(found.length));
    return [...blank.matchAll(this.number)].flatMap((match) => {
      const found = numberOf(match, this.spelled, blank);
      if (found === null) return [];
      const end = match.index + match[0].length;
      const start = end - match[0].trimStart().length;
      return [
        { ...found, start, end, text: text.slice(start, end), named: titles.some((each) => contains(each, start)) },
      ];
    });
  }
}

type Read = Omit<DraftNumber, 'start' | 'end' | 'text' | 'named'>;

function numberOf(match: RegExpMatchArray, spelledUnits: readonly string[], text: string): Read | null {
  const { groups = {}, index = 0 } = match;
  return groups.digits === undefined
    ? spelledNumber(groups, spelledUnits, text.slice(0, index), text.slice(index + match[0].length))
    : writtenNumber(groups);
}

function writtenNumber(groups: Readonly<Record<string, string>>): Read | null {
  const { digits = '', until, scale, unit = '', half } = groups;
  const ones = scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1;
  const decimals = digits.split('.')[1]?.length ?? 0;
  const value = rounded(Number(digits.replaceAll(/[,，]/g, '')) * ones) + (half && unit === '年' ? 0.5 : 0);
  const last = until === undefined ? undefined : rounded(Number(until.replaceAll(/[,，]/g, '')) * ones);
  if (last !== undefined && last <= value) return null;
  return {
    value,
    unit,
    step: rounded(ones / 10 ** decimals),
    spelled: false,
    ...(last === undefined ? {} : { until: last }),
    ...hedgeOf(groups),
  };
}

function spelledNumber(
  groups: Readonly<Record<string, string>>,
  units: readonly string[],
  before: string,
  behind: string,
): Read | null {
  const { words = '' } = groups;
  const percent = words.startsWith('百分之');
  const unit = percent ? '%' : groups.w_unit;
  if (unit === undefined || (!percent && !units.includes(unit))) return null;
  if (!groups.before && (IDIOM_BEFORE.test(before) || IDIOM_BEHIND.test(behind))) return null;
  const value = readChineseNumeral(percent ? words.slice(3) : words);
  if (value === null) return null;
  const { w_half, w_later = '' } = groups;
  return {
    value: value + (w_half && unit === '年' ? 0.5 : 0),
    unit,
    step: 1,
    spelled: true,
    ...hedgeOf({ ...groups, after: groups.w_after, later: w_later }),
  };
}

function hedgeOf({ before, after, later }: Readonly<Record<string, string | undefined>>): Pick<DraftNumber, 'hedge'> {
  const hedge = HEDGES[before ?? ''] ?? HEDGES[after ?? ''] ?? HEDGES[later ?? ''];
  return hedge === undefined ? {} : { hedge };
}

/** 17.2 × 10,000 without the last bits of a binary fraction. */
const rounded = (value: number): number => Number(value.toPrecision(12));

function unitPattern(unit: string): string {
  const longer = LONGER[unit];
  return unit.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + (longer === undefined ? '' : `(?![${longer}])`);
}

/** Full-width digits, points and percent signs as ASCII; every character stays where it is. */
function halfWidthDigits(text: string): string {
  return text.replace(/[０-９．％]/g, (found) => String.fromCharCode(found.charCodeAt(0) - 0xfee0));
}

/** The number of a point of a list does not join the number that follows it: 2.3名党员获奖. */
function withoutEnumerator(text: string): string {
  return text.replace(ENUMERATOR, (found) => ' '.repeat(found.length));
}

/** Of people and events there are no parts: 2.3名 are three, but 17.2万人 and 1.5小时 are one number. */
const ENUMERATOR =
  /^\s*(?:\d{1,2}[.．、)）](?!\d+(?:\.\d+)?\s?(?:万|亿|[%‰元年倍米亩吨]|公里|小时))|[（(]\d{1,2}[)）])/;

interface Range {
  readonly start: number;
  readonly end: number;
}

const rangeOf = ({ 0: found, index }: RegExpMatchArray): Range => ({
  start: index ?? 0,
  end: (index ?? 0) + found.length,
});
const contains = ({ start, end }: Range, offset: number): boolean => start <= offset && offset < end;
