import type { Block, Cell } from '../../document/report-document.js';
import { cell, text } from '../../reports/inlines.js';
import { type Kind, kindTitle } from '../../schema/kinds.js';
import { BLANK } from './fill-template.js';
import { SETTINGS, settingTitle, WORDS } from './meaning.js';
import { type Name, namesOf } from './names.js';

/** The tags for records of a kind: its fields with what may follow them, and what every template may take. */
export function buildTags(kind: Kind): readonly Block[] {
  return [
    {
      type: 'table',
      title: `${kindTitle(kind)}的标记`,
      columns: [{ title: '标记' }, { title: '英文写法' }, { title: '点后面可以写' }, { title: '几项' }],
      rows: [
        ...namesOf({ kind, path: [] }).map(tagRow),
        ...SETTINGS.map((key) => [cell(`{${settingTitle(key)}}`), cell(`{${key}}`), cell('—'), cell('一')]),
        [cell(`{${WORDS.today}}`), cell('—'), cell('—'), cell('一')],
      ],
      notes: NOTES.map((note) => [text(note)]),
    },
  ];
}

const NOTES = [
  `点后面可以一直写下去，如活动的 {结对.牵头支部.书记.姓名}。不知道的印作${BLANK}。`,
  `多项的，{标记}用顿号连成一串；{#标记}和{/标记}之间的内容每项印一遍，里面写该项的标记，{${WORDS.item}}是这一项，{${WORDS.ordinal}}是第几项。两个各占一段，就重复中间的段落；写在表格同一行的两格里，就重复这一行。`,
  '数字写统计编号，如 {activities@year=2025}；编号里的“编号”是这条记录，如 {activities@pairing=编号}。',
];

function tagRow({ key, title, shapes, isList }: Name): readonly Cell[] {
  const next = new Set(shapes.flatMap(namesOf).map((name) => name.title));
  return [cell(`{${title}}`), cell(`{${key}}`), cell([...next].join('、')), cell(isList ? '多' : '一')];
}
