import type { Figure } from '../../document/figure.js';
import { formatFigureId, parseFigureId } from '../../figures/figure-id.js';
import type { NamedFigure } from '../../ledger/figure-mentions.js';
import { bareName } from '../../ledger/number-claims.js';
import type { ReportContext } from '../context.js';
import { bare, type PlacedNumber, unitClass } from './placed-number.js';

/** What of a target a number says, by the word before it. */
const ROLES = [
  { measure: 'goal', word: /目标任务数|目标任务|目标数|目标值|目标为|目标|任务数|任务|应完成|应覆盖|应查/ },
  { measure: 'short', word: /还差|尚差|差距|差/ },
  { measure: 'percent', word: /完成率|覆盖率/ },
] as const;

/**
 * The figure of a target that a number gives, where its clause names the target, or names nothing and the number before it
 * was the target's: 义诊目标100场，开展97场，完成率97%. Null where no target is meant.
 */
export function targetFigure(
  { figures, ledger }: ReportContext,
  number: PlacedNumber,
  named: readonly NamedFigure[],
  before: string | undefined,
): readonly Figure[] | null {
  const role = ROLES.find(({ word }) => word.test(number.ahead));
  const name = bareName(role ? number.ahead.replace(role.word, '') : number.ahead);
  if (name === '' && number.behind !== '' && before === undefined) return null;
  const targets = named.flatMap(({ id, label }) => {
    const target = parseFigureId(id)?.dimensions.target;
    if (target === undefined) return [];
    return name === '' ? (target === before ? [target] : []) : bare(label) === name ? [target] : [];
  });
  if (targets.length === 0) return null;
  return targets.flatMap((target) => {
    const unit = ledger.get('targets', target)?.value.unit ?? '';
    const measure = number.unit === '%' ? 'percent' : (role?.measure ?? 'done');
    if (number.unit !== '%' && !isCounted(number, unit)) return [];
    return figures.byId(formatFigureId(measure, { target })) ?? [];
  });
}

/** 16个支部 and 97场 for 个支部 and 场次. */
function isCounted(number: PlacedNumber, unit: string): boolean {
  return unitClass(number.unit) === unitClass(unit) || `${number.unit}${number.behind}`.startsWith(unit);
}
