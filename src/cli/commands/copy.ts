import { CannotRun } from '../errors.js';
import { DRY_RUN } from '../options.js';
import { KIND_CHOICES, parseKind } from '../parse-kind.js';
import type { CommandSpec, Run } from './command.js';

interface Options {
  readonly on?: string;
  readonly set?: readonly string[];
  readonly kind?: string;
  readonly dryRun?: boolean;
}

export const copy: CommandSpec<Options> = {
  name: 'copy',
  chinese: '照抄',
  argument: { flags: '<编号或名称>' },
  group: '登记和校验',
  summary: '照一条记录再登一条：换个日期，其余照旧',
  atRevision: false,
  options: [
    { flags: '--on <日期>', text: '新的日期' },
    { flags: '--set <字段=值...>', text: '别的不同的字段' },
    { flags: '--kind <类别>', text: '只在这一类里找：', choices: () => KIND_CHOICES },
    DRY_RUN,
  ],
  examples: ['yueyi copy 春季义诊 --on 4月12日', 'yueyi 照抄 3月督查 --on 4月14日 --set 受检科室=门诊办'],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const { args, options } = run;
  const [word = ''] = args;
  const kinds = options.kind === undefined ? undefined : [parseKind(options.kind)];
  const [
    { editLedger },
    { insertNew },
    { copiedRecord },
    { dateOption },
    { assignmentsIn, recordMeant },
    { conversationOf },
  ] = await Promise.all([
    import('../edit-ledger.js'),
    import('../add-records.js'),
    import('../../edit/copied-record.js'),
    import('../date-option.js'),
    import('../record-words.js'),
    import('../ask/conversation.js'),
  ]);
  const conversation = conversationOf(run);
  let on = dateOption(run, '--on', options.on);
  return editLedger(run, {
    get what() {
      return `copy ${word} ${[on ?? '', ...(options.set ?? [])].join(' ')}`.trim();
    },
    conversation,
    plan: async (opened, edit) => {
      const entry = await recordMeant(opened.ledger, word, kinds, conversation);
      if (options.on === undefined && 'date' in entry.value && conversation) {
        const [{ askDay }, { typingFor }] = await Promise.all([import('../ask/ask-day.js'), import('../typing.js')]);
        on = await askDay(conversation, '新的日期', '今天', typingFor(run, opened, entry));
      }
      if (on === undefined && 'date' in entry.value)
        throw new CannotRun('没有写新的日期', `例如 yueyi copy ${entry.id} --on 4月12日。`);
      const value = copiedRecord(entry.kind, entry.value, on);
      await insertNew(run, opened, edit, { kind: entry.kind, value, assignments: assignmentsIn(options.set ?? []) });
    },
  });
}
