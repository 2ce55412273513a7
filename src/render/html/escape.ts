import { shownLines } from '../../text/shown-text.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute: markup in it stays text, private numbers are masked, nothing is invisible. */
export function escapeHtml(text: string): string {
  return shownLines(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** An object for a `<script type="application/json">`: nothing in it can end the element or begin another. */
export function escapeJson(data: object): string {
  const shown = JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? shownLines(value) : value));
  return shown.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
