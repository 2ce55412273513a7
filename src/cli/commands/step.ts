import type { Assigned } from '../../edit/assigned-writes.js';
import type { Entry } from '../../ledger/ledger.js';
import { CannotRun } from '../errors.js';
import { DRY_RUN } from '../options.js';
import type { CommandSpec, Run } from './command.js';

interface Options {
  readonly on?: string;
  readonly dryRun?: boolean;
}

export const step: CommandSpec<Options> = {
  name: 'step',
  chinese: '办理',
  argument: { flags: '<编号或名称...>', text: '哪几条记录，后面写环节，再写 字段=值' },
  group: '登记和校验',
  summary: '活动、任务、点单、协议办到了哪一步',
  atRevision: false,
  options: [{ flags: '--on <日期>', text: '哪一天，默认今天；活动的已开展、签到默认是活动那天' }, DRY_RUN],
  examples: [
    'yueyi step 春季义诊 谷雨讲座 已开展 受益群众=86',
    'yueyi 办理 防暑义诊 改期 --on 7月25日 改到=7月26日',
    'yueyi step 压减等候 验榜 --on 12月10日 核验科室=质控办',
    'yueyi step 东湖 乙方签章 --on 4月2日',
  ],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const { args, options } = run;
  const [{ assignmentOf, assignmentsIn, recordMeant }, steps, { editLedger }, { typingFor }, { dateOption }, asking] =
    await Promise.all([
      import('../record-words.js'),
      import('../../edit/step-writes.js'),
      import('../edit-ledger.js'),
      import('../typing.js'),
      import('../date-option.js'),
      import('../ask/conversation.js'),
    ]);
  const words = args.filter((word) => assignmentOf(word) === undefined);
  const assignments = assignmentsIn(args.filter((word) => assignmentOf(word) !== undefined));
  const named = words.findLast((word) => steps.allSteps().includes(word));
  const conversation = asking.conversationOf(run);
  const { nearest } = await import('../../text/nearest.js');
  const near = words.length > 1 || !conversation ? nearest(words.at(-1) ?? '', steps.allSteps()) : [];
  if (named === undefined && (!conversation || near.length > 0)) throw noStep(near);
  const records = words.filter((_, index) => named === undefined || index !== words.lastIndexOf(named));
  if (records.length === 0) throw new CannotRun('没有写是哪一条记录', `例如 yueyi step 春季义诊 ${named}。`);
  const on = dateOption(run, '--on', options.on);
  let step = named;
  return editLedger(run, {
    get what() {
      return `step ${args.join(' ')}${named === undefined ? ` ${step}` : ''}`;
    },
    gate: ['missing-evidence', 'missing-verification'],
    conversation,
    plan: async (opened, edit) => {
      const kinds = named === undefined ? steps.kindsWithSteps() : steps.kindsWithStep(named);
      const entries: Entry[] = [];
      for (const word of records) entries.push(await recordMeant(opened.ledger, word, kinds, conversation));
      const [first] = entries;
      let also = { on, assignments: assignments as readonly Assigned[] };
      if (named === undefined && conversation && first) {
        const { askStep, askStepFields } = await import('../ask/ask-step.js');
        const typing = typingFor(run, opened, first);
        step = await askStep(conversation, entries, typing);
        if (entries.length === 1 && on === undefined && assignments.length === 0)
          also = await askStepFields(conversation, first, step, typing);
      }
      for (const entry of entries) {
        const typing = typingFor(run, opened, entry);
        edit.change(entry, await steps.stepWrites(entry, step ?? '', also.on, also.assignments, typing));
      }
    },
  });
}

function noStep(near: readonly string[]): CannotRun {
  const way =
    near.length > 0
      ? `是不是 ${near.join('、')}？`
      : '活动写 申报、已开展、改期、取消；任务写它榜单的环节；协议写 甲方签章、乙方签章、终止。';
  return new CannotRun('没有写办到了哪一步', way);
}
