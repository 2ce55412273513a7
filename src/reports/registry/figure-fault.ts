import { DIMENSIONS, type Dimension, parseFigureId, readValue, writeValue } from '../../figures/figure-id.js';
import { dimensionsNeeded, dimensionsOf, dimensionValues, knownFigureIds } from '../../figures/known-figures.js';
import type { Ledger } from '../../ledger/ledger.js';
import { nearest } from '../../text/nearest.js';
import { DIMENSION_TITLES } from './explain-conditions.js';

/** What is wrong with a figure id, and suggestions. */
export interface FigureFault {
  readonly message: string;
  readonly way: string;
}

const WHERE = '统计编号用 yueyi progress --ids 或 yueyi report --ids 查看。';

/** The reason why no figure of the ledger has this id. */
export function figureFault(ledger: Ledger, id: string): FigureFault {
  const [measure = '', rest] = id.split('@');
  const known = dimensionsOf(measure);
  if (!known) return unknownMeasure(ledger, id, measure);
  const faulty = (rest ?? '').split(',').flatMap((part) => partFault(ledger, id, part, known))[0];
  if (faulty) return faulty;
  const missing = dimensionsNeeded(measure).find((name) => !id.includes(`${name}=`));
  if (missing) {
    const [example = '…'] = dimensionValues(ledger, { measure, dimensions: {} }, missing) ?? [];
    return {
      message: `“${measure}”要写明是哪一个“${DIMENSION_TITLES[missing]}”`,
      way: `例如 ${measure}@${missing}=${missing === 'year' ? '2025' : example}。`,
    };
  }
  return { message: `没有“${id}”这个统计编号`, way: WHERE };
}

function unknownMeasure(ledger: Ledger, id: string, measure: string): FigureFault {
  if (isCopied(id))
    return { message: `没有印成“${id}”的数字`, way: `材料截至哪一天，就加 --as-of 写明那一天。${WHERE}` };
  const near = nearest(id, ledger.ids('facts'), 3);
  const names = near.length > 0 ? near : nearest(measure, knownFigureIds(ledger), 3);
  const offered = names.map((name) => (id.includes('@') && dimensionsOf(name) ? id.replace(measure, name) : name));
  return {
    message: `没有“${id}”这个统计编号`,
    way: offered.length > 0 ? `是不是 ${offered.join('、')}？` : WHERE,
  };
}

/** Whether a number was typed as a product prints it, and no id. */
function isCopied(typed: string): boolean {
  return /^\D{0,3}[\d.,，]+\D{0,4}$/.test(typed.normalize('NFKC')) && !typed.includes('-');
}

/** What is wrong with one `dimension=value`, if anything is. */
function partFault(ledger: Ledger, id: string, part: string, known: readonly Dimension[]): FigureFault[] {
  if (part === '') return [];
  const [, name = part, written = ''] = /^([^=]*)=(.*)$/.exec(part) ?? [];
  const value = readValue(written);
  const dimension = DIMENSIONS.find((each) => each === name);
  if (dimension === undefined || !known.includes(dimension)) {
    const [near] = nearest(name, known);
    const may = known.map((each) => `${each}（${DIMENSION_TITLES[each]}）`).join('、');
    const [measure = ''] = id.split('@');
    return [{ message: `“${measure}”不能按“${name}”统计`, way: near ? `是不是 ${near}？` : `可以用：${may}。` }];
  }
  const title = DIMENSION_TITLES[dimension];
  const parsed = parseFigureId(id);
  if (dimension === 'year' || dimension === 'month') return periodFault(dimension, value);
  const values = (
    dimensionValues(ledger, parsed ?? { measure: id.split('@')[0] ?? '', dimensions: {} }, dimension) ?? []
  ).filter((each) => each !== undefined);
  if (values.includes(value)) return [];
  const near = nearest(value, values, 3);
  return [
    {
      message: `“${title}”里没有“${value}”（${name}=${value}）`,
      way: near.length > 0 ? `是不是 ${near.map((each) => `${name}=${writeValue(each)}`).join('、')}？` : WHERE,
    },
  ];
}

function periodFault(name: 'year' | 'month', value: string): FigureFault[] {
  if (parseFigureId(`x@${name}=${value}`)) return [];
  const example = name === 'year' ? 'year=2025' : 'month=2025-03';
  return [{ message: `“${name}=${value}”不是${DIMENSION_TITLES[name]}`, way: `写成 ${example} 的样子。` }];
}
