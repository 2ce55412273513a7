import type { Block, Inline, ReportDocument } from '../../document/report-document.js';
import { isWholeYear } from '../../figures/period.js';
import { type Entry, labelOf } from '../../ledger/ledger.js';
import { appendicesOf } from '../appendices/appendices.js';
import { laggardsAppendix } from '../appendices/laggards-appendix.js';
import { hospitalName, notYet, type ReportContext } from '../context.js';
import { finishDocument } from '../finish-document.js';
import { amount, periodInlines, record, sentence } from '../inlines.js';
import { planView, problemsView } from '../problems/problems-view.js';
import { pairingsIn, type Scope } from '../scope.js';
import { unknownNotice } from '../unknown-notice.js';
import { actionsView, servedClause } from '../views/actions-view.js';
import { boardsView, declaredView } from '../views/boards-view.js';
import { matrixView } from '../views/matrix-view.js';
import { closingsView, measuresView } from '../views/measures-view.js';
import { pairingsView } from '../views/pairings-view.js';
import { targetsView } from '../views/targets-view.js';
import { paragraph, type View } from '../views/view.js';
import { partBlocks, untilClause } from './parts.js';

/** A programme's own summary (`--program`): 主要做法、工作成效、存在问题、下一步工作打算, of its own records alone. */
export function buildProgramSummary(context: ReportContext, program: Entry<'programs'>): ReportDocument {
  const scope: Scope = { program: program.id };
  const tell = (...views: readonly View[]): readonly Block[] => views.flatMap((view) => view(context, scope));
  const body: Block[] = [
    ...opening(context, program),
    ...partBlocks(context, [
      { id: '主要做法', title: '主要做法', blocks: tell(pairingsView, matrixView, measuresView) },
      {
        id: '工作成效',
        title: '工作成效',
        blocks: tell(targetsView, actionsView, declaredView, boardsView, closingsView),
      },
      { id: '存在问题', title: '存在问题', blocks: tell(problemsView), internal: true },
      { id: '下一步工作打算', title: '下一步工作打算', blocks: tell(planView), internal: true },
    ]),
  ];
  const title = `${hospitalName(context)}${namesYear(context, program) ? '' : context.period.name}${labelOf(program)}工作总结`;
  const appendices = [...appendicesOf(context, scope), ...laggardsAppendix(context, scope)];
  const notices = unknownNotice(context, scope, new Set(['pairings', 'boards']));
  return finishDocument(context, title, body, appendices, { notices });
}

/** The title without a second 2025年 where the programme's name has one. */
function namesYear({ period }: ReportContext, program: Entry<'programs'>): boolean {
  return isWholeYear(period) && labelOf(program).includes(String(period.year));
}

function opening(context: ReportContext, program: Entry<'programs'>): readonly Block[] {
  return paragraph(
    sentence`${namesYear(context, program) ? '' : sentence`${periodInlines(context.period)}，`}医院推进${record(program)}。${paired(context, program)}现将主要工作总结如下。`,
  );
}

/** The results of the programme's pairings; nothing for a programme without any. */
function paired(context: ReportContext, program: Entry<'programs'>): Inline[] {
  const dimensions = { ...context.period.dimensions, program: program.id };
  if (pairingsIn(context, { program: program.id }).length === 0) return [];
  const held = context.figures.get('activities', dimensions);
  const done =
    held.value === null
      ? []
      : held.value === 0
        ? sentence`，服务活动${notYet(context)}开展`
        : sentence`，开展服务活动${amount(held)}${servedClause(context, dimensions)}`;
  return sentence`${untilClause(context)}共有结对${amount(context.figures.get('pairings', dimensions))}${done}。`;
}
