import { readPeriod } from '../figures/period.js';
import { CYCLES } from '../ledger/cycles.js';
import type { SchemaNode } from '../schema/dictionary.js';
import { isKind, kindTitle } from '../schema/kinds.js';
import { cleanName, foldName } from '../text/clean-name.js';
import { nearest } from '../text/nearest.js';
import { scalarText } from '../text/scalar-text.js';
import { readDate } from './read-date.js';
import { readNumber } from './read-number.js';
import { isSure, type Manner, quoted, type Reading, type Written } from './reading.js';

/** Between several values written for a list. */
const BETWEEN = /[、，,；;\n]+/;

/** What is written means for a field, or for one item of a list. @param node of the field or the item */
export function readValue(node: SchemaNode, written: Written, manner: Manner): Reading {
  const { text } = written;
  const targets = node['x-ref'];
  if (targets !== undefined) return manner.names.reading(text, [targets].flat(), manner.owner);
  if (node.format !== undefined) return readDate(node, written, manner);
  if (node.enum !== undefined) return readChoice(node.enum.map(scalarText), text);
  if (node.type === 'boolean') return readYesNo(text);
  if (node.type === 'integer' || node.type === 'number') return readNumber(node, written);
  if ([node.type].flat().includes('string')) return { value: readText(node, text) };
  return { problem: `${quoted(text)}不能填在这里`, way: '这里是一组内容，用编辑器写', isDoubt: false };
}

/** A text; of a pattern in one line, and 2025年上半年 as 2025-H1 where the pattern asks for that. */
function readText({ pattern }: SchemaNode, text: string): string {
  if (pattern === undefined) return text;
  const period = readPeriod(text)?.id;
  const isPeriod = period !== undefined && new RegExp(pattern, 'u').test(period);
  return isPeriod ? period : text.replace(/\s*\n\s*/g, ' ');
}

/** The values of a list, each once, in a cell or typed with 、 between them. @param item the node of one of them */
export function readList(item: SchemaNode, { text }: Written, manner: Manner): Reading {
  const words = text.split(BETWEEN).map(cleanName);
  const readings = words.filter((word) => word !== '').map((word) => readValue(item, { text: word }, manner));
  const unsure = readings.find((reading) => !isSure(reading));
  if (unsure !== undefined) return unsure;
  const sure = readings.filter(isSure);
  const taken = sure.flatMap((reading) => reading.taken ?? []).join('，');
  return { value: [...new Set(sure.map(({ value }) => value))], ...(taken === '' ? {} : { taken }) };
}

function readChoice(words: readonly string[], text: string): Reading {
  const typed = foldName(text);
  const found = words.find((each) => wordsFor(each).some((name) => foldName(name) === typed));
  if (found !== undefined) return { value: found };
  const near = nearest(text, words);
  const way = near.length > 0 ? `是不是 ${near.join('、')}？` : `可选：${words.join('、')}`;
  return { problem: `${quoted(text)}不在可选内容里`, way, isDoubt: false };
}

/** A word of the schemas, and the Chinese that stands for it. */
export function wordsFor(word: string): readonly string[] {
  if (isKind(word)) return [word, kindTitle(word)];
  return Object.hasOwn(CYCLES, word) ? [word, CYCLES[word as keyof typeof CYCLES]] : [word];
}

const YES = /^(?:是|有|对|真|√|✓|☑|已.{0,4}|yes|y|true|1)$/i;
const NO = /^(?:否|不是|没有|无|假|×|未.{0,4}|no|n|false|0)$/i;

function readYesNo(text: string): Reading {
  const word = foldName(text);
  if (YES.test(word)) return { value: true };
  if (NO.test(word)) return { value: false };
  return { problem: `${quoted(text)}不是“是”或“否”`, way: '写 是 或 否', isDoubt: false };
}
