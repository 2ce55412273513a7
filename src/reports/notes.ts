import type { Figure } from '../document/figure.js';
import type { Inline } from '../document/report-document.js';
import type { Entry } from '../ledger/ledger.js';
import type { ReportContext } from './context.js';
import { amount, day, internal, sentence } from './inlines.js';
import { agreementOf } from './selection.js';

/** 截至, the first note under every table. */
export function asOfNote({ asOf }: ReportContext): Inline[] {
  return sentence`截至${day(asOf)}。`;
}

/** The note of a table whose numbers are not known of all records, by its total; not for the public. */
export function coverageNotes(total: Figure): readonly Inline[][] {
  if (total.coverage === undefined) return [];
  return [internal(sentence`${total.unit}按有数的计：${{ type: 'coverage', figure: total }}。`)];
}

/** 口径 of the lights. */
export function lightsBasis({ figures }: ReportContext): Inline[] {
  return sentence`绿灯：达到序时；黄灯：达到应完成数的${amount(figures.policy('yellowFrom'))}；红灯：低于黄灯线`;
}

/** 口径 of an agreement's state that is 履行中 or 即将到期. */
export function expiryBasis({ figures }: ReportContext): Inline[] {
  return sentence`协议到期前${amount(figures.policy('expiringDays'))}内为即将到期`;
}

/** The same as a sentence of a note, where one of the pairings has such an agreement; agreements are not public. */
export function expiryNote(context: ReportContext, pairings: readonly Entry<'pairings'>[]): Inline[] {
  const isTold = pairings.some(({ id }) => DATED_STATES.includes(agreementOf(context, id)));
  return isTold ? internal(sentence`${expiryBasis(context)}。`) : [];
}

/** The states that how many days are left decides. */
export const DATED_STATES: readonly string[] = ['履行中', '即将到期'];
