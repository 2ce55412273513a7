import { escapeControls } from '../text/escape.js';

const LONGEST = 40;

/** A value as it would be typed in YAML, on one line, shortened, safe to print. */
export function showValue(value: unknown, longest = LONGEST): string {
  if (value === undefined || value === null) return '空';
  const text = typeof value === 'string' ? quoted(value) : flow(value);
  const safe = escapeControls(text);
  return safe.length > longest ? `${safe.slice(0, longest)}…` : safe;
}

/** A text of digits (a telephone number) would be read as a number without its quotes. */
function quoted(text: string): string {
  return /^[-+]?[\d.]+$/.test(text) ? `"${text}"` : text;
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value !== 'object') return String(value);
  return `{${Object.entries(value)
    .map(([key, child]) => `${key}: ${flow(child)}`)
    .join(', ')}}`;
}
