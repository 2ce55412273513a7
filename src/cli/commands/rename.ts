import { CannotRun } from '../errors.js';
import { DRY_RUN } from '../options.js';
import { KIND_CHOICES, parseKind } from '../parse-kind.js';
import type { CommandSpec, Run } from './command.js';

interface Options {
  readonly kind?: string;
  readonly dryRun?: boolean;
}

export const rename: CommandSpec<Options> = {
  name: 'rename',
  chinese: '改名',
  argument: { flags: '<编号或名称...>', text: '哪一条记录，后面写新的编号' },
  group: '登记和校验',
  summary: '改一条记录的编号，引用它、提到它的地方一起改',
  atRevision: false,
  options: [{ flags: '--kind <类别>', text: '只在这一类里找：', choices: () => KIND_CHOICES }, DRY_RUN],
  examples: ['yueyi rename 2025-03-15-义诊 2025-03-15-东湖春季义诊', 'yueyi 改名 东湖 东湖街道 --kind 结对'],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const { args, options } = run;
  const [word, id, ...more] = args;
  if (word === undefined || id === undefined || more.length > 0)
    throw new CannotRun('要写两个名称：原来的和新的', '例如 yueyi rename 东湖 东湖街道 --kind 结对。');
  const kinds = options.kind === undefined ? undefined : [parseKind(options.kind)];
  const [{ editLedger }, { recordMeant }, { renamingWrites }, { conversationOf }] = await Promise.all([
    import('../edit-ledger.js'),
    import('../record-words.js'),
    import('../../edit/renaming-writes.js'),
    import('../ask/conversation.js'),
  ]);
  const conversation = conversationOf(run);
  return editLedger(run, {
    conversation,
    what: `rename ${args.join(' ')}`,
    plan: async (opened, edit) => {
      const entry = await recordMeant(opened.ledger, word, kinds, conversation);
      for (const { entry: changed, writes } of renamingWrites(opened.ledger, entry, id)) edit.change(changed, writes);
    },
  });
}
