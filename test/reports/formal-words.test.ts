import { describe, expect, test } from 'vitest';
import type { ReportDocument } from '../../src/document/report-document.js';
import { FolderReader } from '../../src/files/folder-reader.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { contentText, UNICODE_MARKS } from '../../src/render/inlines.js';
import { buildAnnual } from '../../src/reports/annual/annual-document.js';
import { buildBulletin } from '../../src/reports/bulletin/bulletin-document.js';
import type { ReportContext } from '../../src/reports/context.js';
import { buildBranchSummary } from '../../src/reports/summaries/branch-summary.js';
import { buildPairingSummary } from '../../src/reports/summaries/pairing-summary.js';
import { buildProgramSummary } from '../../src/reports/summaries/program-summary.js';
import { load } from '../../src/workspace/load.js';
import { buildLedger, held } from '../support/ledger-builder.js';
import { REPOSITORY } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';
import { contextOf, hospitalLedger, onPeriod } from './report-context.js';

const bare = await hospitalLedger();
const rich = (await load(new FolderReader('data', sampleYear()))).ledger;
const jiaxing = (await load(new FolderReader('data', `${REPOSITORY}/test/fixtures/jiaxing`))).ledger;

/** What the tool does, which is no matter of a formal text; a document's own “台账式管理” stands in quotes. */
const PROGRAMME_TALK = /台账|登记|录入|未约定(?!）)|有序推进/;
const QUOTED = /“[^”]*”/g;

function everyProduct(context: ReportContext): readonly ReportDocument[] {
  const { ledger } = context;
  return [
    buildAnnual(context),
    ...['01', '06', 'Q2', 'H1', '12'].map((part) => buildBulletin(onPeriod(context, `${context.year}-${part}`))),
    ...ledger.all('programs').map((entry) => buildProgramSummary(context, entry)),
    ...ledger.all('branches').map((entry) => buildBranchSummary(context, entry)),
    ...ledger.all('pairings').map((entry) => buildPairingSummary(context, entry)),
  ];
}

function sentences({ body }: ReportDocument): readonly string[] {
  return body.flatMap((block) =>
    block.type === 'paragraph' ? [contentText(block.content, UNICODE_MARKS).replace(QUOTED, '')] : [],
  );
}

const CASES: readonly (readonly [string, Ledger, number, string])[] = [
  ['the illustrative year', rich, 2025, '2025-12-31'],
  ['its summer', rich, 2025, '2025-08-15'],
  ['its spring', rich, 2025, '2025-03-31'],
  ['the bare ledger', bare, 2025, '2025-12-31'],
  ['the year before the documents', bare, 2024, '2024-12-31'],
  ['2021', bare, 2021, '2021-12-31'],
  ['the second hospital', jiaxing, 2024, '2024-12-31'],
];

test.each(CASES)('the sentences of %s speak of work, not of the tool', (_, ledger, year, asOf) => {
  for (const audience of ['office', 'internal', 'public'] as const) {
    for (const document of everyProduct({ ...contextOf(ledger, year, asOf), audience })) {
      for (const sentence of sentences(document)) expect(sentence, document.front.title).not.toMatch(PROGRAMME_TALK);
    }
  }
});

describe('words fit what they are said of', () => {
  const told = (drafts: Parameters<typeof buildLedger>[0], asOf = '2025-12-31') =>
    sentences(buildAnnual(contextOf(buildLedger(drafts), 2025, asOf))).join('\n');

  test('people are 完成, not 开展', () => {
    const people = { id: '人次', title: '服务群众', atLeast: 100, unit: '人次' };
    const count = { kind: 'activities' as const, sum: 'beneficiaries' };
    const activities = [{ id: '义诊', beneficiaries: 90, events: held('2025-03-15') }];
    expect(told({ targets: [{ ...people, count }], activities })).toContain('服务群众目标100人次，完成90人次');
  });

  test('a target without a number is counted, and nothing said of it', () => {
    const targets = [{ id: '联席会议', unit: '次', count: { kind: 'meetings' as const } }];
    const program = { id: '越医有爱', from: '2025-03-11' };
    const drafts = { programs: [program], pairings: [{ id: '东湖' }], meetings: [{ id: '一' }], targets };
    expect(told(drafts)).toContain('召开联席会议1次。');
  });

  test('a target is told once it has begun', () => {
    const targets = [{ id: '义诊', atLeast: 10, from: '2025-05-21', until: '2025-12-31' }];
    const activities = [{ id: '一', date: '2025-03-15', events: held('2025-03-15') }];
    expect(told({ targets, activities }, '2025-05-20')).not.toContain('义诊目标');
    expect(told({ targets, activities }, '2025-05-21')).toContain('义诊目标10场，尚未开展');
    expect(told({ targets, activities }, '2025-12-31')).toContain('义诊目标10场，未开展，未完成，差距较大');
  });
});
