import { formatsFrom } from '../../render/formats.js';
import { EXIT } from '../errors.js';
import { YEAR } from '../options.js';
import { present } from '../present.js';
import type { ReportOptions } from '../report-days.js';
import type { CommandSpec, Run } from './command.js';

export const checkDoc: CommandSpec<ReportOptions> = {
  name: 'check-doc',
  chinese: '对稿',
  also: ['核对文稿'],
  argument: { flags: '<文件>' },
  group: '查看和上报',
  summary: '文稿里的数字和台账逐个核对：相符、不符、未绑定',
  formats: () => formatsFrom('document', 'contract'),
  options: YEAR,
  examples: ['yueyi check-doc 总结.md --year 2025', 'yueyi 对稿 总结.txt --year 2021'],
  run,
};

async function run(run: Run<ReportOptions>): Promise<number> {
  const [typed = ''] = run.args;
  const { readDraft } = await import('../read-draft.js');
  const { draft } = await readDraft(run.world, typed);
  const { openRegistry } = await import('../open-registry.js');
  const registry = await openRegistry(run);
  if (!registry) return EXIT.no;
  const { context } = registry;
  const [{ DraftChecker }, { contentText, UNICODE_MARKS }] = await Promise.all([
    import('../../reports/draft/check-draft.js'),
    import('../../render/inlines.js'),
  ]);
  const check = new DraftChecker(context, (content) => contentText(content, UNICODE_MARKS)).check(draft);
  run.timing.mark('统计');
  await present(run, {
    document: async () => (await import('../../reports/draft/check-document.js')).buildCheck(check),
    contract: async () => (await import('../../reports/draft/check-contract.js')).checkContract(context, typed, check),
  });
  return check.numbers.some(({ verdict }) => verdict === '不符') ? EXIT.no : EXIT.fine;
}
