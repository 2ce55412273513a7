import type { Diagnostic, Language } from './diagnostic.js';

const STOP: Readonly<Record<Language, string>> = { zh: '。', en: '. ' };

/** Message and hint in one line, for formats that show a single text. */
export function oneLine({ message, hint }: Pick<Diagnostic, 'message' | 'hint'>, language: Language): string {
  if (hint === '') return message;
  return /[。！？.!?]$/.test(message)
    ? `${message}${language === 'en' ? ' ' : ''}${hint}`
    : `${message}${STOP[language]}${hint}`;
}
