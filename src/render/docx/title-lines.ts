import { displayWidth } from '../../text/width.js';
import { wrap } from '../../text/wrap.js';

/** So many half characters of a title stand in a line; one character less than fit, because digits may be wider. */
const ROOM = 38;
/** Where a title may be broken without breaking a name or a word: before 《 and （, behind 》 and ”. */
const PARTS = /(?=[《（])|(?<=[》”])/u;

/** A title in lines of whole parts (7.3.1: 词意完整); a part longer than a line is broken into lines of equal length. */
export function titleLines(title: string): string {
  const lines: string[] = [];
  for (const part of title.split(PARTS).flatMap(evenLines)) {
    const joined = (lines.at(-1) ?? '') + part;
    if (lines.length > 0 && displayWidth(joined) <= ROOM) lines[lines.length - 1] = joined;
    else lines.push(part);
  }
  return lines.join('\n');
}

function evenLines(part: string): string[] {
  const width = displayWidth(part);
  if (width <= ROOM) return [part];
  const count = Math.ceil(width / ROOM);
  return wrap(part, Math.min(ROOM, Math.ceil(width / count) + 2));
}
