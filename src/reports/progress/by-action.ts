import type { Table } from '../../document/report-document.js';
import { fieldWords } from '../../schema/kinds.js';
import type { ReportContext } from '../context.js';
import { cell, number, sentence } from '../inlines.js';
import { asOfNote } from '../notes.js';
import { actionsOfYear } from '../selection.js';
import { actionsTable } from '../tables/actions-table.js';
import { filled, type View } from './view.js';

/** 按行动: who leads and supports each, what has been held, and of which types. */
export const byAction: View = (context) =>
  filled([actionsTable(context), typesTable(context)], '这一年还没有登记行动。');

/** Only the types that occur; an activity of several types stands under each. */
function typesTable(context: ReportContext): Table {
  const { figures } = context;
  const year = String(context.year);
  const types = fieldWords('activities', 'types').filter(
    (type) => figures.get('activities', { year, type }).value !== 0,
  );
  const dimensionsOf = actionsOfYear(context).map(({ program, action }) => ({ year, program, action: action.id }));
  return {
    type: 'table',
    title: '各项行动的活动类型',
    columns: [
      { title: '行动' },
      ...types.map((title) => ({ title, align: 'right' as const })),
      { title: '场次', align: 'right' },
    ],
    rows:
      types.length === 0
        ? []
        : dimensionsOf.map((dimensions) => [
            cell(dimensions.action),
            ...types.map((type) => [number(figures.get('activities', { ...dimensions, type }))]),
            [number(figures.get('activities', dimensions))],
          ]),
    total: [
      cell('合计（去重）'),
      ...types.map((type) => [number(figures.get('activities', { year, type }))]),
      [number(figures.get('activities', { year }))],
    ],
    notes: [
      sentence`${asOfNote(context)}一次活动有几种类型，在各类型下各计一次，场次只计一次；合计含没有归入行动的活动。`,
    ],
  };
}
