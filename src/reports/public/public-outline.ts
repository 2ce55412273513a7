import type { OutlineSection } from '../../ledger/default-outline.js';

/** The sections of an outline without the chapter of problems, and without the plan's points that answer them. */
export function withoutProblems(sections: readonly OutlineSection[]): OutlineSection[] {
  return sections.flatMap(({ blocks, children, ...section }): OutlineSection[] => {
    if (blocks?.some(({ view }) => view === 'problems' || view === 'shortfalls')) return [];
    const open = blocks?.filter(({ view }) => view !== 'plan');
    return [
      { ...section, ...(open ? { blocks: open } : {}), ...(children ? { children: withoutProblems(children) } : {}) },
    ];
  });
}
