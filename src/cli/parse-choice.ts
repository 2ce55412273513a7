import { type Choice, choiceMeant, choicesListed, wordsFor } from '../text/choice.js';
import { nearest } from '../text/nearest.js';
import { CannotRun } from './errors.js';

/**
 * The choice that a word names, in English or in Chinese.
 * @param refused the message for a word that names none
 * @throws CannotRun with the nearest word, or with all of them
 */
export function parseChoice<C extends Choice>(choices: readonly C[], typed: string, refused: string): C {
  const choice = choiceMeant(choices, typed);
  if (choice) return choice;
  const [near] = nearest(typed, choices.flatMap(wordsFor));
  throw new CannotRun(refused, near ? `是不是 ${near}？` : `可用：${choicesListed(choices)}。`);
}
