import { DRY_RUN } from '../options.js';
import { KIND_CHOICES, parseKind } from '../parse-kind.js';
import type { CommandSpec, Run } from './command.js';

export interface AddOptions {
  readonly set?: readonly string[];
  readonly from?: string;
  readonly dryRun?: boolean;
  readonly year?: string;
}

export const add: CommandSpec<AddOptions> = {
  name: 'add',
  chinese: '登记',
  argument: { flags: '<类别>', choices: () => KIND_CHOICES },
  group: '登记和校验',
  summary: '登记一条新记录，写进该在的文件、该在的位置',
  atRevision: false,
  options: [
    { flags: '--set <字段=值...>', text: '各个字段；几个值用、隔开，引用写名称的一部分或拼音首字母' },
    { flags: '--from <文件>', text: '从文件里读一条或几条（YAML、JSON），- 是标准输入' },
    { flags: '--year <年>', text: '没写年份的日期是哪一年的，默认今年' },
    DRY_RUN,
  ],
  examples: [
    'yueyi add 活动 --set 名称=春分义诊 日期=3月20日 类型=义诊 结对=dh',
    'yueyi 登记 督查 --set 日期=今天 方式=实地查看',
    'yueyi add activities --from 新活动.yaml --dry-run',
  ],
  run,
};

async function run(run: Run<AddOptions>): Promise<number> {
  const [typed = ''] = run.args;
  const { addRecords } = await import('../add-records.js');
  return addRecords(run, parseKind(typed));
}
