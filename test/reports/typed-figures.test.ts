import { describe, expect, test } from 'vitest';
import { figuresIn, inlinesOf } from '../../src/document/inlines-of.js';
import type { Block, ReportDocument } from '../../src/document/report-document.js';
import { recompute } from '../../src/figures/recompute.js';
import { FolderReader } from '../../src/files/folder-reader.js';
import { buildAnnual } from '../../src/reports/annual/annual-document.js';
import { buildBulletin } from '../../src/reports/bulletin/bulletin-document.js';
import type { Audience, ReportContext } from '../../src/reports/context.js';
import { buildProgress } from '../../src/reports/progress/progress-document.js';
import { VIEW_NAMES, type ViewName } from '../../src/reports/progress/view-names.js';
import { publicVersion } from '../../src/reports/public/public-version.js';
import { buildBranchSummary } from '../../src/reports/summaries/branch-summary.js';
import { buildPairingSummary } from '../../src/reports/summaries/pairing-summary.js';
import { buildProgramSummary } from '../../src/reports/summaries/program-summary.js';
import { buildTodo } from '../../src/reports/todo/todo-document.js';
import { load } from '../../src/workspace/load.js';
import { buildLedger, entryOf } from '../support/ledger-builder.js';
import { sampleYear } from '../support/sample-year.js';
import { BUSY_YEAR } from './busy-year.js';
import { contextOf, hospitalLedger, onPeriod, placeOf } from './report-context.js';

const ledger = await hospitalLedger();
const rich = (await load(new FolderReader('data', sampleYear()))).ledger;
const of = (audience: Audience, asOf = '2025-12-31'): ReportContext => ({ ...contextOf(rich, 2025, asOf), audience });
const VIEWS = Object.keys(VIEW_NAMES) as ViewName[];

type Product = readonly [string, ReportContext, (context: ReportContext) => ReportDocument];

const PRODUCTS: readonly Product[] = [
  ['progress 2025', contextOf(ledger, 2025), buildProgress],
  ['progress 2021', contextOf(ledger, 2021), buildProgress],
  ...VIEWS.map(
    (view): Product => [
      `progress of a busy year by ${view}`,
      contextOf(buildLedger(BUSY_YEAR), 2025, '2025-10-20'),
      (context) => buildProgress(context, view),
    ],
  ),
  ['report 2025', contextOf(ledger, 2025), buildAnnual],
  ['report 2021', contextOf(ledger, 2021), buildAnnual],
  ['report 2026', contextOf(ledger, 2026), buildAnnual],
  ['the illustrative year', of('office'), buildAnnual],
  ['its first half', of('office', '2025-06-30'), buildAnnual],
  ['its internal version', of('internal'), buildAnnual],
  ['its June', onPeriod(of('office'), '2025-06'), buildBulletin],
  ['its third quarter', onPeriod(of('internal'), '2025-Q3'), buildBulletin],
  ['its year as a bulletin', of('internal'), buildBulletin],
  ['a programme', of('internal'), (context) => buildProgramSummary(context, entryOf(rich, 'programs', '越医有爱'))],
  [
    'another programme',
    of('office'),
    (context) => buildProgramSummary(context, entryOf(rich, 'programs', '揭榜挂帅-2025')),
  ],
  ['a branch', of('office'), (context) => buildBranchSummary(context, entryOf(rich, 'branches', '内科第一党支部'))],
  ['a pairing', of('office'), (context) => buildPairingSummary(context, entryOf(rich, 'pairings', '东湖'))],
  ['todo 2025', contextOf(ledger, 2025, '2025-07-07'), (context) => buildTodo(context, placeOf)],
  [
    'todo 2025 of a branch',
    contextOf(ledger, 2025, '2025-07-07'),
    (context) =>
      buildTodo(context, placeOf, {
        branch: entryOf(context.ledger, 'branches', '内科第二党支部'),
        replyBy: '2025-07-11',
      }),
  ],
];

/** Their figures are in tens, and without what is behind them. */
const PUBLIC: readonly Product[] = [
  ['the public version of the illustrative year', of('office'), (context) => publicVersion(context, buildAnnual)],
  ['its public August', onPeriod(of('office'), '2025-08'), (context) => publicVersion(context, buildBulletin)],
  ['the public version of 2021', contextOf(ledger, 2021), (context) => publicVersion(context, buildAnnual)],
];

/** Digits in these belong to a name: “惠民10条”, 《…》, 〔2025〕2号. */
const NAMES = /“[^”]*”|《[^》]*》|〔[^〕]*〕(?:\d+号)?/g;
/** A heading is a title and may name its year: 2026年党建工作思路. */
const YEAR = /\d{4}年/g;

describe.each([...PRODUCTS, ...PUBLIC])('%s', (_, context, build) => {
  const document = build(context);
  const blocks = [...document.body, ...document.appendices.flatMap(({ body }) => body)];
  const inlines = blocks.flatMap(inlinesOf);

  test('no digit is left once what is typed is masked', () => {
    const texts = inlines.flatMap((inline) => (inline.type === 'text' ? [inline.text] : []));
    for (const text of texts) expect(text.replace(NAMES, '')).not.toMatch(/\p{Nd}/u);
    for (const title of blocks.flatMap(titlesOf))
      expect(title.replace(NAMES, '').replace(YEAR, '')).not.toMatch(/\p{Nd}/u);
  });

  test('every figure printed is listed, each id once', () => {
    const printed = inlines.flatMap(figuresIn).map(({ id }) => id);
    const listed = document.figures.map(({ id }) => id);
    expect(printed.length).toBeGreaterThan(0);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toEqual(expect.arrayContaining(printed));
  });

  test('the figures a figure was made of are listed too', () => {
    const listed = new Set(document.figures.map(({ id }) => id));
    for (const { id, inputs } of document.figures) {
      for (const input of inputs) expect(listed.has(input), `${id} ← ${input}`).toBe(true);
    }
  });

  test('a figure without a value says why', () => {
    for (const { id, value, missing } of document.figures) if (value === null) expect(missing, id).toBeTruthy();
  });
});

describe.each(PRODUCTS)('every figure of %s', (_, context, build) => {
  const { figures } = build(context);

  test('can be opened by its id, with the same value', () => {
    const fresh = contextOf(context.ledger, context.year, context.asOf).figures;
    for (const figure of figures) expect(fresh.byId(figure.id)?.value, figure.id).toBe(figure.value);
  });

  test('is what its records and inputs say', () => {
    for (const figure of figures) expect(recompute(figure, context.figures), figure.id).toBe(figure.value);
  });
});

function titlesOf(block: Block): string[] {
  if (block.type === 'heading') return [block.title];
  return block.type === 'table' ? [block.title, ...block.columns.map(({ title }) => title)] : [];
}
