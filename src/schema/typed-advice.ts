import type { InBoth } from '../diagnostics/diagnostic.js';
import type { ValueText } from '../source/locate.js';
import { escapeControls } from '../text/escape.js';
import { scalarText } from '../text/scalar-text.js';
import { lacksYear } from '../text/typed-date.js';
import type { SchemaNode } from './dictionary.js';
import { inexactAdvice } from './inexact-value.js';
import { type Meant, meantValue } from './meant-value.js';
import { isText } from './type-name.js';

/** An invalid value, the schema of its field, and how it was typed. */
interface InvalidValue {
  readonly node: SchemaNode;
  readonly key: string;
  /** The value is an item of the list `key`. */
  readonly inList: boolean;
  readonly value: unknown;
  readonly source: ValueText | null;
  /** The `unit` field of its record. */
  readonly unit: unknown;
  /** The fields that may stand beside it. */
  readonly beside: Readonly<Record<string, SchemaNode>>;
  /** The year that its file names. */
  readonly year: string;
}

/** Advice on one typed value, instead of the general advice on its field. */
interface Advice {
  readonly way?: InBoth;
  /** What to replace it with; only where it has a single meaning. */
  readonly repair?: string;
  /** Where the mistake is, if not at the value. */
  readonly offsets?: readonly [start: number, end: number];
  /** The value as it was typed, where parsing has changed it: 3.10 became 3.1. */
  readonly shown?: InBoth;
}

const LONGEST = 40;

/** Advice on a value typed where a number, a date, a name or a choice is wanted; empty where its meaning is unknown. */
export function typedAdvice({ node, key, inList, value, source, unit, beside, year }: InvalidValue): Advice {
  const comment = source?.comment;
  if (value === null && comment && /^#\S/.test(comment.text))
    return { way: parsedAsComment(key, inList, comment.text), offsets: comment.offsets };
  const text = source?.text ?? scalarText(value);
  const meant = meantValue(node, { value, text, unit });
  const shown = asTyped(node, value, text);
  if (meant === null) {
    const way = inList ? null : inexactAdvice({ node, key, value, beside, year });
    return { ...(way ? { way } : dateWithoutYear(node, value)), ...shown };
  }
  const yaml = line(key, inList, meant.yaml);
  if (meant.units) return { way: otherUnit(yaml, meant.units), ...shown };
  // A repair keeps the number of lines.
  const isRepair = meant.sure && !text.includes('\n');
  const quoted = isText(node) && meant.yaml.startsWith('"');
  const zh = `${meant.sure ? '改成' : '如果是这个意思，写成'}：${yaml}${quoted ? '（写在引号里）' : ''}。`;
  const en = `${meant.sure ? 'Write' : 'If this is what is meant, write'}: ${yaml}${quoted ? ' (in quotation marks)' : ''}.`;
  return { way: { zh, en }, ...(isRepair ? { repair: meant.yaml } : {}), ...shown };
}

function otherUnit(yaml: string, { typed, own }: NonNullable<Meant['units']>): InBoth {
  return {
    zh: `这里按“${own}”计，不是“${typed}”：数没有错，就只写数字：${yaml}。`,
    en: `This is counted in ${own}, not in ${typed}: if the number is right, write it alone: ${yaml}.`,
  };
}

/** A number as it was typed, and a date without the quotation marks that a text of digits would need. */
function asTyped({ format }: SchemaNode, value: unknown, text: string): Pick<Advice, 'shown'> {
  const typed = typeof value === 'number' ? text : format?.endsWith('date') && typeof value === 'string' ? value : '';
  if (typed === '' || typed.length > LONGEST) return {};
  const shown = escapeControls(typed);
  return { shown: { zh: shown, en: shown } };
}

function dateWithoutYear({ format }: SchemaNode, value: unknown): Advice | null {
  if (!format?.endsWith('date') || typeof value !== 'string' || !lacksYear(value)) return null;
  return {
    way: {
      zh: '没有写年份，哪一年不能替您猜：补上年份，写成“年-月-日”，如 2025-03-15。',
      en: 'The year is missing and cannot be guessed: write year-month-day, such as 2025-03-15.',
    },
  };
}

function parsedAsComment(key: string, inList: boolean, comment: string): InBoth {
  const yaml = line(key, inList, JSON.stringify(escapeControls(comment.slice(0, LONGEST))));
  return {
    zh: `“#”和它后面的字被当成了注释，这里就空着：内容以 # 开头时写在引号里，如 ${yaml}；真是注释，就把字段一起删去。`,
    en: `“#” and what follows is taken for a comment, so nothing is left: put content that begins with # into quotation marks, ${yaml}; if it is a comment, delete the field.`,
  };
}

const line = (key: string, inList: boolean, yaml: string): string => (inList || key === '' ? yaml : `${key}: ${yaml}`);
