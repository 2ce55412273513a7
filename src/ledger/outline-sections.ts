import { DEFAULT_OUTLINE, type Outline, type OutlineSection } from './default-outline.js';
import type { Ledger } from './ledger.js';

/** The outline of a year's summary: its own, else the built-in one. */
export function outlineOf(ledger: Ledger, year: number): Outline {
  const own = ledger.all('outlines').find(({ value }) => value.period === undefined && value.year === year);
  return own?.value ?? DEFAULT_OUTLINE;
}

/** The outline of the bulletin on a part of a year, by the id of the period; undefined where it has none of its own. */
export function periodOutline(ledger: Ledger, period: string): Outline | undefined {
  return ledger.all('outlines').find(({ value }) => value.period === period)?.value;
}

/** Every section of an outline with its JSON pointer, in the order of the text. */
export function allSections(
  sections: readonly OutlineSection[],
  pointer = '/sections',
): readonly { readonly section: OutlineSection; readonly pointer: string }[] {
  return sections.flatMap((section, index) => [
    { section, pointer: `${pointer}/${index}` },
    ...allSections(section.children ?? [], `${pointer}/${index}/children`),
  ]);
}
