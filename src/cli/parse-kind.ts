import { KINDS, type Kind, kindTitle } from '../schema/kinds.js';
import type { Choice } from '../text/choice.js';
import { parseChoice } from './parse-choice.js';

/** Every kind by its folder and its Chinese title. */
export const KIND_CHOICES: readonly Choice<Kind>[] = KINDS.map((kind) => ({ name: kind, chinese: kindTitle(kind) }));

/** The kind of a typed folder or Chinese title: activities, 活动. @throws CannotRun with the nearest */
export function parseKind(typed: string): Kind {
  return parseChoice(KIND_CHOICES, typed, `没有“${typed}”这个类别`).name;
}
