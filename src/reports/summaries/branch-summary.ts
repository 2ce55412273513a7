import type { Block, Cell, Inline, ReportDocument, Table } from '../../document/report-document.js';
import type { Dimensions } from '../../figures/figure-id.js';
import { addTo } from '../../ledger/add-to.js';
import { type Entry, labelOf } from '../../ledger/ledger.js';
import { activitiesAppendix } from '../appendices/appendices.js';
import { hospitalName, periodTitle, type ReportContext } from '../context.js';
import { finishDocument } from '../finish-document.js';
import { cell, joined, number, record, sentence, text } from '../inlines.js';
import { organizationNames, unitNames } from '../names.js';
import { asOfNote, coverageNotes } from '../notes.js';
import { problemsFound } from '../problems/catalogue.js';
import { findingsOf } from '../problems/pairing-findings.js';
import type { Laggard } from '../problems/problem.js';
import { UNPUBLISHED } from '../public/unpublished.js';
import { pairingsIn, type Scope } from '../scope.js';
import { secretaryOf } from '../selection.js';
import { tasksTables } from '../tables/tasks-table.js';
import { paragraph } from '../views/view.js';
import { partBlocks } from './parts.js';

/** The achievements of a branch, in order: measure, wording, further dimensions. */
const ACHIEVEMENTS: readonly (readonly [measure: string, words: string, dimensions?: Dimensions])[] = [
  ['led', '牵头活动'],
  ['assisted', '协助活动'],
  ['joined', '参与活动'],
  ['beneficiaries', '所牵头、协助、参与的活动服务群众'],
  ['meetings', '参加会议和学习'],
  ['publications', '供稿'],
  ['requests', '承接点单'],
  ['tasks', '“一书记一项目”', { type: '一书记一项目' }],
  ['tasks', '承担的任务'],
  ['closed', '其中已完成'],
];

/**
 * A branch's own summary (`--branch`): 成绩清单、问题清单、整改清单, as every branch of 2021 drew them up. The public
 * version holds the achievements alone: problems and rectification are the office's.
 */
export function buildBranchSummary(context: ReportContext, branch: Entry<'branches'>): ReportDocument {
  const scope: Scope = { branch: branch.id };
  const body: Block[] = [
    ...introduction(context, branch),
    ...partBlocks(context, [
      { id: '成绩清单', title: '成绩清单', blocks: achievements(context, scope) },
      { id: '问题清单', title: '问题清单', ...problemsList(context, scope), internal: true },
      { id: '整改清单', title: '整改清单', ...stepsList(context, scope), internal: true },
    ]),
  ];
  const title = `${hospitalName(context)}${labelOf(branch)}${periodTitle(context)}工作清单`;
  const appendices = activitiesAppendix(context, scope);
  return finishDocument(context, title, body, appendices, { issuer: `${hospitalName(context)}${labelOf(branch)}` });
}

function introduction(context: ReportContext, branch: Entry<'branches'>): readonly Block[] {
  const secretary = secretaryOf(context, branch);
  const person = context.ledger.get('people', secretary);
  const named = secretary === undefined ? [] : sentence`，书记${person ? record(person) : secretary}`;
  const pairings = pairingsIn(context, { branch: branch.id }).map(
    ({ value }) =>
      sentence`${organizationNames(context, value.partners)}（${value.lead === branch.id ? '牵头' : value.assist?.includes(branch.id) ? '协助' : '共同'}）`,
  );
  const paired = pairings.length === 0 ? [] : sentence`结对单位：${joined(pairings, '、')}。`;
  return paragraph(sentence`${record(branch)}（${branch.value.category}）${named}。${paired}`);
}

function achievements(context: ReportContext, scope: Scope): readonly Block[] {
  const inPeriod = context.period.dimensions;
  const rows = ACHIEVEMENTS.flatMap(([measure, words, more = {}]): Cell[][] => {
    const figure = context.figures.get(measure, { ...inPeriod, ...scope, ...more });
    return figure.missing === UNPUBLISHED ? [] : [[cell(words), [number(figure)], cell(figure.unit)]];
  });
  const counts: Table = {
    type: 'table',
    title: '',
    columns: [{ title: '内容' }, { title: '数量', align: 'right' }, { title: '单位' }],
    rows,
    notes: [
      sentence`${asOfNote(context)}牵头、协助、参与分列，不相加。`,
      ...coverageNotes(context.figures.get('beneficiaries', { ...inPeriod, ...scope })),
    ],
  };
  return [counts, ...tasksTables(context, scope).filter((table) => table.rows.length > 0)];
}

/** Whether activities are kept: else nothing can be said to be in order. */
function isKnown({ figures, period }: ReportContext, scope: Scope): boolean {
  return figures.get('activities', { ...period.dimensions, ...scope }).value !== null;
}

/** A problem of the branch, and the step that mends it. */
interface Item extends Laggard {
  /** The same for those that one step mends. */
  readonly step: string;
  readonly next: readonly Inline[];
}

/** What the branch has not done, and what its pairings lack: the same as in their own 考核评估. */
function itemsOf(context: ReportContext, scope: Scope): readonly Item[] {
  const own = problemsFound(context, scope).flatMap(({ code, laggards, next }) =>
    laggards.map((laggard): Item => {
      const { remedy = code } = laggard;
      return { ...laggard, step: remedy, next: remedy === code ? next : [text(remedy)] };
    }),
  );
  const paired = pairingsIn(context, scope).flatMap((pairing) =>
    findingsOf(context, pairing).map(({ told, remedy }): Item => {
      const { partners, lead = scope.branch } = pairing.value;
      return {
        what: organizationNames(context, partners),
        fault: told,
        units: unitNames(context, lead ? [lead] : []),
        step: remedy,
        next: [text(remedy)],
      };
    }),
  );
  return [...own, ...paired];
}

/** The branch's own problems, with the responsible and the deadline where the ledger has them. */
function problemsList(context: ReportContext, scope: Scope) {
  const rows = itemsOf(context, scope).map(({ what, fault, units, due }): readonly Cell[] => [
    [...what, text(fault)],
    units ?? cell('未登记'),
    due ?? cell('未登记'),
  ]);
  return {
    blocks: listTable(context, [{ title: '问题' }, { title: '责任主体' }, { title: '整改时限' }], rows),
    otherwise: isKnown(context, scope) ? '没有发现问题。' : '【待补充】',
  };
}

/** The remedies, each with what it concerns. */
function stepsList(context: ReportContext, scope: Scope) {
  const steps = new Map<string, Item[]>();
  for (const item of itemsOf(context, scope)) addTo(steps, item.step, item);
  const rows = Array.from(steps.values(), (items): readonly Cell[] => [
    items[0]?.next ?? [],
    joined(
      items.map(({ what }) => what),
      '、',
    ),
    cell('未登记'),
  ]);
  return {
    blocks: listTable(context, [{ title: '整改措施' }, { title: '涉及' }, { title: '整改情况' }], rows),
    otherwise: isKnown(context, scope) ? '没有需要整改的事项。' : '【待补充】',
  };
}

function listTable(context: ReportContext, columns: Table['columns'], rows: Table['rows']): readonly Block[] {
  return rows.length === 0 ? [] : [{ type: 'table', title: '', columns, rows, notes: [asOfNote(context)] }];
}
