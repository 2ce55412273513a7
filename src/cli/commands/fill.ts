import { formatsFrom } from '../../render/formats.js';
import { notShown } from '../choose-format.js';
import { CannotRun, EXIT } from '../errors.js';
import { YEAR } from '../options.js';
import { parseKind } from '../parse-kind.js';
import { present, presentAll } from '../present.js';
import type { ReportOptions } from '../report-days.js';
import type { CommandSpec, Run } from './command.js';

interface Options extends ReportOptions {
  readonly all?: boolean;
  readonly kind?: string;
  readonly tags?: string;
}

export const fill: CommandSpec<Options> = {
  name: 'fill',
  chinese: '套打',
  argument: { flags: '[模板] [记录]' },
  group: '查看和上报',
  summary: '用记录填写 data/templates/ 里的 Word 模板',
  formats: () => formatsFrom('paper'),
  options: [
    { flags: '--all', text: '一年里的每条记录各填一份，写进 -o 的文件夹' },
    { flags: '--kind <类别>', text: '模板用几类记录都能填时，写明是哪一类，如 活动' },
    { flags: '--tags <类别>', text: '列出这一类记录可用的标记，如 结对' },
    ...YEAR,
  ],
  examples: [
    'yueyi fill 结对协议书 东湖 -o 东湖协议.docx',
    'yueyi 套打 结对协议书 --all --year 2025 -o 协议/',
    'yueyi fill --tags 结对',
  ],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const { args, options, world } = run;
  const { all = false } = options;
  if (options.tags !== undefined) return listTags(run, options.tags);
  const kind = options.kind === undefined ? undefined : parseKind(options.kind);
  const [template = '', word] = args.map((arg) => arg.trim());
  if (all && word !== undefined) throw new CannotRun(`写了 --all，又写了“${word}”`, '只填一条就去掉 --all。');
  const [format] = formatsFrom('paper');
  const toScreen = options.output === undefined && world.stdout.isTTY === true;
  if (toScreen && template !== '' && !all && format) throw notShown(format);
  const { openReport } = await import('../open-report.js');
  const context = await openReport({ ...run, args: [] }, { ahead: true, anyYear: true });
  if (!context) return EXIT.no;
  const [{ openTemplate }, { recordsToFill }, { fillTemplate }] = await Promise.all([
    import('../word-templates.js'),
    import('../records-to-fill.js'),
    import('../../exchange/template/fill-template.js'),
  ]);
  const opened = openTemplate(context.reader, template);
  const { meanings, entries } = recordsToFill(context, opened, { word, all, kind });
  run.timing.mark('统计');
  const products = entries.map((entry) => ({
    id: entry?.id ?? opened.name,
    product: { paper: () => fillTemplate(context, opened.template, meanings, entry) },
  }));
  await presentAll(run, products, all);
  return EXIT.fine;
}

async function listTags(run: Run<Options>, typed: string): Promise<number> {
  const { args, options } = run;
  if (args.length > 0 || options.output !== undefined)
    throw new CannotRun('--tags 只列出标记，不填模板', '单独写：yueyi fill --tags 结对。');
  const kind = parseKind(typed);
  const { buildTags } = await import('../../exchange/template/tags-document.js');
  await present({ ...run, options: { ...options, format: 'text' } }, { document: () => ({ body: buildTags(kind) }) });
  return EXIT.fine;
}
