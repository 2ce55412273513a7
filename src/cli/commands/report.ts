import type { Letterhead } from '../../document/paper.js';
import type { ReportDocument } from '../../document/report-document.js';
import { formatsFrom, type Product } from '../../render/formats.js';
import { ATTACH_NAMES, type Attach } from '../../reports/attach-names.js';
import type { Audience, ReportContext } from '../../reports/context.js';
import type { Choice } from '../../text/choice.js';
import { CannotRun, EXIT } from '../errors.js';
import type { LetterheadOptions } from '../letterhead.js';
import { IDS, PERIOD, YEAR, YEAR_ARGUMENT } from '../options.js';
import { parseChoice } from '../parse-choice.js';
import { presentAll } from '../present.js';
import type { ReportOptions } from '../report-days.js';
import { type About, isBulletin, refuseSeveral, reportDocuments } from '../report-documents.js';
import type { CommandSpec, Run } from './command.js';

interface Options extends ReportOptions, LetterheadOptions, About {
  readonly attach?: string;
  readonly internal?: boolean;
  readonly public?: boolean;
}

const ATTACHED: readonly Choice<Attach>[] = (Object.keys(ATTACH_NAMES) as Attach[]).map((name) => ({
  name,
  chinese: ATTACH_NAMES[name],
}));

export const report: CommandSpec<Options> = {
  name: 'report',
  chinese: '总结',
  argument: YEAR_ARGUMENT,
  group: '查看和上报',
  summary: '年度党建工作总结，月、季通报，按提纲成文',
  formats: () => formatsFrom('document', 'page', 'workbook', 'paper', 'contract'),
  options: [
    ...YEAR,
    {
      ...PERIOD,
      text: '一段的通报：2025-06（月）、2025-Q2（季度）、2025-H1（半年）、2025（全年）或 2025-03-01..2025-05-31',
    },
    { flags: '--brief', text: '给领导的一页纸：三项目标、要决定的事、近期日子' },
    { flags: '--program <项目>', text: '只出一个项目的工作总结；all（全部）：各项目各一份' },
    { flags: '--branch <支部>', text: '只出一个支部的成绩、问题、整改清单；all 同上' },
    { flags: '--pairing <结对>', text: '只出一对结对的考核评估；all 同上' },
    {
      flags: '--attach <附件>',
      text: '附件：结对、榜单和任务是清单，全部再加活动明细；通报不写就不附：',
      choices: () => ATTACHED,
      usual: 'list',
    },
    { flags: '--internal', text: '附上问题涉及的单位和事项，仅供内部' },
    { flags: '--public', text: '公开版：不含领导、书记、协议、问题和整改，人数按十位取整' },
    { flags: '--letterhead', text: '带版头的印发件，只用于 docx；要先定稿，写明 --number 和 --approved' },
    { flags: '--number <文号>', text: '发文字号，如 绍市中医党〔2026〕1号' },
    { flags: '--approved <日期>', text: '签发日期，印作成文日期和印发日期' },
    IDS,
  ],
  examples: [
    'yueyi report 2025',
    'yueyi 总结 2025年 -o 总结.txt',
    'yueyi report 2025 -o 总结.docx',
    'yueyi report --period 2025-06 -o 通报.docx',
    'yueyi report --period 2025-06 --internal',
    'yueyi report --brief -o 一页纸.docx',
    'yueyi report 2025 --program 越医有爱',
    'yueyi report 2025 --pairing 东湖 -o 东湖.md',
    'yueyi report 2025 --branch all -o 支部小结/',
    'yueyi report 2025 --attach 全部',
    'yueyi report 2025 --format json',
  ],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const { options } = run;
  const audience = audienceOf(options);
  const { attach: typed = isBulletin(options) ? 'none' : 'list' } = options;
  const { name: attach } = parseChoice(ATTACHED, typed, `--attach 没有“${typed}”这种附件`);
  refuseSeveral(options);
  refuseBesideBrief(options);
  const issuing = isIssued(options) ? await import('../letterhead.js') : undefined;
  const letterhead = issuing?.letterheadOf(options);
  const { openReport } = await import('../open-report.js');
  const opened = await openReport(run);
  if (!opened) return EXIT.no;
  const own: ReportContext = { ...opened, audience, attach };
  const { context, documents, isEach } = await builtDocuments(own, options);
  if (letterhead) issuing?.refuseDrafts(documents, letterhead, own);
  run.timing.mark('统计');
  const isWhole = wholeHospital(options);
  const products = documents.map(({ id, document }) => ({
    id,
    product: productOf(context, document, letterhead, isWhole),
  }));
  await presentAll(run, products, isEach);
  return EXIT.fine;
}

/** The documents, and what they are built from: for the public another ledger than the office's own. */
async function builtDocuments(own: ReportContext, options: Options) {
  if (own.audience !== 'public') return { context: own, ...(await reportDocuments(own, options)) };
  const { publicContext } = await import('../../reports/public/public-figures.js');
  const { published } = await import('../../reports/public/public-version.js');
  const context = publicContext(own);
  const { documents, isEach } = await reportDocuments(context, options);
  const open = documents.map(({ id, document }) => ({ id, document: published(document, context, own) }));
  return { context, documents: open, isEach };
}

/** @param isWhole the year's summary, and not one programme's, branch's or pairing's */
function productOf(
  context: ReportContext,
  document: ReportDocument,
  letterhead: Letterhead | undefined,
  isWhole: boolean,
): Product {
  return {
    document: () => document,
    page: async () => (isWhole ? (await import('../../reports/page.js')).reportPage(context, document) : document),
    workbook: () => document,
    paper: async () => (await import('../../reports/paper.js')).paperOf(context, document, letterhead),
    contract: async () => {
      const { partOfYear } = await import('../../reports/context.js');
      const { reportContract } = await import('../../render/report-contract.js');
      return reportContract(document, context.year, partOfYear(context));
    },
  };
}

function isIssued({ letterhead, number, approved }: LetterheadOptions): boolean {
  return letterhead === true || number !== undefined || approved !== undefined;
}

function audienceOf({ internal = false, public: open = false }: Options): Audience {
  if (internal && open) throw new CannotRun('--internal 和 --public 不能一起用', '内部附表和公开版分两次生成。');
  if (internal) return 'internal';
  return open ? 'public' : 'office';
}

/** The page for the leader is for nobody else, has no annex, and is no paper to be issued. @throws CannotRun */
function refuseBesideBrief(options: Options): void {
  if (!options.brief) return;
  const { public: open, attach, internal } = options;
  const given = { public: open, internal, attach, letterhead: isIssued(options) || undefined };
  const others = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`]));
  if (others.length === 0) return;
  throw new CannotRun(`--brief 和${others.join('、')}不能一起用`, '一页纸只供领导看，没有附件和版头；分两次生成。');
}

/** Whether the summary is the year's, and not a bulletin, nor one programme's, branch's or pairing's. */
function wholeHospital({ program, branch, pairing, period, brief = false }: Options): boolean {
  return !brief && (program ?? branch ?? pairing ?? period) === undefined;
}
