import { figureMentions } from '../ledger/figure-mentions.js';
import { allSections } from '../ledger/outline-sections.js';
import { NOT_SEARCHED, type Suggestion } from './near-names.js';
import { defineRule, eachOf } from './rule.js';

/** A narrative, or the title of a section, takes a figure that cannot be computed. */
export const unknownFigure = defineRule<{ id: string; near: Suggestion; meant: string; year: number }>({
  code: 'unknown-figure',
  severity: 'error',
  locked: true,
  zh: {
    title: '引用的数字不存在',
    why: '叙述里的数字、提纲里标题的依据必须查得到出处。',
    message: ({ id }) => `没有“{${id}}”这个数字`,
    fix: ({ near: { near, isNotSearched }, meant, year }) =>
      meant || near
        ? `是不是 {${meant || near}}？`
        : `写文件数据（facts）的编号，或者统计编号，如 {activities@year=${year}}。${isNotSearched ? NOT_SEARCHED.zh : ''}`,
  },
  en: {
    title: 'There is no such figure',
    why: 'Every number of a narrative, and what a title of an outline rests on, must have its source.',
    message: ({ id }) => `There is no figure “{${id}}”`,
    fix: ({ near: { near, isNotSearched }, meant, year }) =>
      meant || near
        ? `Do you mean {${meant || near}}?`
        : `Write the id of a fact (文件数据), or of a figure such as {activities@year=${year}}.${isNotSearched ? NOT_SEARCHED.en : ''}`,
  },
  pass: `
    # data/narratives/2025.yaml
    - id: 2025-活动
      year: 2025
      section: 目标任务
      text: "开展活动{activities@year=2025}。"`,
  fail: `
    # data/narratives/2025.yaml
    - id: 2025-活动
      year: 2025
      section: 目标任务
      text: "开展活动{activites@year=2025}。"`,
  record: eachOf(['narratives', 'outlines'], (entry, report, context) => {
    const { unreadable, knowsFigure, figureIds, figureMeant, suggestions } = context;
    // The name may be of a record in a file that cannot be read.
    if (unreadable.size > 0) return;
    const look = (pointer: string, id: string): void => {
      if (knowsFigure(id)) return;
      const near = suggestions.find(id, 'figures', figureIds);
      const { year } = entry.value;
      // With very many wrong ids none is looked for.
      const meant = near.isNotSearched ? '' : figureMeant(id, year);
      report(entry, pointer, { id, near, meant, year });
    };
    if (entry.kind === 'narratives') for (const id of figureMentions(entry.value.text)) look('/text', id);
    else
      for (const { section, pointer } of allSections(entry.value.sections))
        section.claim?.forEach(({ figure }, index) => {
          look(`${pointer}/claim/${index}/figure`, figure);
        });
  }),
});
