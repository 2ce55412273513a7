/** What every way of writing diagnostics is told of the run. */
export interface Summary {
  readonly files: number;
  readonly records: number;
  readonly errors: number;
  readonly warnings: number;
}

/** One line that says how it went. */
export function renderSummary({ files, records, errors, warnings }: Summary): string {
  const checked = `校验了 ${files} 个文件、${records} 条记录`;
  if (errors + warnings === 0) return `${checked}，没有发现问题。\n`;
  return `${checked}：${errors} 处必须修改，${warnings} 处请核对。\n`;
}
