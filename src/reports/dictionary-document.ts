import type { Block } from '../document/report-document.js';
import { schemaOf } from '../schema/dictionary.js';
import { fieldsOf, fieldType } from '../schema/fields.js';
import { KINDS, type Kind } from '../schema/kinds.js';
import { showValue } from '../schema/show-value.js';
import { cell, text } from './inlines.js';

/** 数据字典: every kind of record, its folder and what it is for. */
export function buildKinds(): readonly Block[] {
  return [
    {
      type: 'table',
      title: '数据字典：记录类别',
      columns: [{ title: '文件夹' }, { title: '类别' }, { title: '说明' }],
      rows: KINDS.map((kind) => [cell(`data/${kind}/`), cell(schemaOf(kind).title), cell(schemaOf(kind).description)]),
      notes: [
        [text('查看某一类的字段：yueyi schema <类别>，例如 yueyi schema activities。总设置：yueyi schema workspace。')],
      ],
    },
  ];
}

/** One kind's fields as its schema describes them. */
export function buildDictionary(kind: Kind | 'workspace'): readonly Block[] {
  const { title = kind, description = '' } = schemaOf(kind);
  return [
    { type: 'paragraph', content: [text(`${title}（${kind}）：${description}`)] },
    {
      type: 'table',
      title: `${title}的字段`,
      columns: [{ title: '字段' }, { title: '名称' }, { title: '内容' }, { title: '说明' }],
      rows: fieldsOf(kind).map(({ path, node, required, example }) => [
        cell(path),
        cell(`${node.title ?? ''}${required ? '*' : ''}`),
        cell(fieldType(node)),
        cell(
          `${node.description ?? ''}${node.default === undefined ? '' : `默认：${showValue(node.default)}。`}${example === undefined ? '' : `例：${showValue(example)}`}`,
        ),
      ]),
      notes: [[text('带 * 的必填。')]],
    },
  ];
}
