/** The meaning of the words beside a number. */
export type Beside = 'phone' | 'identity' | 'card' | 'innocent' | null;

/** The number of characters before and after a number in which a word belongs to it. */
const [BEFORE, BEHIND] = [24, 10];
const SENTENCE_END = /[。;!?\n]/g;
const PHONE =
  '手机|电话|联系|致电|拨打|来电|微信|支付宝|钉钉|短信|☎|📱|\\b(?:mobile|cell|phone|tel|mob|whatsapp|wechat|wx|vx)(?![a-z])';
const IDENTITY = '身份|证件号|居民证|\\b(?:identity|id ?card|id ?no|sfz)(?![a-z])';
const CARD =
  '银行卡|储蓄卡|工资卡|信用卡|借记卡|卡号|(?<!对公|单位|医院|公司)[账帐]号|存折|\\b(?:bank ?card|card ?no)(?![a-z])';
const PRIVATE = new RegExp(`(${PHONE})|(${IDENTITY})|(${CARD})`, 'gi');
const KINDS = ['phone', 'identity', 'card'] as const;
/** Names of numbers of things, in texts and as keys of records. */
const THING =
  '档案|案卷|卷号|订单|单号|流水|序号|序列号|编号|编码|代码|条码|条形码|批号|型号|款号|发票|票号|合同|文号|凭证|设备|资产|志愿码|审批|工单|备案|许可|登记证|注册|专利|课题|项目|基金|快递|运单|物流|招标|版本|金额|经费|资金|合计|共计|总计|预算|网址|链接|对公[账帐]号|公户|专户|单位[账帐]号|书号|刊号|准字|№' +
  '|(?<![a-z])(?:isbn|issn|doi|imei|sn|s/n|no|serial|order|version|https?|www|url|link|value|amount|count|number|archivenumber|archiveplace)(?![a-z])';
/** Such a word, and nothing behind it but what leads to its number, or other numbers of the kind. */
const THING_BEFORE = new RegExp(`(?:${THING})[A-Za-z\\d号码为是的第约达共: #()"'、./_~=?&%-]{0,20}$`, 'i');
/** Units after a quantity, which is no private number. */
const UNIT =
  /^ ?(?:[万亿千百]|元|人次|人|次|份|件|册|台|套|项|场|篇|米|平方|吨|公里|小时|天|秒|毫秒|字节|%|kg|km|ms|kB|MB)/;

/**
 * The meaning of a number in a folded text by the nearest word: one for private numbers may be
 * anywhere before it in its sentence or right behind it, one for a thing's number leads to it directly.
 */
export function wordsBeside(text: string, start: number, end: number): Beside {
  if (UNIT.test(text.slice(end, end + 4))) return 'innocent';
  const before = lastSentence(text.slice(Math.max(start - BEFORE, 0), start));
  const word = [...before.matchAll(PRIVATE)].at(-1);
  const thing = THING_BEFORE.exec(before);
  if (thing && (!word || thing.index > word.index)) return 'innocent';
  if (word) return kindOf(word);
  const behind = RIGHT_BEHIND.exec(text.slice(end, end + BEHIND));
  return behind ? kindOf(behind) : null;
}

const RIGHT_BEHIND = new RegExp(`^[ (,]{0,2}(?:${PRIVATE.source})`, 'i');

function kindOf(match: RegExpExecArray): Beside {
  return KINDS.find((_, index) => match[index + 1] !== undefined) ?? null;
}

function lastSentence(text: string): string {
  const last = [...text.matchAll(SENTENCE_END)].at(-1);
  return last ? text.slice(last.index + 1) : text;
}
