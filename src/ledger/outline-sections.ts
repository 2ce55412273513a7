import { DEFAULT_OUTLINE, type Outline, type OutlineSection } from './default-outline.js';
import type { Ledger } from './ledger.js';

/** The outline of a year: its own, else the built-in one. */
export function outlineOf(ledger: Ledger, year: number): Outline {
  return ledger.all('outlines').find(({ value }) => value.year === year)?.value ?? DEFAULT_OUTLINE;
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
