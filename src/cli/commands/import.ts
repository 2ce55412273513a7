import { EXIT } from '../errors.js';
import type { ImportOptions } from '../import-file.js';
import { ALL } from '../options.js';
import { KIND_CHOICES } from '../parse-kind.js';
import type { CommandSpec, Run } from './command.js';

export const importRecords: CommandSpec<ImportOptions> = {
  name: 'import',
  chinese: '导入',
  argument: { flags: '<文件>', text: '电子表格：.xlsx 或 .csv' },
  group: '登记和校验',
  summary: '从电子表格导入记录，先看后写',
  atRevision: false,
  options: [
    { flags: '--as <类别>', text: '表里是哪一类记录；有对照表的可以不写', choices: () => KIND_CHOICES },
    { flags: '--mapping <名称>', text: '用 data/imports/ 里的哪一份对照表，默认列名都对得上的那一份' },
    { flags: '--sheet <名称>', text: '只读工作簿里的哪一张表' },
    {
      flags: '--encoding <编码>',
      text: 'CSV 的编码，默认自动辨认：',
      choices: () => [{ name: 'utf-8' }, { name: 'gbk', also: ['gb18030'] }],
    },
    { flags: '--write', text: '写进台账；不写这一项只是预览' },
    { flags: '--skip', text: '存疑和不收的行不写，只写其余的；不加这一项，有这样的行就一条也不写' },
    ALL,
  ],
  examples: [
    'yueyi import 3月活动.xlsx --as 活动',
    'yueyi import 3月活动.xlsx --as 活动 --write',
    'yueyi 导入 钉钉导出.csv --encoding gbk',
  ],
  run,
};

async function run(run: Run<ImportOptions>): Promise<number> {
  const { importFile } = await import('../import-file.js');
  return (await importFile(run)) ? EXIT.fine : EXIT.no;
}
