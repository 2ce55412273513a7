import type { Cell, Inline, Table } from '../../document/report-document.js';
import { followsFrom } from '../../figures/frozen/follows.js';
import { reportedId, restatedFigures } from '../../figures/frozen/reported-row.js';
import { isWholeYear } from '../../figures/period.js';
import type { Frozen, Restatement } from '../../ledger/frozen-year.js';
import { formatDate } from '../../text/chinese-date.js';
import type { ReportContext } from '../context.js';
import { cell, day, sentence } from '../inlines.js';
import { saidCell } from './frozen-figures.js';

/** The frozen year that a product is about: a whole year that is over, for the office itself; undefined for any other. */
function frozenOf({ ledger, year, period, asOf, audience }: ReportContext): Frozen | undefined {
  return isWholeYear(period) && asOf >= period.until && audience !== 'public' ? ledger.frozenYear(year) : undefined;
}

/** Said of a draft whose year is frozen: 数字已于2026年1月6日定稿，其后有更正. */
export function frozenWords(context: ReportContext): string {
  const frozen = frozenOf(context);
  if (!frozen) return '';
  const restated = (frozen.restatements ?? []).some(({ changes }) => changes.length > 0);
  return `数字已于${formatDate(frozen.frozen)}定稿${restated ? '，其后有更正' : ''}。`;
}

/**
 * 原报 and 更正 of a frozen year, with the reasons; nothing where no figure was restated. What is a part of another restated
 * figure, or computed from it, stands in the frozen file alone.
 */
export function restatedTables(context: ReportContext): readonly Table[] {
  const frozen = frozenOf(context);
  const { ledger, figures, year } = context;
  const all = frozen ? restatedFigures(ledger, year) : [];
  if (!frozen || all.length === 0) return [];
  const inputsOf = (id: string): readonly string[] => figures.byId(id)?.inputs ?? [];
  const main = all.filter(
    ({ figure: { id } }) => !all.some(({ figure: other }) => followsFrom(id, inputsOf(id), other.id)),
  );
  return [
    {
      type: 'table',
      title: '原报和更正',
      columns: [{ title: '数字' }, { title: '原报', align: 'right' }, { title: '更正', align: 'right' }],
      rows: main.map(({ figure: { id, label } }): readonly Cell[] => [
        cell(label),
        saidCell(figures.byId(reportedId('reported', id)), '原来没有'),
        saidCell(figures.byId(reportedId('restated', id)), '不再有这个数'),
      ]),
      notes: [
        sentence`${day(frozen.frozen)}定稿。由这些数分出、算出的数也已更正。`,
        ...(frozen.restatements ?? []).map((restatement) => reason(year, restatement)),
      ],
    },
  ];
}

/** 2026年3月2日更正：补登漏记的义诊. The clerk's words may contain digits, so they are typed as the record's. */
function reason(year: number, { on, reason: words }: Restatement): Inline[] {
  const label = words.trim().replaceAll(/\s+/g, ' ').replace(/。$/, '');
  return sentence`${day(on)}更正：${{ type: 'record', kind: 'frozen', id: String(year), label }}。`;
}
