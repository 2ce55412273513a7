/** A number recognised by the words before it; indexes of a folded text, the end exclusive. */
export interface NamedNumber {
  readonly kind: 'phone' | 'passport' | 'permit' | 'insurance' | 'medical' | 'birth' | 'wechat' | 'qq' | 'email';
  readonly start: number;
  readonly end: number;
}

interface Row {
  readonly kind: NamedNumber['kind'];
  /** The number is its first group, which stands at the match's end unless `leads`. */
  readonly pattern: RegExp;
  readonly leads?: true;
  /** Whether a match is no such number after all. */
  readonly except?: (found: string, link: string, behind: string) => boolean;
}

/** Between a word and its number. */
const LINK = String.raw`([\s:=#"'().,号码为是编填写的nNoO]{0,8})`;
const LAST = String.raw`(?![A-Za-z\d])`;
const DAY = String.raw`(?:19|20)\d\d ?(?:[-./年] ?\d{1,2} ?[-./月] ?\d{1,2}日?|年 ?\d{1,2} ?月|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))|\d\d年\d{1,2}月\d{1,2}日`;
const isDate = (text: string): boolean => /^(?:19|20)\d\d(?:[-./ ]\d{1,2}){1,2}$|^(?:19|20)\d{6}$/.test(text);

/** Words before private numbers, and the patterns of these, for folded text (half width). */
const ROWS: readonly Row[] = [
  named(
    'phone',
    '家庭电话|住宅电话|宅电|家里电话|家中电话|私人电话|个人电话',
    String.raw`(?:0\d{2,3}[-) ]{0,2})?[1-9]\d{2,3}[- ]?\d{4}`,
  ),
  named('phone', '短号|虚拟网号?', String.raw`[1-9]\d{3,6}`),
  named('passport', '护照|passport', String.raw`[A-Za-z]{1,2} ?\d{7,8}`),
  named('permit', '通行证|回乡证|台胞证|军官证|士兵证|警官证|居留证|居住证|驾驶证|驾照', String.raw`[A-Za-z]?\d{7,18}`),
  named('insurance', '(?:社保|医保|社会保障|公积金)(?:卡|[账帐]?号|编号|个人编号)', String.raw`[A-Za-z]{0,2}\d{8,19}`),
  named(
    'medical',
    '(?:病历|病案|住院|门诊|就诊卡?|登记|检查|影像|病理|健康卡|患者|病人)(?:号|编号|序号|id)|\\bmrn',
    String.raw`[A-Za-z]{0,3}-?\d{5,14}`,
  ),
  named('birth', '(?<![产发诞])(?:出生日期|出生年月日?|出生时间|出生于|出生|(?<!政治|党的)生日|生于)', DAY, '(?!\\d)'),
  {
    kind: 'birth',
    pattern: new RegExp(`(?<!\\d)(${DAY})(?<=日|\\d)(?:出生(?!人口|缺陷|率|数|医学|队列)|生人)`, 'g'),
    leads: true,
  },
  {
    ...named(
      'wechat',
      '微信(?!公众|群|小程序|视频|平台|推|扫)|薇信|v信|weixin|wechat|\\bwx|\\bvx',
      String.raw`[A-Za-z\d][\w-]{5,19}`,
    ),
    except: (found, link, behind) =>
      isDate(found) ||
      /公众|视频号/.test(behind) ||
      !(/[\d_-]/.test(found) || /[:号是为]/.test(link)) ||
      (!/[A-Za-z]/.test(found) && !/[:号是为]/.test(link)),
  },
  {
    ...named('qq', 'qq(?!群|邮箱|音乐|空间)|扣扣|企鹅号', String.raw`[1-9](?:[ -]?\d){4,10}`),
    except: (found) => isDate(found),
  },
  {
    kind: 'email',
    pattern:
      /(?<![\w.+-])([A-Za-z\d][\w.+-]{0,63} ?(?:@|[[({<] ?at ?[\])}>]|#(?=(?:qq|163|126|gmail|outlook|sina)\.)) ?(?:[A-Za-z\d-]{1,63}\.)+[A-Za-z]{2,24})(?![\w@])/gi,
  },
];
/** Words before a public mailbox. */
const PUBLIC_MAILBOX = /(?:公开|公共|公务|官方|举报|投稿|征稿|意见|监督|服务|单位|咨询|工作)[^,。;]{0,6}$/;
const COUNTED = /^ ?(?:[万亿千百元]|人|次|份|件|例|张|台|套)/;

function named(kind: Row['kind'], words: string, number: string, last = LAST): Row {
  return { kind, pattern: new RegExp(`(?:${words})${LINK}(${number})${last}`, 'gi') };
}

/** Numbers and addresses that are known by the words before them, and e-mail addresses. */
export function findNamed(text: string): NamedNumber[] {
  return ROWS.flatMap(({ kind, pattern, leads, except }) =>
    [...text.matchAll(pattern)].flatMap((match): NamedNumber[] => {
      const found = (kind === 'email' || leads ? match[1] : match[2]) ?? '';
      const start = leads || kind === 'email' ? match.index : match.index + match[0].length - found.length;
      const end = start + found.length;
      const behind = text.slice(end, end + 6);
      if (kind === 'email' && PUBLIC_MAILBOX.test(text.slice(Math.max(start - 16, 0), start))) return [];
      if (kind !== 'birth' && COUNTED.test(behind)) return [];
      return except?.(found, match[1] ?? '', behind) ? [] : [{ kind, start, end }];
    }),
  );
}
