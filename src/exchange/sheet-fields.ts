import { type Field, ownFields, STATE_PATH } from '../reports/registry/field.js';
import type { SchemaNode } from '../schema/dictionary.js';
import { nodeAt } from '../schema/dictionary.js';
import { fieldsOf } from '../schema/fields.js';
import { type Kind, kindTitle } from '../schema/kinds.js';
import { scalarText } from '../text/scalar-text.js';

/** A field of a record that a column of a sheet may hold. */
export interface SheetField {
  /** The heading of its column, without a unit. */
  readonly title: string;
  /** Other headings that mean it. */
  readonly others: readonly string[];
  /** Field names from the record to the value. */
  readonly path: readonly string[];
  readonly node: SchemaNode;
  /** What one value is: an item of a list, else the field itself. */
  readonly item: SchemaNode;
  readonly required: boolean;
  /** The column says that this step of the record's events was done: its day, or 是. */
  readonly step?: string;
}

/** What offices call a field beside its title; the kind's name before a title (活动名称) needs no row. */
const ALIASES: Partial<Record<Kind, Readonly<Record<string, readonly string[]>>>> = {
  activities: {
    title: ['活动主题', '主题', '活动内容', '项目名称'],
    date: ['时间', '活动时间', '开展日期', '开展时间', '举办日期', '举办时间'],
    until: ['结束日期', '结束时间'],
    types: ['活动类别', '类别', '形式', '活动形式'],
    pairings: ['结对单位', '联建单位', '共建单位', '服务单位'],
    lead: ['牵头支部', '牵头单位', '主办支部', '主办单位', '承办支部', '党支部', '支部'],
    assist: ['协助支部', '协办支部', '协办单位', '配合支部'],
    joined: ['参与支部', '参加支部', '参与科室'],
    place: ['活动地点', '地址'],
    volunteers: ['志愿者人数', '志愿者人次', '参加人数', '参与人数', '医务人员数'],
    beneficiaries: ['服务人次', '服务群众', '服务人数', '受益人次', '受益人数', '惠及群众', '服务群众人次'],
    hours: ['服务时长', '服务时数'],
    linkages: ['五联', '联建形式'],
  },
  publications: {
    title: ['标题', '稿件名称', '题目'],
    date: ['时间', '发布日期', '发布时间', '刊发日期'],
    channel: ['媒体', '发布媒体', '刊发媒体', '平台'],
    branch: ['支部', '报送支部'],
  },
  meetings: { title: ['会议名称', '主题'], date: ['时间', '会议时间', '召开日期'] },
  inspections: { date: ['督查时间', '督查日期', '时间'] },
};

/** More steps than these are those of several sorts of boards: a sheet has no columns for them. */
const MOST_STEPS = 8;

/** The fields of a kind that a sheet may hold, in the order of the dictionary, then a column for each step. */
export function sheetFields(kind: Kind): readonly SheetField[] {
  return [
    ...ownFields(kind)
      .filter(({ path }) => path !== STATE_PATH && path !== 'excuse')
      .flatMap((field) => plainFields(kind, field)),
    ...stepFields(kind),
  ];
}

function plainFields(kind: Kind, field: Field): SheetField[] {
  const { path, title, node, item, required, nested } = field;
  if (!nested) {
    const others = [path, `${kindTitle(kind)}${title}`, ...(ALIASES[kind]?.[path] ?? [])];
    return [{ title, others, path: [path], node, item, required }];
  }
  if (node.items) return [];
  const prefix = `${path}.`;
  return fieldsOf(kind)
    .filter((row) => row.path.startsWith(prefix) && !/[.[]/.test(row.path.slice(prefix.length)) && isPlain(row.node))
    .map(({ path: inner, node: child }) => {
      const key = inner.slice(prefix.length);
      return {
        title: `${title}·${child.title ?? key}`,
        others: [inner, `${title}${child.title ?? key}`],
        path: [path, key],
        node: child,
        item: child,
        required: false,
      };
    });
}

/** Whether a value stands in one cell. */
function isPlain({ type, properties }: SchemaNode): boolean {
  return properties === undefined && type !== 'object';
}

function stepFields(kind: Kind): SheetField[] {
  const on = nodeAt(kind, ['events', '0', 'on']);
  const steps = nodeAt(kind, ['events', '0', 'step'])?.enum?.map(scalarText) ?? [];
  if (!on || steps.length > MOST_STEPS) return [];
  return steps.map((step) => ({
    title: step,
    others: [`${step}日期`, `${step}时间`],
    path: ['events'],
    node: on,
    item: on,
    required: false,
    step,
  }));
}
