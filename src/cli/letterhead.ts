import type { Letterhead } from '../document/paper.js';
import type { ReportDocument } from '../document/report-document.js';
import { isWholeYear } from '../figures/period.js';
import { blocksText } from '../render/plain-text.js';
import type { ReportContext } from '../reports/context.js';
import { formatDate } from '../text/chinese-date.js';
import { isDate } from '../text/date-format.js';
import type { GlobalOptions } from './context.js';
import { CannotRun } from './errors.js';

/** The options that make an issued paper of a draft. */
export interface LetterheadOptions {
  readonly letterhead?: boolean;
  readonly number?: string;
  readonly approved?: string;
}

const EXAMPLE = '--letterhead --number 绍市中医党〔2026〕1号 --approved 2026-01-06';
/** What stands in a draft where the ledger has nothing yet. */
const GAP = '【待补充】';
/** 机关代字〔年份〕序号号. */
const NUMBER = /^\p{Script=Han}{1,20}〔(?:19|20)\d{2}〕[1-9]\d{0,3}号$/u;

/** The letterhead asked for; undefined for a draft. @throws CannotRun where it is incomplete, wrong or not to be had */
export function letterheadOf(
  options: LetterheadOptions & Pick<GlobalOptions, 'format' | 'force'>,
): Letterhead | undefined {
  const { letterhead = false, number, approved, format, force } = options;
  if (!letterhead) {
    if (number === undefined && approved === undefined) return undefined;
    throw new CannotRun('--number 和 --approved 只和 --letterhead 一起用', `写成 ${EXAMPLE}。`);
  }
  if (format !== 'docx') throw new CannotRun('--letterhead 只用于 docx', '加上 -o 总结.docx。');
  if (force) throw new CannotRun('--letterhead 不能和 --force 一起用：有错误的台账不出印发件', '先改正错误。');
  if (number === undefined || approved === undefined)
    throw new CannotRun('印发件要有发文字号和签发日期', `写成 ${EXAMPLE}。`);
  const written = number
    .normalize('NFC')
    .replace(/^\s+|\s+$/g, '')
    .replace(/[[［【](\d{4})[\]］】]/, '〔$1〕');
  if (!NUMBER.test(written))
    throw new CannotRun(`--number 的值“${number}”不是发文字号`, '写成 绍市中医党〔2026〕1号 的样子，序号不编虚位。');
  if (!isDate(approved))
    throw new CannotRun(`--approved 的值“${approved}”不是日期`, '写成年-月-日，例如 --approved 2026-01-06。');
  return { number: written, approved };
}

/** A number is one document's own. @throws CannotRun for several documents, and for one that is still a draft */
export function refuseDrafts(
  documents: readonly { readonly document: ReportDocument }[],
  letterhead: Letterhead,
  context: ReportContext,
): void {
  if (documents.length > 1) throw new CannotRun('几份材料不能用一个发文字号', '印发件一次一份，分几次生成。');
  for (const { document } of documents) refuseDraft(document, letterhead);
  refuseUnfrozen(context);
}

/** What is issued of a whole year is its frozen figures; a bulletin is issued while the year runs. */
function refuseUnfrozen({ ledger, year, period, asOf }: ReportContext): void {
  if (!isWholeYear(period)) return;
  if (!ledger.frozenYear(year))
    throw new CannotRun(
      `${year}年的数字还没有定稿，不能带版头`,
      `先运行 yueyi freeze ${year}；不带 --letterhead 可以出送审稿。`,
    );
  if (asOf < period.until)
    throw new CannotRun(
      `${year}年定稿的数字截至${formatDate(period.until)}，本文截至${formatDate(asOf)}`,
      '去掉 --as-of；不带 --letterhead 可以出送审稿。',
    );
}

/** A draft has samples or gaps, or was approved before its figures ended. */
function refuseDraft({ front: { sample, asOf }, body }: ReportDocument, { approved }: Letterhead): void {
  if (sample > 0)
    throw new CannotRun(
      `本文含${sample}条示例记录，不能带版头`,
      '加上 --no-sample，或先用正式记录换掉示例；不带 --letterhead 可以出送审稿。',
    );
  const gaps = blocksText(body).split(GAP).length - 1;
  if (gaps > 0)
    throw new CannotRun(`正文里还有${gaps}处${GAP}，不能带版头`, '补上以后再出；不带 --letterhead 可以出送审稿。');
  if (approved < asOf)
    throw new CannotRun(
      `签发日期${formatDate(approved)}早于数据的截至日${formatDate(asOf)}`,
      `改 --approved，或加上 --as-of ${approved}。`,
    );
}
