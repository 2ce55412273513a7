import { formatsFrom } from '../../render/formats.js';
import { EXIT } from '../errors.js';
import type { ImportOptions } from '../import-file.js';
import { ALL } from '../options.js';
import { KIND_CHOICES } from '../parse-kind.js';
import type { CommandSpec, Run } from './command.js';

export const importRecords: CommandSpec<ImportOptions> = {
  name: 'import',
  chinese: '导入',
  argument: { flags: '<文件...>', text: '电子表格：.xlsx 或 .csv；对账可以写几个' },
  group: '登记和校验',
  summary: '从电子表格导入记录，或把申报、签到和台账对账，先看后写',
  formats: () => formatsFrom('document', 'table', 'workbook', 'contract'),
  atRevision: false,
  options: [
    { flags: '--as <类别>', text: '表里是哪一类记录，有对照表的可以不写：', choices: () => KIND_CHOICES },
    { flags: '--mapping <名称>', text: '用 data/imports/ 里的哪一份对照表，默认列名都对得上的那一份' },
    { flags: '--sheet <名称>', text: '只读工作簿里的哪一张表' },
    {
      flags: '--encoding <编码>',
      text: 'CSV 的编码，默认自动辨认：',
      choices: () => [{ name: 'utf-8' }, { name: 'gbk', also: ['gb18030'] }],
    },
    { flags: '--reconcile', text: '对账：申报、签到和台账互相核对，列出新增、存疑、未签到' },
    { flags: '--period <期间>', text: '对账时签到表是哪一段的，如 2025-03；默认从最早到最晚签到的月份' },
    { flags: '--write', text: '写进台账；不写这一项只是预览' },
    { flags: '--skip', text: '存疑和不收的行不写，只写其余的；不加这一项，有这样的行就一条也不写' },
    ALL,
  ],
  notes: `对照表：常来的表，在 data/imports/ 里写一份，以后不用再写选项。例如 钉钉.yaml：
  类别: 活动            # 一类记录
  用途: 申报            # 申报 或 签到；表里就是记录的，不写这一行
  列:                   # 表里的列名: 字典里的字段
    活动主题: 名称
    发起人部门: 牵头
  只取:                 # 哪一列是这几个词的行才算
    审批结果: [同意]
  补上:                 # 每一行都有、表里没有的
    项目: 越医有爱
  环节: 申报            # 每一行说明办到了哪一步
  环节日期: 发起时间    # 这一步的日期在哪一列，不写就是记录的日期
  外部编号: 审批编号    # 凭这一列的编号，改了名称、日期也认得出是哪一条
申报表（有“审批编号”“审批结果”等列）的只取、环节、环节日期、外部编号，不写就照
上面的样子。签到表（有“签到时间”或“签到人数”一列）一行一人或一行一场都可以，只
留下每场的人次和时长。`,
  examples: [
    'yueyi import 3月活动.xlsx --as 活动',
    'yueyi import 3月活动.xlsx --as 活动 --write',
    'yueyi import 钉钉3月.xlsx 签到3月.xlsx --reconcile',
    'yueyi 导入 钉钉导出.csv --encoding gbk',
  ],
  run,
};

async function run(run: Run<ImportOptions>): Promise<number> {
  const { importFiles } = await import('../import-file.js');
  return (await importFiles(run)) ? EXIT.fine : EXIT.no;
}
