import type { Table } from '../../document/report-document.js';
import { NO_ACTION } from '../../figures/countable.js';
import type { Dimensions } from '../../figures/figure-id.js';
import { fieldWords } from '../../schema/kinds.js';
import type { ReportContext } from '../context.js';
import { cell, number, sentence } from '../inlines.js';
import { ofProgram } from '../names.js';
import { asOfNote } from '../notes.js';
import { actionsOfYear } from '../selection.js';
import { actionsTable } from '../tables/actions-table.js';
import { actionsCompared, activitiesCompared, yearOnYearTable } from '../year-on-year.js';
import { filled, type View } from './view.js';

/** 按行动: who leads and supports each, what has been held, and of which types. */
export const byAction: View = (context) =>
  filled(
    context,
    [
      actionsTable(context),
      yearOnYearTable(context, [...actionsCompared(context), activitiesCompared(context)]),
      typesTable(context),
    ],
    '还没有登记行动。',
  );

/** The types that occur; an activity of several types is under each of them. */
function typesTable(context: ReportContext): Table {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  const types = fieldWords('activities', 'types').filter(
    (type) => figures.get('activities', { ...inPeriod, type }).value,
  );
  const known = actionsOfYear(context).map(({ program, action }) => ({ program, action: action.id }));
  const loose = figures.get('activities', { ...inPeriod, action: NO_ACTION });
  const actions: readonly Dimensions[] = [...known, ...(loose.value ? [{ action: NO_ACTION }] : [])];
  return {
    type: 'table',
    title: '各项行动的活动类型',
    columns: [
      { title: '类型' },
      ...known.map(({ program, action }) => ({
        title: `${action}${ofProgram(context, program, known)}`,
        align: 'right' as const,
      })),
      ...(loose.value ? [{ title: NO_ACTION, align: 'right' as const }] : []),
      { title: '合计', align: 'right' },
    ],
    rows: (known.length > 0 ? types : []).map((type) => [
      cell(type),
      ...actions.map((action) => [number(figures.get('activities', { ...inPeriod, ...action, type }))]),
      [number(figures.get('activities', { ...inPeriod, type }))],
    ]),
    total: [
      cell('合计（去重）'),
      ...actions.map((action) => [number(figures.get('activities', { ...inPeriod, ...action }))]),
      [number(figures.get('activities', inPeriod))],
    ],
    notes: [sentence`${asOfNote(context)}一次活动有几种类型，在各类型下各计一次，合计行只计一次。`],
  };
}
