import { COUNTABLE } from '../../figures/countable.js';
import { CYCLES } from '../../ledger/cycles.js';
import { kindsFollowed } from '../../ledger/field-values.js';
import type { Entry } from '../../ledger/ledger.js';
import type { Where } from '../../ledger/where.js';
import { nodeAt } from '../../schema/dictionary.js';
import { type Kind, kindTitle } from '../../schema/kinds.js';
import type { ReportContext } from '../context.js';
import { record, text } from '../inlines.js';
import type { Condition } from './condition.js';
import { fieldFigure } from './field-figure.js';

/** The conditions of a target in words: what it counts, and when. */
export function targetConditions(_: ReportContext, target: Entry<'targets'>): readonly Condition[] {
  const { from, until, count, each, per, basis, atLeast } = target.value;
  const wanted = [
    ...whereWords(count.kind, count.where),
    ...(count.sum === undefined ? [] : [`“${fieldTitle(count.kind, count.sum)}”相加`]),
  ];
  const cells = [
    ...(each ? [[`每个${kindTitle(each.kind)}`, ...whereWords(each.kind, each.where)].join('，')] : []),
    ...(per ? [CYCLES[per]] : []),
  ];
  const words = (title: string, content: readonly string[]): Condition[] =>
    content.length === 0 ? [] : [{ title, content: [text(content.join('；'))] }];
  return [
    { title: '目标', content: [record(target)] },
    { title: '期间', content: [{ type: 'date', date: from, until }] },
    ...words('数什么', [kindTitle(count.kind)]),
    ...words('条件', wanted),
    ...words('逐格', cells),
    ...(cells.length > 0 && atLeast !== undefined
      ? [{ title: '每格至少', content: [{ type: 'figure', figure: fieldFigure(target, 'atLeast', atLeast) } as const] }]
      : []),
    ...words('计入', [`${COUNTABLE[count.kind].rule}。`]),
    ...words('口径', basis === undefined ? [] : [basis]),
  ];
}

/** 类型是“义诊”；榜单的类型是“一书记一项目”. */
function whereWords(kind: Kind, where: Where = {}): string[] {
  return Object.entries(where).map(([path, wanted]) => {
    const [field = '', next] = path.split('.');
    const followed = next === undefined ? '' : `的${fieldTitle(kindsFollowed(kind, field)[0] ?? kind, next)}`;
    const values = [wanted].flat().map((value) => `“${value}”`);
    return `${fieldTitle(kind, field)}${followed}是${values.join('或')}`;
  });
}

function fieldTitle(kind: Kind, field: string): string {
  return nodeAt(kind, [field])?.title ?? field;
}
