import { EditFault } from '../../edit/edit-fault.js';
import { CannotRun } from '../errors.js';
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
    'yueyi set 春季义诊 受益群众=约86 牵头=nk2',
    'yueyi 修改 东湖 --kind 结对 协助+=医技第一',
    'yueyi set 春季义诊 地点=            # 空的值：删去这个字段',
  ],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const { args, options } = run;
  const { assignmentOf, assignmentsIn, recordMeant } = await import('../record-words.js');
  const words = args.filter((word) => assignmentOf(word) === undefined);
  const assignments = assignmentsIn(args.filter((word) => assignmentOf(word) !== undefined));
  if (words.length === 0) throw new CannotRun('没有写要改哪一条记录', '例如 yueyi set 春季义诊 受益群众=86。');
  if (assignments.length === 0)
    throw new CannotRun('没有写要改哪个字段', `例如 yueyi set ${words[0]} 备注=…；有哪些字段见 yueyi schema 加类别。`);
  const kinds = options.kind === undefined ? undefined : [parseKind(options.kind)];
  const [{ editLedger }, { assignedWrites }, { typingFor }] = await Promise.all([
    import('../edit-ledger.js'),
    import('../../edit/assigned-writes.js'),
    import('../typing.js'),
  ]);
  return editLedger(run, {
    what: `set ${args.join(' ')}`,
    plan: async (opened, edit) => {
      for (const word of words) {
        const entry = await recordMeant(opened.ledger, word, kinds);
        const writes = await assignedWrites(typingFor(run, opened, entry), assignments);
        if (writes.some(({ path }) => path[0] === 'id'))
          throw new EditFault('编号不能这样改', `用 yueyi rename ${entry.id} 新编号，引用它的地方一起改。`);
        edit.change(entry, writes);
      }
    },
  });
}
