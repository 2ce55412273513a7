import { DRY_RUN } from '../options.js';
import { KIND_CHOICES, parseKind } from '../parse-kind.js';
import type { CommandSpec, Run } from './command.js';

interface Options {
  readonly kind?: string;
  readonly dryRun?: boolean;
}

export const remove: CommandSpec<Options> = {
  name: 'remove',
  chinese: '删除',
  argument: { flags: '<编号或名称...>' },
  group: '登记和校验',
  summary: '删去登错的记录；还有别的记录引用它就不删',
  atRevision: false,
  options: [{ flags: '--kind <类别>', text: '只在这一类里找：', choices: () => KIND_CHOICES }, DRY_RUN],
  examples: ['yueyi remove 2025-03-20-东湖春分义诊', 'yueyi 删除 东湖 --kind 结对 --dry-run'],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const { args, options } = run;
  const kinds = options.kind === undefined ? undefined : [parseKind(options.kind)];
  const [{ editLedger }, { recordMeant }, { conversationOf }] = await Promise.all([
    import('../edit-ledger.js'),
    import('../record-words.js'),
    import('../ask/conversation.js'),
  ]);
  const conversation = conversationOf(run);
  return editLedger(run, {
    conversation,
    what: `remove ${args.join(' ')}`,
    plan: async (opened, edit) => {
      for (const word of args) edit.remove(await recordMeant(opened.ledger, word, kinds, conversation));
    },
  });
}
