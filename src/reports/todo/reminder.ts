import { weekdayName } from '../../calendar/weekday.js';
import type { Figure } from '../../document/figure.js';
import type { Block, Inline } from '../../document/report-document.js';
import type { TodoItem, TodoType } from '../../figures/todo/todo-item.js';
import { type Entry, isOf, labelOf } from '../../ledger/ledger.js';
import { officeName, type ReportContext } from '../context.js';
import { amount, day, record, sentence, text } from '../inlines.js';
import { contentOf, partnerNames } from './todo-cells.js';

/** Whom a 催报 is for, and the day by which an answer is asked for. */
export interface Reminder {
  readonly branch: Entry<'branches'>;
  readonly replyBy: string;
}

/**
 * 催报: what a branch is asked to see to, by when, and which document asks for it, to be pasted into a message. It
 * speaks to the branch and names no person.
 */
export function reminderBlocks(
  context: ReportContext,
  items: readonly TodoItem[],
  reminding: Reminder,
  count: Figure,
): Block[] {
  return [
    { type: 'heading', id: 'reminder', level: 1, number: '', title: '催报' },
    ...reminderMessage(context, items, reminding, sentence`贵支部还有以下${amount(count)}待办`),
  ];
}

/** The message alone. @param what what the list is of, within its first sentence */
export function reminderMessage(
  context: ReportContext,
  items: readonly TodoItem[],
  { branch, replyBy }: Reminder,
  what: readonly Inline[],
): Block[] {
  const asked = sentence`请于${day(replyBy)}（${weekdayName(replyBy)}）前办理，并回复${officeName(context)}`;
  return [
    paragraph(sentence`${record(branch)}：您好！截至${day(context.asOf)}，${what}，${asked}：`),
    ...items.map((item, index) =>
      paragraph([
        { type: 'ordinal', value: index + 1 },
        text('. '),
        ...request(context, item),
        ...basis(context, item.entry),
        text(index === items.length - 1 ? '。' : '；'),
      ]),
    ),
    paragraph(sentence`谢谢支持！`),
    ...signed(context),
  ];
}

/** The office and the day under a message. */
export function signed(context: ReportContext): Block[] {
  return [[text(officeName(context))], [day(context.asOf)]].map((line) => ({ ...paragraph(line), isSignature: true }));
}

export function paragraph(content: readonly Inline[]): Block {
  return { type: 'paragraph', content };
}

/** The document that a request rests on: the record's own, else that of its board or pairing; nothing where none is known. */
function basis({ ledger }: ReportContext, entry: Entry): readonly Inline[] {
  const above = isOf(entry, 'tasks')
    ? ledger.get('boards', entry.value.board)
    : isOf(entry, 'agreements') && ledger.get('pairings', entry.value.pairing);
  const named = [entry, above].flatMap((each) => (each ? [each.value.source] : []));
  const document = ledger.get(
    'sources',
    named.find((source) => source !== undefined),
  );
  return document ? sentence`（依据${record(document, document.id)}）` : [];
}

type Wish = (context: ReportContext, item: TodoItem) => readonly Inline[];

const task: Wish = (_, item) => sentence`任务${titled(item.entry)}${milestone(item)}`;
const agreement: Wish = (context, { entry }) => sentence`与${partnerNames(context, entry)}的结对协议`;
const order: Wish = ({ ledger }, { entry }) => {
  const { orderedBy, need } = contentOf('requests', entry);
  const who = ledger.get('organizations', orderedBy);
  return sentence`${who ? record(who) : orderedBy}点单的${titled(entry, need)}`;
};

/** The request for each kind of item. */
const WISHES = {
  待确认: (_, item) => sentence`活动${titled(item.entry)}（${due(item)}）是否已经开展，请核实后告知`,
  日期未到: (_, item) => sentence`活动${titled(item.entry)}已报开展，日期却是${due(item)}，请核实后告知`,
  逾期: (context, item) => sentence`${task(context, item)}，期限${due(item)}已过，请告知进展`,
  节点逾期: (context, item) => sentence`${task(context, item)}，期限${due(item)}已过，请告知进展`,
  即将到期: (context, item) =>
    item.group === '协议'
      ? sentence`${agreement(context, item)}将于${due(item)}到期，请与对方商定是否续签`
      : sentence`${task(context, item)}，期限${due(item)}，请按期完成`,
  节点即将到期: (context, item) => sentence`${task(context, item)}，期限${due(item)}，请按期完成`,
  未整改: (_, item) => sentence`督查发现的“${text(item.part ?? '')}”问题，整改期限${due(item)}已过，请告知整改情况`,
  待派单: (context, item) => sentence`${order(context, item)}还没有派单，请予关注`,
  待接单: (context, item) => sentence`${order(context, item)}已经派单，请接单`,
  待办单: (context, item) => sentence`${order(context, item)}还没有办结，请告知进展`,
  已到期: (context, item) => sentence`${agreement(context, item)}已于${due(item)}到期，请与对方商定是否续签`,
  待对方签章: (context, item) => sentence`${agreement(context, item)}，${otherSide(item)}`,
  未签订: (context, item) => sentence`${agreement(context, item)}尚未签订，请抓紧办理`,
  未登记协议: (context, item) => sentence`${agreement(context, item)}尚未登记，如已签订请报送协议，未签订请告知进展`,
  未完成: (_, item) => unmet(item),
  本期未完成: (_, item) => unmet(item),
  空白: (_, item) => sentence`${item.occasion ?? ''}（${due(item)}）还没有活动，请考虑安排`,
  即将到来: (_, item) => sentence`${item.occasion ?? ''}（${due(item)}）将到，请考虑安排活动`,
} satisfies Record<TodoType, Wish>;

function request(context: ReportContext, item: TodoItem): readonly Inline[] {
  const wish: Wish = WISHES[item.type];
  return wish(context, item);
}

function due({ date }: TodoItem): readonly Inline[] {
  return date === undefined ? [] : [day(date)];
}

function milestone({ entry, part }: TodoItem): readonly Inline[] {
  return part === undefined ? [] : sentence`的节点${titled({ ...entry, sample: false }, part)}`;
}

/** The side whose signature is missing. */
function otherSide(item: TodoItem): readonly Inline[] {
  const signed = contentOf('agreements', item.entry).signed?.find(({ on }) => on === item.date);
  return signed?.side === '乙方'
    ? sentence`对方已于${due(item)}签章，请贵支部签章`
    : sentence`贵支部已于${due(item)}签章，请联系对方签章`;
}

/** The target's title, where no record can be named. */
function unmet(item: TodoItem): readonly Inline[] {
  const { entry, date = '', until, type } = item;
  if (until === undefined) return sentence`${titled(entry)}还没有贵支部的登记，期限${due(item)}，请报送`;
  const period: Inline = { type: 'date', date, until };
  const ask = type === '本期未完成' ? '请按期完成' : '如已完成请补报';
  return sentence`${titled(entry)}${period}还没有贵支部的登记，${ask}`;
}

/** A title in quotation marks, unless it has its own. */
function titled(entry: Entry, label = labelOf(entry)): readonly Inline[] {
  const name = record(entry, label);
  return label.startsWith('“') ? [name] : [text('“'), name, text('”')];
}
