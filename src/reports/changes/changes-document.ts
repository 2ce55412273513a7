import type { Figure } from '../../document/figure.js';
import type { Block, Inline, ReportDocument } from '../../document/report-document.js';
import { shortCommit } from '../../git/revision.js';
import { withFigures } from '../collect-figures.js';
import { hospitalName } from '../context.js';
import { frontOf, WITH_ERRORS } from '../front.js';
import { amount, day, sentence, text } from '../inlines.js';
import type { Comparison, State } from './compare.js';
import { figuresTable } from './figures-table.js';
import { ratesTable } from './rates-table.js';
import { recordsPart } from './records-part.js';

/** A note: the report of the earlier day may have been made from fewer records. */
const AS_KNOWN_NOW: Block = {
  type: 'notice',
  tone: 'info',
  content: [
    text('“之前”按同一份台账推算，当时发生、后来才补登的也算在内；要对照当时的台账，在 --since 后面写 git 版本。'),
  ],
};

/** 变更说明: what is compared, the records that changed, then every figure that differs with the numbers of its records. */
export function buildChanges(comparison: Comparison): ReportDocument {
  const { before, after, records } = comparison;
  const title = `${hospitalName(after.context)}${after.context.year}年数字变更说明`;
  const tables = [figuresTable(comparison), ratesTable(comparison)].filter((table) => table !== null);
  const front = frontOf(after.context, title);
  const cause =
    records.length === 0
      ? sentence`下列数字随截至日期变动，没有记录变动。`
      : sentence`下列数字有变动，原因是${amount(recordsFigure(comparison))}记录有变动。`;
  const body: Block[] = [
    { type: 'paragraph', content: sentence`${compared(comparison)}，${cause}` },
    ...recordsPart(comparison),
    ...untriedNotice(comparison),
    ...tables,
    ...(before.context.asOf === after.context.asOf ? [] : [AS_KNOWN_NOW]),
  ];
  const notices = [...new Set([...frontOf(before.context, title).notices, ...front.notices])];
  return withFigures({ front: { ...front, notices }, body, appendices: [] }, after.context.figures);
}

/** One sentence where no figure differs, under the warning that a ledger with errors demands. */
export function unchanged(comparison: Comparison): readonly Block[] {
  const { before, after } = comparison;
  const wrong = before.context.errors + after.context.errors > 0;
  const notice: Block = { type: 'notice', tone: 'info', content: [text(WITH_ERRORS)] };
  const content = sentence`${compared(comparison)}，${day(String(after.context.year))}的数字没有变化。`;
  return [...(wrong ? [notice] : []), { type: 'paragraph', content }];
}

/** 截至2025年9月30日与截至2025年10月31日相比 · 版本“1a2b3c4”（2025年7月1日提交）与当前文件相比，均截至2025年12月31日. */
function compared({ before, after }: Comparison): Inline[] {
  const [old, now] = [before.context.asOf, after.context.asOf];
  if (old === now) return sentence`${versionOf(before)}与${versionOf(after)}相比，均截至${day(now)}`;
  const where = after.revision ? sentence`按${versionOf(after)}，` : [];
  return sentence`${where}截至${day(old)}与截至${day(now)}相比`;
}

function versionOf({ revision }: State): Inline[] {
  if (!revision) return [text('当前文件')];
  // A hash is a name, and stands in quotation marks as titles do.
  return sentence`版本“${shortCommit(revision)}”（${day(revision.committed)}提交）`;
}

/** Said where there are too many changed records to take each of them back. */
function untriedNotice({ untried, records }: Comparison): readonly Block[] {
  if (untried === 0) return [];
  const figure: Figure = {
    id: 'untried-records',
    label: '没有核对的记录',
    value: untried,
    unit: '条',
    formula: 'count',
    inputs: [],
    records: () => [],
    sample: records.some(({ record }) => record.sample),
  };
  const content = sentence`改动的记录太多，另有${amount(figure)}没有逐条核对；把起止缩短一些再比。`;
  return [{ type: 'notice', tone: 'info', content }];
}

function recordsFigure({ records }: Comparison): Figure {
  return {
    id: 'changed-records',
    label: '变动的记录',
    value: records.length,
    unit: '条',
    formula: 'count',
    inputs: [],
    records: () => records.map(({ record: { kind, id } }) => ({ kind, id })),
    sample: records.some(({ record }) => record.sample),
  };
}
