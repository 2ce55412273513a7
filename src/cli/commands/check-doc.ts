import type { OutputFormat } from '../../document/output-format.js';
import { formatsFrom } from '../../render/formats.js';
import type { Wording } from '../../reports/draft/own-phrases.js';
import { CannotRun, EXIT } from '../errors.js';
import { PERIOD, YEAR } from '../options.js';
import { present } from '../present.js';
import type { ReportOptions } from '../report-days.js';
import type { CommandSpec, Run } from './command.js';

/** The draft itself, whose comments are the result: no other command has one. */
const COMMENTED: OutputFormat = {
  name: 'docx',
  chinese: '带批注的文稿',
  also: ['word', '批注'],
  endings: ['.docx'],
  isBinary: true,
};

export const checkDoc: CommandSpec<ReportOptions> = {
  name: 'check-doc',
  chinese: '对稿',
  also: ['核对文稿'],
  argument: { flags: '<文件>' },
  group: '查看和上报',
  summary: '文稿里的数字和台账逐个核对：相符、不符、未绑定',
  formats: () => [...formatsFrom('document', 'contract'), COMMENTED],
  options: [...YEAR, PERIOD],
  examples: [
    'yueyi check-doc 总结.docx --year 2025',
    'yueyi 对稿 总结.txt --year 2021',
    'yueyi check-doc 通报.docx --period 2025-06',
    'yueyi check-doc 总结.docx --year 2025 -o 总结-批注.docx',
  ],
  run,
};

async function run(run: Run<ReportOptions>): Promise<number> {
  const { args, options, world } = run;
  const [typed = ''] = args;
  const { isSameFile, readDraft } = await import('../read-draft.js');
  const { draft, word } = await readDraft(world, typed);
  if (options.output !== undefined && isSameFile(world, typed, options.output))
    throw new CannotRun(`“${options.output}”是文稿本身，写上去会盖掉它`, '换一个文件名，例如 文稿-批注.docx。');
  const { openRegistry } = await import('../open-registry.js');
  const registry = await openRegistry(run);
  if (!registry) return EXIT.no;
  const { context } = registry;
  const [{ DraftChecker }, wording] = await Promise.all([import('../../reports/draft/check-draft.js'), plainWording()]);
  const check = new DraftChecker(context, wording).check(draft);
  run.timing.mark('统计');
  if (options.format === COMMENTED.name) {
    const [{ checkComments }, { commentDocx }, { textDocx }, { deliver }] = await Promise.all([
      import('../../reports/draft/check-comments.js'),
      import('../../exchange/comment-docx.js'),
      import('../../exchange/text-docx.js'),
      import('../deliver.js'),
    ]);
    await deliver(run, commentDocx(word ?? textDocx(draft), checkComments(check, wording)));
  } else {
    await present(run, {
      document: async () => (await import('../../reports/draft/check-document.js')).buildCheck(check),
      contract: async () =>
        (await import('../../reports/draft/check-contract.js')).checkContract(context, typed, check),
    });
  }
  return check.numbers.some(({ verdict }) => verdict === '不符') ? EXIT.no : EXIT.fine;
}

/** How our own products word what is typed in them. */
async function plainWording(): Promise<Wording> {
  const { contentText, UNICODE_MARKS } = await import('../../render/inlines.js');
  return (content) => contentText(content, UNICODE_MARKS);
}
