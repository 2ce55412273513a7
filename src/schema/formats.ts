import { isDate, isPartialDate } from '../text/date-format.js';

/** A day that every month has: most dates are one, and this is several times faster than looking the month up. */
const USUAL = /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

/** The `format` names our schemas use; the compiled validators take them from here by name. */
export const date = (text: string): boolean => USUAL.test(text) || isDate(text);
const partialDate = (text: string): boolean => USUAL.test(text) || isPartialDate(text);

export { partialDate as 'partial-date' };
