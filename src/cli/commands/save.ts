import type { CommandSpec, Run } from './command.js';

export interface SaveOptions {
  readonly message?: string;
  readonly dryRun?: boolean;
  readonly push: boolean;
}

export const save: CommandSpec<SaveOptions> = {
  name: 'save',
  chinese: '保存',
  also: ['提交'],
  group: '登记和校验',
  summary: '校验，列出改动，提交到 git，有远程仓库的再合并、推送',
  atRevision: false,
  options: [
    { flags: '-m, --message <文字>', text: '提交说明；不写就由改动的记录写成' },
    { flags: '--dry-run', text: '只列出会提交什么，不提交' },
    { flags: '--no-push', text: '只提交在本机' },
  ],
  examples: ['yueyi save', 'yueyi 保存 -m 补登三月活动', 'yueyi save --dry-run'],
  run: async (run: Run<SaveOptions>): Promise<number> => (await import('../save/save.js')).save(run),
};
