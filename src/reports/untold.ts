import type { Figure } from '../document/figure.js';
import { isDeclaredTotal, NOT_ENDED, NOT_ISSUED } from '../figures/fact-day.js';
import type { OutlineSection } from '../ledger/default-outline.js';
import { figureMentions } from '../ledger/figure-mentions.js';
import type { Entry } from '../ledger/ledger.js';
import { allSections } from '../ledger/outline-sections.js';
import type { ReportContext } from './context.js';
import { factsOfYear, isFactTold, narrativesOfYear } from './selection.js';

/** Whether a clerk's paragraph may be printed on the day: it holds no document's number whose time is still to come. */
export function isNarrativeTold(context: ReportContext, { value }: Entry<'narratives'>): boolean {
  return figureMentions(value.text).every((id) => {
    const figure = context.figures.byId(id);
    return figure === undefined || !isBeforeItsTime(context, figure);
  });
}

/** Whether a figure is a document's number before its time, or made of one. */
function isBeforeItsTime({ figures }: ReportContext, { missing, inputs }: Figure): boolean {
  const untold = [missing, ...inputs.map((id) => figures.byId(id)?.missing)];
  return untold.some((reason) => reason === NOT_ENDED || reason === NOT_ISSUED);
}

/** Said before a report that leaves numbers of documents out: of which sections, by their titles. */
export function untoldNotice(context: ReportContext, sections: readonly OutlineSection[]): readonly string[] {
  const untold = new Set([
    ...narrativesOfYear(context).flatMap((each) => (isNarrativeTold(context, each) ? [] : [each.value.section])),
    ...factsOfYear(context).flatMap((each) => (isFactTold(context, each) ? [] : [each.value.section])),
  ]);
  const titles = allSections(sections).flatMap(({ section: { id, title, plain = title } }) =>
    untold.has(id) ? [plain] : [],
  );
  if (titles.length === 0) return [];
  return [
    `【未到时间】到截至日，期间没有结束的数据、还没有印发的文件里的数据，连同引用它们的段落都不印，见以下章节：${titles.join('；')}。`,
  ];
}

/** Said before the year's progress where a document that declares totals of the year was not out yet. */
export function undeclaredNotice(context: ReportContext): readonly string[] {
  const untold = factsOfYear(context).filter((fact) => isDeclaredTotal(fact.value) && !isFactTold(context, fact));
  if (untold.length === 0) return [];
  const labels = untold.map(({ value }) => value.label).join('、');
  return [`【未到时间】到截至日，文件还没有印发，以下文件明确数未印：${labels}。`];
}
