/** Classes of characters; the table holds them by UTF-16 unit. */
const [DIGIT, STOP, SIGNAL, ALONE] = [1, 2, 4, 8];
/** The least digits of a number without a word beside it, and of one after a word. */
const [MANY, SOME] = [10, 4];
const DIGITS: readonly (readonly [first: number, last: number])[] = [
  [0x30, 0x39],
  [0xb2, 0xb3],
  [0xb9, 0xb9],
  [0x660, 0x669],
  [0x6f0, 0x6f9],
  [0x966, 0x96f],
  [0xe50, 0xe59],
  [0x2070, 0x2089],
  [0x2460, 0x24ff],
  [0x2776, 0x2793],
  [0x3220, 0x3229],
  [0x3280, 0x3289],
  [0xff10, 0xff19],
  // Halves of mathematical and of enclosed digits.
  [0xdd0b, 0xdd0c],
  [0xdfce, 0xdfff],
];
const CHINESE_DIGITS = '〇零○◯一二三四五六七八九幺壹贰叁肆伍陆柒捌玖';
/** Punctuation that ends a number. */
const STOPS = '，。；：“”、';
/** The rarest character of each word that a number may follow; those for WeChat need no digits. */
const SIGNALS = 'qQｑＱ扣鹅出生宅电短拟护pP证照社医公历案院诊登查像理健患病mM';
const ALONES = '@＠微薇信wWxXｗＷｘＸ#\\&';
const WORDS =
  /[@＠]|\\[ux]|&#|#(?:qq|163|126|gmail|outlook|sina)|at ?[)\]}>]|微信|薇信|v信|weixin|wechat|[wv]x|[qｑ][qｑ]|扣扣|鹅号|出生|生日|生于|生人|宅电|电话|短号|虚拟|护照|passport|[行乡胞官兵留住驶]证|驾照|社保|医保|社会保障|公积金|历号|历编|案号|案编|院号|院编|诊号|诊编|诊卡|登记号|登记编|查号|查编|像号|像编|理号|理编|康卡|患者|病人|mrn/i;

const classes = classesOfUnits();

/**
 * Whether a text may hold a private number: a quick check, made for every line read and
 * every text shown.
 */
export function mayHoldPrivateNumber(text: string): boolean {
  let [digits, all, seen] = [0, 0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const is = classes[text.charCodeAt(index)] ?? 0;
    seen |= is;
    if ((is & STOP) !== 0) digits = 0;
    else if ((is & DIGIT) !== 0) {
      digits += 1;
      all += 1;
      if (digits >= MANY) return true;
    }
  }
  const isSuspect = (seen & ALONE) !== 0 || ((seen & SIGNAL) !== 0 && all >= SOME);
  return isSuspect && WORDS.test(text);
}

function classesOfUnits(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const mark = (characters: string, as: number): void => {
    for (const character of characters) table[character.charCodeAt(0)] = (table[character.charCodeAt(0)] ?? 0) | as;
  };
  table.fill(STOP, 0x4e00, 0xa000);
  for (let letter = 0x61; letter <= 0x7a; letter += 1) mark(String.fromCharCode(letter, letter - 32), STOP);
  mark(STOPS, STOP);
  for (const [first, last] of DIGITS) table.fill(DIGIT, first, last + 1);
  for (const digit of CHINESE_DIGITS) table[digit.charCodeAt(0)] = DIGIT;
  mark(SIGNALS, SIGNAL);
  mark(ALONES, ALONE);
  return table;
}
