import type { Passage } from '../document/draft.js';

/** Nobody writes longer paragraphs: what is longer is divided, so that the time to read it stays in proportion. */
const LONGEST = 10_000;

/** A passage in pieces of at most LONGEST characters, divided where a sentence ends if possible. */
export function shortEnough(passage: Passage): readonly Passage[] {
  const pieces: Passage[] = [];
  const { text, place, breaks = [], ...more } = passage;
  for (let from = 0; from < text.length || pieces.length === 0; ) {
    const until = text.length - from <= LONGEST ? text.length : endWithin(text, from);
    const start = from;
    pieces.push({
      ...more,
      text: text.slice(start, until),
      place: place + breaks.filter((each) => each <= start && each > 0).length,
      breaks: breaks.filter((each) => start < each && each < until).map((each) => each - start),
    });
    from = until;
    if (text === '') break;
  }
  return pieces;
}

function endWithin(text: string, from: number): number {
  const end = text.lastIndexOf('。', from + LONGEST - 1) + 1;
  return end > from ? end : from + LONGEST;
}
