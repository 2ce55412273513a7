import { isDate, isPartialDate } from '../text/date-format.js';

/** The `format` names our schemas use; the compiled validators take them from here by name. */
export { isDate as date, isPartialDate as 'partial-date' };
