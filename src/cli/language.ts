import type { Language } from '../diagnostics/diagnostic.js';
import type { Choice } from '../text/choice.js';
import type { GlobalOptions } from './context.js';
import { parseChoice } from './parse-choice.js';

/** The words of `--lang`. */
export const LANGUAGES: readonly Choice<Language>[] = [
  { name: 'zh', chinese: '中文' },
  { name: 'en', chinese: '英文' },
];

/** The language of diagnostics: Chinese unless `--lang` says otherwise. @throws CannotRun for another */
export function languageOf({ lang = 'zh' }: Pick<GlobalOptions, 'lang'>): Language {
  return parseChoice(LANGUAGES, lang, `--lang 的值“${lang}”不是可用的语言`).name;
}
