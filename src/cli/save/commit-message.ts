import { contentText, UNICODE_MARKS } from '../../render/inlines.js';
import type { Differences } from '../../reports/changes/differences-document.js';
import { differenceInlines } from '../../reports/changes/differences-document.js';
import { isKind, kindTitle } from '../../schema/kinds.js';
import { shownText } from '../../text/shown-text.js';
import { displayWidth } from '../../text/width.js';

/** The widest a subject may be, in columns: git's own lists cut what is wider. */
const WIDEST = 72;
const WORDS = { new: '登记', edited: '改动', deleted: '删去' } as const;

/**
 * A commit's message made of what changed: 东湖结对协议：待对方签章→履行中; of several records their counts and the first,
 * and each on a line below. @param differences null for a ledger that was never committed
 */
export function commitMessage(differences: Differences | null): string {
  if (differences === null) return '新建台账\n';
  const { records } = differences;
  const lines = records.map((record) => lineOf(record, differences.year));
  const [only, ...others] = lines;
  if (only === undefined) return '调整台账的文件\n';
  if (others.length === 0) return `${fitting(only)}\n${fitting(only) === only ? '' : `\n${only}\n`}`;
  const counts = (['new', 'edited', 'deleted'] as const).flatMap((change) => {
    const count = records.filter((record) => record.change === change).length;
    return count === 0 ? [] : [`${WORDS[change]}${count}条`];
  });
  return `${fitting(`${counts.join('、')}：${only}等`)}\n\n${lines.join('\n')}\n`;
}

function lineOf(difference: Differences['records'][number], year: number): string {
  const { record, change } = difference;
  const kind = isKind(record.kind) ? kindTitle(record.kind) : '';
  const name = record.label.includes(kind) ? record.label : `${record.label}${kind}`;
  const told = differenceInlines(difference, year).map((piece) => contentText(piece, UNICODE_MARKS));
  const what = change === 'edited' ? told.join('；') || WORDS.edited : [WORDS[change], ...told.slice(0, 1)].join('，');
  return shownText(`${name}：${what}`);
}

function fitting(text: string): string {
  if (displayWidth(text) <= WIDEST) return text;
  let short = '';
  for (const character of text) {
    if (displayWidth(`${short}${character}…`) > WIDEST) break;
    short += character;
  }
  return `${short}…`;
}
