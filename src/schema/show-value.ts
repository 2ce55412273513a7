import { escapeControls } from '../text/escape.js';
import { maskPrivateNumbers } from '../text/private-numbers.js';
import { scalarText } from '../text/scalar-text.js';

const LONGEST = 40;
/** As much as a number of a person's may take, and the word before it. */
const MARGIN = 60;

/** A value as it would be typed in YAML: on one line, shortened, control characters escaped. */
export function showValue(value: unknown, longest = LONGEST): string {
  if (value === undefined || value === null) return '空';
  const text = typeof value === 'string' ? quoted(beginning(value, longest)) : flow(value, longest);
  const safe = escapeControls(text);
  return safe.length > longest ? `${safe.slice(0, longest)}…` : safe;
}

/** What is shown of a long text, masked before it is cut: half a number would not be found. */
function beginning(text: string, longest: number): string {
  return maskPrivateNumbers(text.slice(0, longest + MARGIN)).slice(0, longest + 1);
}

/** A text of digits (a telephone number) keeps quotes: without them it would be a number. */
function quoted(text: string): string {
  return /^[-+]?[\d.]+$/.test(text) ? `"${text}"` : text;
}

function flow(value: unknown, room: number): string {
  if (Array.isArray(value)) return `[${listed(value.values(), (item) => flow(item, room), room)}]`;
  if (typeof value === 'string') return quoted(beginning(value, room));
  if (value === null || typeof value !== 'object') return value === null ? 'null' : scalarText(value);
  return `{${listed(Object.keys(value).values(), (key) => `${key}: ${flow((value as Record<string, unknown>)[key], room)}`, room)}}`;
}

/** Items joined by commas; stops once the text is longer than `room`. */
function listed<T>(items: Iterable<T>, show: (item: T) => string, room: number): string {
  let text = '';
  for (const item of items) {
    text += `${text === '' ? '' : ', '}${show(item)}`;
    if (text.length > room) break;
  }
  return text;
}
