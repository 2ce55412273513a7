import type { Cell, Table } from '../../document/report-document.js';
import { NO_ACTION } from '../../figures/countable.js';
import type { Dimensions } from '../../figures/figure-id.js';
import type { ReportContext } from '../context.js';
import { cell, number, text } from '../inlines.js';
import { ofProgram, unitNames } from '../names.js';
import { asOfNote, coverageNotes } from '../notes.js';
import { actionsOfYear } from '../selection.js';

/** 各项行动: who leads (and, where there is room, supports), and what has been held. */
export function actionsTable(context: ReportContext, { support = true } = {}): Table {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  const actions = actionsOfYear(context);
  const blank = support ? [cell(undefined)] : [];
  const loose = figures.get('activities', { ...inPeriod, action: NO_ACTION });
  const counts = (of: Dimensions): readonly Cell[] =>
    ['activities', 'beneficiaries'].map((measure) => [number(figures.get(measure, { ...inPeriod, ...of }))]);
  return {
    type: 'table',
    title: '各项行动',
    columns: [
      { title: '行动' },
      { title: '牵头科室' },
      ...(support ? [{ title: '协同科室' }] : []),
      { title: '场次', align: 'right' },
      { title: '人次', align: 'right' },
    ],
    rows: [
      ...actions.map(({ program, action }) => [
        [text(`${action.name ?? action.id}${ofProgram(context, program, actions)}`)],
        action.lead ? unitNames(context, action.lead) : cell(undefined, '未登记'),
        ...(support ? [action.support ? unitNames(context, action.support) : cell(undefined)] : []),
        ...counts({ program, action: action.id }),
      ]),
      ...(loose.value ? [[cell(NO_ACTION), cell(undefined), ...blank, ...counts({ action: NO_ACTION })]] : []),
    ],
    total: [cell('合计（去重）'), cell(undefined), ...blank, ...counts({})],
    notes: [asOfNote(context), ...coverageNotes(figures.get('beneficiaries', inPeriod))],
  };
}
