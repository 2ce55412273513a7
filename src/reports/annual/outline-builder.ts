import { headingNumber } from '../../document/numbering.js';
import type { Block, Heading, Inline } from '../../document/report-document.js';
import { isWholeYear, type Period } from '../../figures/period.js';
import type { Outline, OutlineSection } from '../../ledger/default-outline.js';
import { figureMentions } from '../../ledger/figure-mentions.js';
import type { Entry, RecordOf } from '../../ledger/ledger.js';
import { firstDay, lastDay } from '../../text/calendar-date.js';
import { collectFigures } from '../collect-figures.js';
import type { ReportContext } from '../context.js';
import { amount, joined, sentence, text } from '../inlines.js';
import { mainProblems } from '../problems/catalogue.js';
import { factsOfYear, isFactTold } from '../selection.js';
import { isNarrativeTold } from '../untold.js';
import { VIEWS } from '../views/views.js';
import { narrativeInlines } from './narrative-inlines.js';

/** The parts of a text by its outline: of a year's summary, and of a bulletin on a part of a year. */
export class OutlineBuilder {
  private readonly facts: readonly Entry<'facts'>[];
  /** Narratives that a block or the opening places; the others stand at the end of their section. */
  private readonly placed: ReadonlySet<string>;
  private readonly cited: ReadonlySet<string>;

  /**
   * @param narratives the clerk's paragraphs that the text may have
   * @param gap what stands in a section that has nothing; without it the section is left out
   */
  constructor(
    private readonly context: ReportContext,
    private readonly outline: Outline,
    private readonly narratives: readonly Entry<'narratives'>[],
    private readonly gap?: string,
  ) {
    this.facts = factsOfYear(context).filter(({ value }) => isOfPeriod(value, context.period));
    this.placed = new Set(placedNarratives(outline));
    this.cited = new Set([
      ...narratives.flatMap(({ value }) => figureMentions(value.text)),
      ...blocksOf(outline.sections).flatMap(({ facts }) => facts ?? []),
    ]);
  }

  /** The clerk's own first paragraphs; none where there are none. */
  opening(): Block[] {
    return (this.outline.opening ?? []).flatMap((id) => this.narrative(id));
  }

  sections(): Block[] {
    return this.sectionBlocks(this.outline.sections, 1, 0);
  }

  private sectionBlocks(sections: readonly OutlineSection[], level: 1 | 2 | 3 | 4, unnumbered: number): Block[] {
    let ordinal = 0;
    return sections.flatMap((section) => {
      if (!section.unnumbered) ordinal += 1;
      const number = section.unnumbered ? '' : headingNumber(level, ordinal, unnumbered);
      const below = unnumbered + (section.unnumbered ? 1 : 0);
      const children = this.sectionBlocks(section.children ?? [], nextLevel(level), below);
      const own = this.content(section, children.length > 0);
      if (own.length + children.length === 0) {
        if (!section.unnumbered) ordinal -= 1;
        return [];
      }
      return [{ type: 'heading', id: section.id, level, number, ...this.title(section) } as const, ...own, ...children];
    });
  }

  /** The title, or the plain one where what it claims does not hold; of a part of the year nothing is claimed. */
  private title({ id, title, plain }: OutlineSection): Pick<Heading, 'title' | 'claim'> {
    if (plain === undefined) return { title };
    if (!isWholeYear(this.context.period)) return { title: plain };
    const claim = this.context.figures.get('claim', { year: String(this.context.year), section: id });
    return claim.word === title ? { title, claim } : { title: plain };
  }

  /** A section's blocks, then its other narratives, then uncited facts; the gap where it is empty. */
  private content(section: OutlineSection, hasChildren: boolean): Block[] {
    const blocks = (section.blocks ?? [])
      .filter(({ view }) => view !== 'plan' || !section.unnumbered)
      .flatMap((block) => this.block(block));
    const steps = this.steps(section);
    const own = this.narratives.filter(
      (entry) =>
        entry.value.section === section.id && !this.placed.has(entry.id) && isNarrativeTold(this.context, entry),
    );
    const uncited = this.facts.filter(({ id, value }) => value.section === section.id && !this.cited.has(id));
    const shown = new Set(uncited.length === 0 ? [] : collectFigures(blocks, this.context.figures).map(({ id }) => id));
    const left = uncited.filter(({ id }) => !shown.has(id));
    const numbered = section.unnumbered === true && own.length + steps.length > 1;
    const number = (index: number): string => (numbered ? headingNumber(1, index + 1) : '');
    const planned = steps.map(
      (step, index): Block => ({ type: 'paragraph', content: sentence`${number(index)}${step}` }),
    );
    const paragraphs = own.flatMap(({ id }, index) => this.narrative(id, number(steps.length + index)));
    const content = [...blocks, ...planned, ...paragraphs, ...this.factList(left)];
    if (content.length > 0 || hasChildren || this.gap === undefined) return content;
    return [{ type: 'paragraph', content: [text(this.gap)] }];
  }

  /**
   * Next year's points that follow from this year's problems: the clerk's are numbered on after them where the section
   * has no number of its own.
   */
  private steps(section: OutlineSection): readonly (readonly Inline[])[] {
    const planned = section.unnumbered === true && section.blocks?.some(({ view }) => view === 'plan');
    return planned ? mainProblems(this.context, {}).map(({ next }) => next) : [];
  }

  private block(block: NonNullable<OutlineSection['blocks']>[number]): Block[] {
    if (block.narrative !== undefined) return this.narrative(block.narrative);
    if (block.view !== undefined) return [...VIEWS[block.view](this.context, {})];
    const { ledger, period } = this.context;
    const facts = (block.facts ?? []).flatMap((id) => ledger.get('facts', id) ?? []);
    return this.factList(facts.filter(({ value }) => isOfPeriod(value, period)));
  }

  /** `number` begins the points of a section without a number of its own, such as next year's plan: 一、二、三、 */
  private narrative(id: string, number = ''): Block[] {
    const entry = this.narratives.find((each) => each.id === id);
    if (!entry || !isNarrativeTold(this.context, entry)) return [];
    const mark = entry.sample ? '【示例】' : '';
    const paragraphs = entry.value.text.trim().split(/\n[ \t]*\n\s*/);
    return paragraphs.map((text, index) => {
      const own = narrativeInlines(text, entry.value.year, this.context.figures);
      return { type: 'paragraph', content: sentence`${`${index === 0 ? number : ''}${mark}`}${own}` };
    });
  }

  private factList(facts: readonly Entry<'facts'>[]): Block[] {
    const told = facts.filter((fact) => isFactTold(this.context, fact));
    if (told.length === 0) return [];
    const items = told.map((fact) => sentence`${fact.value.label}${amount(this.context.figures.fact(fact))}`);
    return [{ type: 'paragraph', content: sentence`${joined(items, '，')}。` }];
  }
}

/** Whether a document's number belongs to a period: to a part of the year only if its own days are within it. */
function isOfPeriod({ from, until }: RecordOf<'facts'>, period: Period): boolean {
  const [first, last] = [from ?? until, until ?? from];
  if (isWholeYear(period)) return true;
  if (first === undefined || last === undefined) return false;
  return period.from <= firstDay(first) && lastDay(last) <= period.until;
}

/** The narratives that an outline itself places, in its opening or in a section. */
export function placedNarratives({ opening = [], sections }: Outline): readonly string[] {
  return [...opening, ...blocksOf(sections).flatMap(({ narrative }) => narrative ?? [])];
}

export function blocksOf(
  sections: readonly OutlineSection[],
): readonly NonNullable<OutlineSection['blocks']>[number][] {
  return sections.flatMap((section) => [...(section.blocks ?? []), ...blocksOf(section.children ?? [])]);
}

const nextLevel = (level: 1 | 2 | 3 | 4): 1 | 2 | 3 | 4 => (level < 4 ? ((level + 1) as 2 | 3 | 4) : 4);
