import { maskPrivateNumbers } from '../text/private-numbers.js';

/** What would steer a terminal, turn a text round or hide in it; JSON itself escapes only what is below U+0020. */
const UNSAFE = /[\u007f-\u009f\u2028\u2029]|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu;

/** The key of an item of a list. */
const INDEX = /^\d+$/;

/**
 * A contract as JSON. No number of a person's stands in it whole, in keys neither; what is not to be put on a screen
 * is written as JSON's own escapes, so that every reader gets the same text.
 */
export function renderJson(contract: object): string {
  return `${jsonText(contract, 2)}\n`;
}

/** As `renderJson`: on one line without an indent. */
export function jsonText(value: object, indent?: number): string {
  return JSON.stringify(value, masked, indent).replace(UNSAFE, escaped);
}

function masked(key: string, value: unknown): unknown {
  if (typeof value === 'string') return maskPrivateNumbers(value, INDEX.test(key) ? '' : key);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const keys = Object.keys(value);
  if (keys.every((key) => maskPrivateNumbers(key) === key)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [maskPrivateNumbers(key), each]));
}

function escaped(found: string): string {
  return [...found.split('')].map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}
