import type { Language } from './diagnostic.js';

/** What every way of writing diagnostics is told of the run. */
export interface Summary {
  readonly files: number;
  readonly records: number;
  readonly errors: number;
  readonly warnings: number;
}

/** One line that says how it went. */
export function renderSummary(summary: Summary, language: Language = 'zh'): string {
  return `${language === 'zh' ? inChinese(summary) : inEnglish(summary)}\n`;
}

function inChinese({ files, records, errors, warnings }: Summary): string {
  const checked = `校验了 ${files} 个文件、${records} 条记录`;
  return errors + warnings === 0
    ? `${checked}，没有发现问题。`
    : `${checked}：${errors} 处必须修改，${warnings} 处请核对。`;
}

function inEnglish({ files, records, errors, warnings }: Summary): string {
  const checked = `Checked ${counted(files, 'file')} and ${counted(records, 'record')}`;
  if (errors + warnings === 0) return `${checked}: no problems.`;
  return `${checked}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`;
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
