import { readList, readValue } from '../edit/read-value.js';
import type { Manner, Reading, Unsure } from '../edit/reading.js';
import { findPrivateNumbers } from '../text/private-numbers.js';
import type { SheetCell } from './sheet.js';
import type { SheetField } from './sheet-fields.js';

/** What stands in a cell where nothing is meant. */
const NOTHING = /^(?:[-—–－/／\\、.·]+|无|暂无|没有)$/;

/** What a cell means for a field; null for an empty one. */
export function readCell(field: SheetField, cell: SheetCell, manner: Manner): Reading | null {
  if (cell.fault !== undefined) return refused(cell.fault);
  if (cell.text === '' || (NOTHING.test(cell.text) && field.node.type !== 'boolean')) return null;
  if (findPrivateNumbers(cell.text).length > 0) return refused('这一格里有个人的号码，不能存进台账', '删去号码');
  if (field.node.items === undefined) return readValue(field.item, cell, manner);
  const list = readList(field.item, cell, manner);
  return 'value' in list && Array.isArray(list.value) && list.value.length === 0 ? null : list;
}

const refused = (problem: string, way = ''): Unsure => ({ problem, way, isDoubt: false });
