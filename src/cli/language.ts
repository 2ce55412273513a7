import type { Language } from '../diagnostics/diagnostic.js';
import type { GlobalOptions } from './context.js';
import { CannotRun } from './errors.js';

/** The language of diagnostics: Chinese unless `--lang` says otherwise. @throws CannotRun for another */
export function languageOf({ lang = 'zh' }: Pick<GlobalOptions, 'lang'>): Language {
  if (lang === 'zh' || lang === 'en') return lang;
  throw new CannotRun(`--lang 的值“${lang}”不是可用的语言`, '可用的语言：zh（中文）、en（英文）。');
}
