import type { Assigned } from '../../edit/assigned-writes.js';
import { EditFault } from '../../edit/edit-fault.js';
import type { Entry } from '../../ledger/ledger.js';
import type { Conversation } from '../ask/conversation.js';
import { CannotRun } from '../errors.js';
import type { Opened } from '../open-ledger.js';
import { DRY_RUN } from '../options.js';
import { KIND_CHOICES, parseKind } from '../parse-kind.js';
import type { CommandSpec, Run } from './command.js';

interface Options {
  readonly kind?: string;
  readonly dryRun?: boolean;
}

export const set: CommandSpec<Options> = {
  name: 'set',
  chinese: '修改',
  argument: { flags: '<编号或名称...>', text: '哪几条记录，后面写 字段=值' },
  group: '登记和校验',
  summary: '改一条或几条记录的字段，注释和别的内容不动',
  atRevision: false,
  options: [{ flags: '--kind <类别>', text: '只在这一类里找：', choices: () => KIND_CHOICES }, DRY_RUN],
  examples: [
    'yueyi set 春季义诊 受益群众=约86 牵头=nkde',
    'yueyi 修改 东湖 --kind 结对 协助支部+=医技第一',
    'yueyi set 春季义诊 地点=            # 空的值：删去这个字段',
  ],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const { args, options } = run;
  const [{ assignmentOf, assignmentsIn, recordMeant }, { conversationOf }] = await Promise.all([
    import('../record-words.js'),
    import('../ask/conversation.js'),
  ]);
  const words = args.filter((word) => assignmentOf(word) === undefined);
  const typed = assignmentsIn(args.filter((word) => assignmentOf(word) !== undefined));
  if (words.length === 0) throw new CannotRun('没有写要改哪一条记录', '例如 yueyi set 春季义诊 受益群众=86。');
  const conversation = conversationOf(run);
  if (typed.length === 0 && !conversation)
    throw new CannotRun('没有写要改哪个字段', `例如 yueyi set ${words[0]} 备注=…；有哪些字段见 yueyi schema 加类别。`);
  const kinds = options.kind === undefined ? undefined : [parseKind(options.kind)];
  const [{ editLedger }, { assignedWrites }, { typingFor }] = await Promise.all([
    import('../edit-ledger.js'),
    import('../../edit/assigned-writes.js'),
    import('../typing.js'),
  ]);
  return editLedger(run, {
    what: `set ${args.join(' ')}`,
    conversation,
    plan: async (opened, edit) => {
      const entries: Entry[] = [];
      for (const word of words) entries.push(await recordMeant(opened.ledger, word, kinds, conversation));
      const assignments = typed.length === 0 && conversation ? await asked(run, opened, conversation, entries) : typed;
      for (const entry of entries) {
        const writes = await assignedWrites(typingFor(run, opened, entry), assignments);
        if (writes.some(({ path }) => path[0] === 'id'))
          throw new EditFault('编号不能这样改', `用 yueyi rename ${entry.id} 新编号，引用它的地方一起改。`);
        edit.change(entry, writes);
      }
    },
  });
}

/** The changes that the user answers with, for records of one kind; the first shows what the fields have. */
async function asked(
  run: Run<Options>,
  opened: Opened,
  conversation: Conversation,
  entries: readonly Entry[],
): Promise<readonly Assigned[]> {
  const [{ askChanges }, { typingFor }] = await Promise.all([import('../ask/ask-changes.js'), import('../typing.js')]);
  const [first, ...others] = entries;
  if (first === undefined || others.some(({ kind }) => kind !== first.kind))
    throw new CannotRun('这些记录不是一类，没有共同的字段', '一次改一类的，或写明 字段=值。');
  return askChanges(conversation, typingFor(run, opened, first));
}
