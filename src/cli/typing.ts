import type { Typing } from '../edit/typed-field.js';
import type { Kind } from '../schema/kinds.js';
import { isDate } from '../text/date-format.js';
import type { Run } from './commands/command.js';
import { type GlobalOptions, todayOf } from './context.js';
import type { Opened } from './open-ledger.js';

/** What is known while values are typed for a record: the day, and the year that `--year` or today says. @throws CannotRun */
export function typingFor(
  { world, options }: Run<object>,
  { ledger }: Opened,
  record: { readonly kind: Kind; readonly value: object; readonly sample?: boolean },
): Typing {
  const today = todayOf(world, isDate);
  const { year: typed = '' }: GlobalOptions & { readonly year?: string } = options;
  const [year = today.slice(0, 4)] = /\d{4}/.exec(typed) ?? [];
  return { ledger, kind: record.kind, owner: record.value, sample: record.sample ?? false, today, year: Number(year) };
}
