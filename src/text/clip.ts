import { displayWidth } from './width.js';

/** A text cut to so many terminal columns, the last of them … where something is left out. */
export function clipped(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    // … may be as wide as a Chinese character.
    if (displayWidth(kept + character) > width - 2) break;
    kept += character;
  }
  return `${kept}…`;
}
