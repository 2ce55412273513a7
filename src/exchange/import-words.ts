import { scalarText } from '../text/scalar-text.js';

/** A value of a field as a table shows it. */
export function shownValue(value: unknown): string {
  if (value === undefined) return '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return Array.isArray(value) ? value.map(scalarText).join('、') : scalarText(value);
}
