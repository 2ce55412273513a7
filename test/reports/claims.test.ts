import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/render/markdown.js';
import { renderTerminal } from '../../src/render/terminal.js';
import { buildAnnual } from '../../src/reports/annual/annual-document.js';
import { buildLedger, type Drafts, held } from '../support/ledger-builder.js';
import { runCli } from '../support/run-cli.js';
import { contextOf } from './report-context.js';

const CLAIM = { title: '服务成效显现', plain: '开展服务' };

/** A year with some activities, whose outline has one section. */
function ledgerWith(activities: number, claim: object): Drafts {
  const ids = Array.from({ length: activities }, (_, index) => `第${index}场`);
  return {
    activities: ids.map((id) => ({ id, events: held('2025-03-15') })),
    outlines: [{ id: '提纲', year: 2025, sections: [{ id: '服务', ...CLAIM, ...claim }] }],
  };
}

const titleOn = (drafts: Drafts, asOf: string): string | undefined => {
  const { body } = buildAnnual(contextOf(buildLedger(drafts), 2025, asOf));
  return body.flatMap((block) => (block.type === 'heading' ? block.title : []))[0];
};

const atLeastTwo = { claim: [{ figure: 'activities@year=2025', atLeast: 2 }] };

test.each([
  [2, '服务成效显现'],
  [1, '开展服务'],
])('a title that claims something is printed where what it rests on holds: %i activities', (count, title) => {
  expect(titleOn(ledgerWith(count, atLeastTwo), '2025-12-31')).toBe(title);
});

test('all of it must hold', () => {
  const both = { claim: [...atLeastTwo.claim, { figure: 'activities@year=2025', atMost: 2 }] };
  expect(titleOn(ledgerWith(2, both), '2025-12-31')).toBe('服务成效显现');
  expect(titleOn(ledgerWith(3, both), '2025-12-31')).toBe('开展服务');
});

test('a title that a document gave is printed once the year is over', () => {
  expect(titleOn(ledgerWith(0, {}), '2025-12-30')).toBe('开展服务');
  expect(titleOn(ledgerWith(0, {}), '2025-12-31')).toBe('服务成效显现');
});

test('the claim of a title can be opened: its rule, and the figures it rests on', () => {
  const { figures, body } = buildAnnual(contextOf(buildLedger(ledgerWith(2, atLeastTwo)), 2025, '2025-12-31'));
  const claim = figures.find(({ id }) => id === 'claim@year=2025,section=服务');
  expect(claim).toMatchObject({ value: 1, word: '服务成效显现', inputs: ['activities@year=2025'] });
  expect(claim?.derivation?.rule).toContain('不低于2场次');
  expect(renderMarkdown({ body }, true)).toMatch(/一、服务成效显现〔2〕[\s\S]*〔2〕 claim@year=2025,section=服务/);
});

test('explain opens the words of the hospital’s report', async () => {
  const { stdout, code } = await runCli(['explain', 'claim@year=2021,section=换届']);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/评语 +│ 圆满完成党委、纪委换届/)]);
});

test('a summary is signed at the lower right of its text, before the annexes', () => {
  const document = buildAnnual(contextOf(buildLedger(ledgerWith(1, atLeastTwo)), 2025, '2025-12-31'));
  const withAnnex = { ...document, appendices: [{ title: '一览', body: [] }] };
  const lines = renderTerminal(withAnnex, { width: 80, color: false, ascii: false }).split('\n');
  const signed = lines.findIndex((line) => line.trim() === document.front.issuer);
  expect(lines[signed + 1]).toMatch(/^ {50,}\d+年\d+月\d+日$/);
  expect(lines.findIndex((line) => line.startsWith('附件'))).toBeGreaterThan(signed);
  expect(lines.filter((line) => line.includes('编制'))).toEqual([expect.stringContaining('【送审稿】')]);
});
