import type { ProgramPath } from '../context.js';

/** Marks a hook as ours, which may be replaced or removed. */
const MARK = '# yueyi-hook: 提交前校验台账，由 yueyi hook install 装上，用 yueyi hook uninstall 取下';

/** Whether a hook is ours. */
export function isOurs(script: string): boolean {
  return script.split('\n').includes(MARK);
}

/** The pre-commit hook: it runs yueyi from where it was installed, else from the PATH, and reports where it is gone. */
export function hookScript({ node, script }: ProgramPath, data: string | undefined): string {
  const args = ['hook run', ...(data === undefined ? [] : [`--data ${quoted(data)}`])].join(' ');
  return `#!/bin/sh
${MARK}
node=${quoted(slashed(node))}
yueyi=${quoted(slashed(script))}
[ -x "$node" ] || node=$(command -v node)
if [ -f "$yueyi" ] && [ -n "$node" ]; then exec "$node" "$yueyi" ${args}; fi
if command -v yueyi >/dev/null 2>&1; then exec yueyi ${args}; fi
echo "没有提交：提交前要校验台账，但找不到 yueyi（原来在 $yueyi）。" >&2
echo "装好 yueyi 后重新运行 yueyi hook install；不再需要校验的，删去 $0。" >&2
exit 1
`;
}

/** The line that adds the check to an existing hook. */
export function chainLine({ node, script }: ProgramPath): string {
  return `${quoted(slashed(node))} ${quoted(slashed(script))} hook run || exit 1`;
}

/** A word quoted for the shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A path with slashes, for the shell of git for Windows. */
export function slashed(path: string): string {
  return /^[A-Za-z]:\\/.test(path) ? path.replaceAll('\\', '/') : path;
}
