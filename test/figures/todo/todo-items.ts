import { Figures } from '../../../src/figures/figures.js';
import { yearPeriod } from '../../../src/figures/period.js';
import { itemLabel, overdueDays, type TodoGroup } from '../../../src/figures/todo/todo-item.js';
import { todoItems } from '../../../src/figures/todo/todo-list.js';
import { type BuildOptions, buildLedger, type Drafts } from '../../support/ledger-builder.js';

/** The items of a group as a clerk would read them off: `逾期 方案 2025-05 +3 → 外科党支部`; null where nothing is said of it. */
export function listed(
  group: TodoGroup,
  drafts: Drafts,
  asOf: string,
  options: BuildOptions & { readonly year?: number; readonly branch?: string } = {},
): string[] | null {
  const { year = 2025, branch } = options;
  const items = todoItems(new Figures(buildLedger(drafts, options), asOf), group, yearPeriod(year), branch);
  return (
    items?.map((item) => {
      const late = overdueDays(item, asOf);
      const units = item.units.length > 0 ? ` → ${item.units.join('、')}` : '';
      const dates = [item.date, item.until].filter((date) => date !== undefined).map((date) => ` ${date}`);
      return `${item.type} ${itemLabel(item)}${dates.join('')}${late === null ? '' : ` +${late}`}${units}`;
    }) ?? null
  );
}
