import { shownLines } from '../text/shown-text.js';

/** The two code points that XML does not allow although they are no controls. */
const NOT_IN_XML = /[\ufffe\uffff]/g;

/** A text safe to show, with nothing in it that XML cannot hold; the writer of the XML escapes what is markup. */
export function xmlText(text: string): string {
  return shownLines(text).replace(NOT_IN_XML, '\ufffd');
}
