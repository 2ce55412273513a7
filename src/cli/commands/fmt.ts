import type { CommandSpec, Run } from './command.js';

export interface FormatOptions {
  readonly check?: boolean;
}

export const fmt: CommandSpec<FormatOptions> = {
  name: 'fmt',
  chinese: '整理',
  also: ['格式'],
  argument: { flags: '[路径...]' },
  group: '登记和校验',
  summary: '把记录文件整理成统一的写法，内容和注释不变',
  atRevision: false,
  options: [{ flags: '--check', text: '只列出要整理的文件，不写入；有就以 1 退出' }],
  examples: ['yueyi fmt', 'yueyi 整理 data/activities/2025-03.yaml', 'yueyi fmt --check'],
  run: async (run: Run<FormatOptions>) => (await import('../format-ledger.js')).formatLedger(run),
};
