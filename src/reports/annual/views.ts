import type { Block, Inline } from '../../document/report-document.js';
import type { CountedKind } from '../../figures/countable.js';
import type { TargetFigures } from '../../figures/target-maker.js';
import type { OutlineSection } from '../../ledger/default-outline.js';
import type { Entry } from '../../ledger/ledger.js';
import type { ReportContext } from '../context.js';
import { declared } from '../declared.js';
import { amount, joined, record, sentence } from '../inlines.js';
import { unitNames } from '../names.js';
import {
  actionsOfYear,
  agreementOf,
  boardsOfYear,
  linkagesOfYear,
  pairingsOfYear,
  targetsOfYear,
} from '../selection.js';

type ViewName = NonNullable<NonNullable<OutlineSection['blocks']>[number]['view']>;

/** A view turns the ledger into a section's paragraphs; nothing at all where there is nothing to say. */
type View = (context: ReportContext) => readonly Block[];

/** Every view an outline may name: a new one is a function here and a word in the outlines' schema. */
export const VIEWS: Readonly<Record<ViewName, View>> = {
  targets: (context) => targetSentences(context, ({ entry, goal }) => goal.value !== null && !isCells(entry)),
  pairings: pairingsView,
  matrix: matrixView,
  actions: actionsView,
  declared: declaredView,
  boards: boardsView,
  projects: (context) => targetSentences(context, ({ entry }) => entry.value.count.kind === 'tasks'),
  inspections: inspectionsView,
  // A problem stands in a summary only where its figure triggers it; until one does, the section is the clerk's.
  problems: () => [],
  plan: () => [],
};

function paragraph(...content: readonly (readonly Inline[])[]): readonly Block[] {
  const sentences = content.filter((part) => part.length > 0);
  return sentences.length === 0 ? [] : [{ type: 'paragraph', content: sentences.flat() }];
}

/** What is done to the records a target counts. */
const VERBS: Readonly<Record<CountedKind, string>> = {
  activities: '开展',
  agreements: '签订',
  boards: '建立',
  branches: '成立',
  inspections: '开展',
  meetings: '召开',
  pairings: '结对',
  publications: '发布',
  requests: '点单',
  tasks: '立项',
};

const isCells = ({ value }: Entry<'targets'>): boolean => value.each !== undefined || value.per !== undefined;

function targetSentences(context: ReportContext, wanted: (target: TargetFigures) => boolean): readonly Block[] {
  const targets = targetsOfYear(context)
    .map((entry) => context.figures.target(entry))
    .filter(wanted);
  return targets.length === 0 ? [] : paragraph(sentence`${joined(targets.map(targetClause), '；')}。`);
}

/** 义诊目标100场，尚未开展 · 义诊目标100场，已完成98场，完成率98.0% · 联席会议频次未约定，尚未开展. */
function targetClause({ entry, goal, done, percent }: TargetFigures): Inline[] {
  const verb = VERBS[entry.value.count.kind];
  const aim = sentence`${record(entry)}${goal.value === null ? '' : isCells(entry) ? '应覆盖' : '目标'}${amount(goal)}，`;
  if (done.value === 0) return [...aim, ...sentence`尚未${verb}`];
  if (done.value === null) return [...aim, ...sentence`完成数${amount(done)}`];
  if (goal.value === null) return [...aim, ...sentence`已${verb}${amount(done)}`];
  return [...aim, ...sentence`已完成${amount(done)}，完成率${amount(percent)}`];
}

function pairingsView(context: ReportContext): readonly Block[] {
  const { figures } = context;
  const year = String(context.year);
  const pairings = pairingsOfYear(context);
  if (pairings.length === 0) return [];
  const unregistered = pairings.filter(({ id }) => agreementOf(context, id) === '未登记').length;
  const agreements = figures.get('agreements', { year });
  const meetings = targetSentences(context, ({ entry }) => entry.value.count.kind === 'meetings');
  const branches = figures.get('paired-branches', { year });
  // Whose branches nobody has entered are unknown, not none.
  const whose = branches.value === 0 ? sentence`医院` : sentence`全院${amount(branches)}支部`;
  const paired = paragraph(
    sentence`${whose}与${amount(figures.get('partners', { year }))}单位结对，共${amount(figures.get('pairings', { year }))}，${rolesClause(context)}。`,
    unregistered === pairings.length ? sentence`结对协议未登记。` : sentence`已登记结对协议${amount(agreements)}。`,
  );
  return [...paired, ...meetings];
}

/** 其中牵头支部10个、协助支部6个: the roles that occur, for a role nobody has is no news. */
function rolesClause({ figures, year }: ReportContext): Inline[] {
  const roles = ['leads', 'assistants', 'joint-branches']
    .map((measure) => figures.get(measure, { year: String(year) }))
    .filter(({ value }) => value !== 0);
  const clauses = roles.map((role) => sentence`${role.label}${amount(role)}`);
  return clauses.length === 0 ? sentence`牵头支部未登记` : sentence`其中${joined(clauses, '、')}`;
}

function matrixView(context: ReportContext): readonly Block[] {
  const { figures } = context;
  const year = String(context.year);
  const linkages = linkagesOfYear(context);
  const clauses = linkages.map(({ program, linkage }) => {
    const held = figures.get('activities', { year, program, linkage: linkage.id });
    return held.value === 0 ? sentence`${linkage.id}尚未开展` : sentence`${linkage.id}${amount(held)}`;
  });
  if (clauses.length === 0) return [];
  const none = linkages.every(
    ({ program, linkage }) => figures.get('activities', { year, program, linkage: linkage.id }).value === 0,
  );
  const names = linkages.map(({ linkage }) => linkage.id).join('、');
  return paragraph(none ? sentence`${names}均尚未开展。` : sentence`联建内容：${joined(clauses, '，')}。`);
}

function actionsView(context: ReportContext): readonly Block[] {
  const { figures } = context;
  const year = String(context.year);
  return actionsOfYear(context).flatMap(({ program, action }) => {
    const held = figures.get('activities', { year, program, action: action.id });
    const people = figures.get('beneficiaries', { year, program, action: action.id });
    const led = action.lead ? sentence`由${unitNames(context, action.lead)}牵头，` : [];
    const done =
      held.value === 0 ? sentence`尚未开展。` : sentence`开展活动${amount(held)}，服务群众${amount(people)}。`;
    return paragraph(sentence`${action.name ?? action.id}${led}${done}`);
  });
}

function declaredView(context: ReportContext): readonly Block[] {
  const rows = declared(context).filter(({ subject }) => subject.kind === 'programs');
  const clauses = rows.map(({ fact, declared: stated, registered }) => {
    const known = registered.value === 0 ? sentence`台账未登记` : sentence`台账已登记${amount(registered)}`;
    return sentence`${record(fact)}文件明确${amount(stated)}，${known}`;
  });
  return clauses.length === 0 ? [] : paragraph(sentence`${joined(clauses, '；')}。`);
}

/** The boards of the reform, not the lists of ordinary work, which have no place in a summary. */
function boardsView(context: ReportContext): readonly Block[] {
  const { figures } = context;
  const clauses = boardsOfYear(context)
    .filter(({ value }) => value.type === '揭榜挂帅')
    .map((board) => {
      const [tasks, closed, overdue] = ['tasks', 'closed', 'overdue'].map((measure) =>
        figures.get(measure, { board: board.id }),
      );
      if (!tasks || !closed || !overdue) return [];
      const late = overdue.value === 0 ? [] : sentence`，逾期${amount(overdue)}`;
      return sentence`${record(board)}共${amount(tasks)}任务，已完成${amount(closed)}${late}`;
    });
  return clauses.length === 0 ? [] : paragraph(sentence`${joined(clauses, '；')}。`);
}

function inspectionsView(context: ReportContext): readonly Block[] {
  const year = String(context.year);
  const [times, problems, rectified] = ['inspections', 'problems', 'rectified'].map((measure) =>
    context.figures.get(measure, { year }),
  );
  const coverage = targetSentences(context, ({ entry }) => entry.value.count.kind === 'inspections');
  if (!times || !problems || !rectified || times.value === 0) return coverage;
  return [
    ...paragraph(sentence`开展督查${amount(times)}，发现问题${amount(problems)}，已整改${amount(rectified)}。`),
    ...coverage,
  ];
}
