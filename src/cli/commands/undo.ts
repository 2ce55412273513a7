import type { CommandSpec, Run } from './command.js';

export interface UndoOptions {
  readonly dryRun?: boolean;
  readonly list?: boolean;
}

export const undo: CommandSpec<UndoOptions> = {
  name: 'undo',
  chinese: '撤回',
  group: '登记和校验',
  summary: '撤回上一次写入台账的改动，可一直撤回到二十次以前',
  atRevision: false,
  options: [
    { flags: '--list', text: '列出还能撤回的各次写入，不撤回' },
    { flags: '--dry-run', text: '只显示会撤回什么，不写入' },
  ],
  examples: ['yueyi undo --dry-run', 'yueyi 撤回'],
  run: async (run: Run<UndoOptions>) => (await import('../undo-write.js')).undoWrite(run),
};
