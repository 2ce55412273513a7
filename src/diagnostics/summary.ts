import type { Language } from './diagnostic.js';

/** The numbers of a run that every format of diagnostics prints. */
export interface Summary {
  readonly files: number;
  readonly records: number;
  readonly errors: number;
  readonly warnings: number;
  /** Findings that their records are excused from; never part of the JSON contract. */
  readonly excused?: number;
}

/** One line with the result of a run, and a second where records are excused from findings. */
export function renderSummary(summary: Summary, language: Language = 'zh'): string {
  return `${language === 'zh' ? inChinese(summary) : inEnglish(summary)}\n`;
}

function inChinese({ files, records, errors, warnings, excused = 0 }: Summary): string {
  const checked = `校验了 ${files} 个文件、${records} 条记录`;
  const found = errors + warnings === 0 ? '，没有发现问题。' : `：${errors} 处必须修改，${warnings} 处请核对。`;
  return `${checked}${found}${excused > 0 ? `\n另有 ${excused} 处已说明理由的例外。` : ''}`;
}

function inEnglish({ files, records, errors, warnings, excused = 0 }: Summary): string {
  const checked = `Checked ${counted(files, 'file')} and ${counted(records, 'record')}`;
  const found =
    errors + warnings === 0 ? 'no problems.' : `${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`;
  return `${checked}: ${found}${excused > 0 ? `\n${counted(excused, 'exception')} with a written reason.` : ''}`;
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
