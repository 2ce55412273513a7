import type { Diagnostic, Language } from './diagnostic.js';

const STOP: Readonly<Record<Language, string>> = { zh: '。', en: '. ' };

/** What is wrong and what to do about it in one line, for readers that show one text. */
export function oneLine({ message, hint }: Pick<Diagnostic, 'message' | 'hint'>, language: Language): string {
  if (hint === '') return message;
  return /[。！？.!?]$/.test(message)
    ? `${message}${language === 'en' ? ' ' : ''}${hint}`
    : `${message}${STOP[language]}${hint}`;
}
