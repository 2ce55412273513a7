import type { Printable, Table } from '../../document/report-document.js';
import { amount, cell, sentence, text } from '../inlines.js';
import { tallyFigure } from '../registry/tally.js';
import type { CheckedNumber, DraftCheck, DraftVerdict } from './check-draft.js';

/** How much of a sentence stands in a table: the words before and behind the number. */
const [BEFORE, BEHIND] = [16, 8];

/** The result of a check: what differs first, then what could not be bound, then what agrees. */
export function buildCheck({ counted, numbers }: DraftCheck): Printable {
  const of = (verdict: DraftVerdict): readonly CheckedNumber[] => numbers.filter((each) => each.verdict === verdict);
  const tally = (verdict: DraftVerdict) =>
    amount(
      tallyFigure(
        `check-${verdict}`,
        verdict,
        '个',
        of(verdict).map(({ number }) => ({ kind: 'numbers', id: `${number.start}` })),
      ),
    );
  const all = amount(
    tallyFigure(
      'check',
      '数字',
      '个',
      numbers.map(({ number }) => ({ kind: 'numbers', id: `${number.start}` })),
    ),
  );
  const summary = sentence`文稿里带单位的数字${all}：不符${tally('不符')}，未绑定${tally('未绑定')}，相符${tally('相符')}。`;
  return {
    body: [
      { type: 'paragraph', content: summary },
      ...(of('不符').length > 0 ? [differing(counted, of('不符'))] : []),
      ...(of('未绑定').length > 0 ? [unbound(counted, of('未绑定'))] : []),
      ...(of('相符').length > 0 ? [agreeing(counted, of('相符'))] : []),
    ],
  };
}

function differing(counted: string, numbers: readonly CheckedNumber[]): Table {
  return {
    type: 'table',
    title: '不符：文稿和台账写的不一样',
    columns: [{ title: counted, align: 'right' }, { title: '文稿' }, { title: '台账' }, { title: '统计编号' }],
    rows: numbers.map((each) => [
      placeCell(each),
      excerptCell(each),
      each.figure ? [text(`${each.figure.label} `), amount(each.figure)] : cell(sumText(each)),
      cell(each.figure?.id),
    ]),
    notes: [sentence`打开一个数：yueyi explain 统计编号`],
  };
}

function unbound(counted: string, numbers: readonly CheckedNumber[]): Table {
  return {
    type: 'table',
    title: '未绑定：说不准是台账里的哪个数，请自己核对',
    columns: [{ title: counted, align: 'right' }, { title: '文稿' }, { title: '可能是' }],
    rows: numbers.map((each) => [
      placeCell(each),
      excerptCell(each),
      cell(each.candidates.map(({ id }) => id).join('、')),
    ]),
    notes: [],
  };
}

function agreeing(counted: string, numbers: readonly CheckedNumber[]): Table {
  return {
    type: 'table',
    title: '相符',
    columns: [{ title: counted, align: 'right' }, { title: '文稿' }, { title: '统计编号' }],
    rows: numbers.map((each) => [placeCell(each), excerptCell(each), cell(each.figure?.id)]),
    notes: [],
  };
}

/** What is said of a number that the text itself contradicts. */
export function sumText({ sum }: CheckedNumber): string {
  if (!sum) return '';
  return sum.kind === '合计' ? `前面几项相加是${sum.expected}` : `其中的一部分多于前面的${sum.expected}`;
}

const placeCell = ({ place }: CheckedNumber) => cell(String(place));

/** The words around a number, with the number in brackets: 收到锦旗【157面】、感谢信. */
function excerptCell({ number }: CheckedNumber) {
  const { passage, start, end } = number;
  const before = passage.text.slice(0, start);
  const behind = passage.text.slice(end);
  const from = Math.max(before.length - BEFORE, before.lastIndexOf('。') + 1, 0);
  const until = Math.min(BEHIND, behind.indexOf('。') < 0 ? BEHIND : behind.indexOf('。'));
  const words = `${from > 0 && from === before.length - BEFORE ? '…' : ''}${before.slice(from)}【${number.text}】${behind.slice(0, until)}`;
  return cell(words.replace(/\s+/g, ' ').trim());
}
