import { CYCLES } from '../reports/registry/target-conditions.js';
import type { SchemaNode } from '../schema/dictionary.js';
import { isKind, kindTitle } from '../schema/kinds.js';
import { isText } from '../schema/type-name.js';
import { cleanName, foldName } from '../text/clean-name.js';
import { findPrivateNumbers } from '../text/private-numbers.js';
import { scalarText } from '../text/scalar-text.js';
import { readTypedNumber } from '../text/typed-number.js';
import { isSure, type Reading } from './cell-reading.js';
import { readDay } from './day-reading.js';
import type { NameReader } from './name-reading.js';
import type { SheetCell } from './sheet.js';
import type { SheetField } from './sheet-fields.js';

/** What stands in a cell where nothing is meant. */
const NOTHING = /^[-—–－/／\\、.·]+$/;
/** Between several values in a cell. */
const BETWEEN = /[、，,；;\n]+/;
const LONGEST_SHOWN = 20;

/** What a cell means for a field; null for an empty one. */
export function readCell(field: SheetField, cell: SheetCell, names: NameReader): Reading | null {
  if (cell.fault !== undefined) return { fault: cell.fault };
  if (cell.text === '' || NOTHING.test(cell.text)) return null;
  if (findPrivateNumbers(cell.text).length > 0) return { fault: '这一格里有个人的号码，不能存进台账：删去号码' };
  return field.node.items === undefined ? readValue(field.item, cell, names) : readList(field, cell, names);
}

function readList(field: SheetField, cell: SheetCell, names: NameReader): Reading | null {
  const parts = cell.text
    .split(BETWEEN)
    .map(cleanName)
    .filter((part) => part !== '');
  const readings = parts.map((text) => readValue(field.item, { text }, names));
  const unsure = readings.find((reading) => !isSure(reading));
  if (unsure !== undefined) return unsure;
  const sure = readings.filter(isSure);
  const taken = sure.flatMap((reading) => reading.taken ?? []).join('，');
  if (sure.length === 0) return null;
  return { value: [...new Set(sure.map(({ value }) => value))], ...(taken === '' ? {} : { taken }) };
}

function readValue(node: SchemaNode, cell: SheetCell, names: NameReader): Reading {
  const targets = node['x-ref'];
  if (targets !== undefined) return names.reading(cell.text, [targets].flat());
  if (node.format === 'date' || node.format === 'partial-date') return readDay(node, cell);
  if (node.enum !== undefined) return readChoice(node.enum, cell.text);
  if (node.type === 'boolean') return readYesNo(cell.text);
  if (node.type === 'integer' || node.type === 'number') return readNumber(node, cell);
  if (isText(node)) return { value: node.pattern === undefined ? cell.text : cell.text.replace(/\s*\n\s*/g, ' ') };
  return { fault: `“${shown(cell.text)}”不能填在这里` };
}

function readChoice(words: readonly unknown[], typed: string): Reading {
  const word = foldName(typed);
  const found = words.find((each) => wordsFor(scalarText(each)).some((name) => foldName(name) === word));
  return found === undefined
    ? { fault: `“${shown(typed)}”不在可选内容里：${words.map(scalarText).join('、')}` }
    : { value: found };
}

/** A word of the schemas, and the Chinese that stands for it in a sheet. */
function wordsFor(word: string): readonly string[] {
  if (isKind(word)) return [word, kindTitle(word)];
  return Object.hasOwn(CYCLES, word) ? [word, CYCLES[word as keyof typeof CYCLES]] : [word];
}

const YES = /^(?:是|有|对|√|✓|☑|已.{0,4}|yes|y|true|1)$/i;
const NO = /^(?:否|不是|没有|无|×|未.{0,4}|no|n|false|0)$/i;

function readYesNo(typed: string): Reading {
  if (YES.test(typed)) return { value: true };
  return NO.test(typed) ? { value: false } : { fault: `“${shown(typed)}”要写成 是 或 否` };
}

/** 约86, 86余人, 不少于86: the number with its hedge. */
const HEDGED = /^(约|近|不少于)?\s*(.*?)(余|多)?([\p{Script=Han}]*)$/u;
/** Units that people write for those of the dictionary. */
const SAME_UNITS: Readonly<Record<string, readonly string[]>> = {
  人次: ['人', '名', '人次'],
  小时: ['个小时', '时', 'h'],
};

/** A number, with its hedge for the field beside it (受益群众约数). */
function readNumber({ type, 'x-unit': unit = '' }: SchemaNode, { text, number }: SheetCell): Reading {
  if (number !== undefined) return wholeOr(type, number, text);
  const [, before = '', digits = '', after = '', word = ''] = HEDGED.exec(text.replace(/\s/g, '')) ?? [];
  const typed = readTypedNumber(digits + (after === '' ? word : ''));
  if (typed === null) return { fault: `“${shown(text)}”不是一个确切的数` };
  const written = after === '' ? typed.unit : word;
  if (written !== '' && written !== unit && !SAME_UNITS[unit]?.includes(written))
    return { doubt: `“${shown(text)}”的单位是${written}，这里按${unit === '' ? '无单位' : unit}计，写明数字` };
  if (typed.rounded) return { doubt: `“${shown(text)}”是约数，写成确切的数` };
  const hedge = after === '' ? before : '余';
  const reading = wholeOr(type, Number(typed.number), text);
  return hedge === '' || !isSure(reading) ? reading : { ...reading, beside: { Bound: hedge } };
}

function wholeOr(type: SchemaNode['type'], number: number, text: string): Reading {
  return type === 'integer' && !Number.isInteger(number) ? { fault: `“${shown(text)}”要写整数` } : { value: number };
}

function shown(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
