import { renderDiagnostics, type TextOptions } from '../../diagnostics/formats/text.js';
import { escapeControls } from '../../text/escape.js';
import { wrap } from '../../text/wrap.js';
import type { GlobalOptions } from '../context.js';
import type { CommitCheck } from './check-commit.js';

/** Whether a commit must not be made. */
export function blocks({ diagnostics, withoutSettings }: CommitCheck, strict: boolean): boolean {
  return withoutSettings.length > 0 || diagnostics.some(({ severity }) => severity === 'error' || strict);
}

/** The message at a commit: the findings, a line that counts them, and what to do where the commit is refused. */
export function renderCommitCheck(
  check: CommitCheck,
  unstaged: readonly string[],
  look: TextOptions,
  { quiet, strict }: Pick<GlobalOptions, 'quiet' | 'strict'>,
): string {
  const lines = [
    ...check.withoutSettings.map(
      (folder) => `${named(folder)} 里没有 workspace.yaml 了，记录还在：把它放回来，或者把记录也移走。`,
    ),
    ...(quiet ? [] : [counted(check)]),
    ...(blocks(check, strict)
      ? [
          ...(unstaged.length > 0
            ? [`校验的是 git add 过的内容；这些文件后来又改过，还没有 add：${unstaged.map(named).join('、')}`]
            : []),
          '没有提交。改好后先 git add，再提交一次。',
          '要先存下来、以后再改的：git commit --no-verify',
        ]
      : []),
  ];
  const closing = lines.flatMap((line) => wrap(line, look.width)).map((line) => `${line}\n`);
  return [renderDiagnostics(check.diagnostics, look), closing.join('')].filter((part) => part !== '').join('\n');
}

function counted({ files, records, diagnostics }: CommitCheck): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const found =
    diagnostics.length === 0 ? '，没有发现问题。' : `：${errors} 处必须修改，${diagnostics.length - errors} 处请核对。`;
  return `提交前校验：台账里改动了 ${files} 个文件、${records} 条记录${found}`;
}

const named = (path: string): string => escapeControls(path);
