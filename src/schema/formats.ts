import { isDate, isPartialDate } from '../text/date-format.js';

/** The `format` names our schemas use; the compiled validators take them from here by name. */
export const date = isDate;
const partialDate = isPartialDate;

export { partialDate as 'partial-date' };
