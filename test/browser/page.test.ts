import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { ReportDocument } from '../../src/document/report-document.js';
import { renderHtml } from '../../src/render/html/page.js';
import { DOCUMENT, figure } from '../render/sample-document.js';
import { REPOSITORY, runCli, temporaryFolder } from '../support/run-cli.js';

const SAMPLE = join(REPOSITORY, 'test/fixtures/sample-2025');

interface AxeResult {
  readonly violations: readonly { id: string; impact: string; nodes: readonly { html: string }[] }[];
}

let browser: Browser;
beforeAll(async () => {
  const executablePath = execFileSync('sh', ['-c', 'command -v chromium || command -v google-chrome'], {
    encoding: 'utf8',
  }).trim();
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
});
afterAll(() => browser.close());

/** An opened page; whatever it asks the network for, and whatever it complains about, fails the test. */
async function open(html: string, width = 1280, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const file = join(temporaryFolder({ 'page.html': html }), 'page.html');
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(file).href) asked.push(request.url());
  });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(pathToFileURL(file).href);
  onTestFinished(async () => {
    await page.close();
    expect(asked).toEqual([]);
    expect(complaints).toEqual([]);
  });
  return page;
}

async function made(...args: readonly string[]): Promise<string> {
  const { stdout, code } = await runCli([...args, '--format', 'html'], { cwd: SAMPLE });
  expect(code).toBe(0);
  return stdout;
}

const REPORT = ['report', '--year', '2025', '--as-of', '2025-09-30'] as const;
const PROGRESS = ['progress', '--year', '2025', '--as-of', '2025-09-30'] as const;

describe('the page in a browser', () => {
  test('a heading sorts its table by value, up and down; what is unknown stays last', async () => {
    const page = await open(await made(...PROGRESS));
    const table = page.locator('.table', { has: page.locator('caption', { hasText: '结对一览' }) }).first();
    const heading = table.locator('thead th', { hasText: '人次' });
    const titles = await table.locator('thead th').allTextContents();
    const cells = table.locator(`tbody tr > :nth-child(${titles.indexOf('人次') + 1})`);
    const keys = async (): Promise<number[]> => {
      const found: number[] = [];
      for (const cell of await cells.all()) found.push(Number(await cell.getAttribute('data-sort')));
      return found;
    };
    const before = await keys();
    await heading.getByRole('button').click();
    expect(await keys()).toEqual(before.toSorted((a, b) => a - b));
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    await heading.getByRole('button').press('Enter');
    expect(await keys()).toEqual(before.toSorted((a, b) => b - a));
  });

  test('a field leaves the rows with its words, and says how many', async () => {
    const page = await open(await made(...REPORT));
    const table = page.locator('.table', { has: page.locator('.filter') }).first();
    await table.locator('.filter input').fill('东湖');
    const shown = await table.locator('tbody tr:visible').allTextContents();
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every((row) => row.includes('东湖'))).toBe(true);
    expect(await table.locator('.filter output').textContent()).toBe(`${shown.length}行`);
  });

  test('a figure opens its value, how it is made and every record behind it, by keyboard too', async () => {
    const page = await open(await made(...REPORT));
    const card = page.locator('.cards li', { hasText: '义诊' }).first();
    await card.locator('> .figure').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    expect(await dialog.locator('.value').textContent()).toMatch(/^\d+场\*$/);
    const value = Number.parseInt((await dialog.locator('.value').textContent()) ?? '', 10);
    const records = await dialog.locator('.records tbody tr').allTextContents();
    expect(records).toHaveLength(value);
    expect(records[0]).toMatch(/^活动示例-2025-/);
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
  });

  test('a figure made of others leads to them', async () => {
    const page = await open(await made(...REPORT));
    await page.locator('main .figure', { hasText: '%' }).first().click();
    const dialog = page.getByRole('dialog');
    const rate = await dialog.locator('h2').textContent();
    await dialog.locator('.inputs .figure').first().click();
    expect(await dialog.locator('h2').textContent()).not.toBe(rate);
    expect(await dialog.isVisible()).toBe(true);
  });

  test.each([
    [360, 'light'],
    [360, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('%i pixels, %s: nothing is cut off, and axe finds nothing serious', async (width, scheme) => {
    const page = await open(await made(...PROGRESS), width, scheme);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    const paper = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(paper === 'rgb(255, 255, 255)').toBe(scheme === 'light');
    // Evaluated, because the page's policy refuses scripts that are added to it.
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResult>('axe.run()');
    const serious = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    expect(serious).toEqual([]);
  });

  test('prints to A4 within its margins, without its controls', async () => {
    const page = await open(await made(...REPORT));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.filter:visible, nav:visible').count()).toBe(0);
    const file = await page.pdf({ preferCSSPageSize: true });
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
    expect(file.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 59\d(\.\d+)? 84[12](\.\d+)?\]/);
  });
});

describe('records that try to become a part of the page', () => {
  const HOSTILE = `</script><script>document.title="x"</script><img src=x onerror="document.title='x'">]]>=1+1\u202e\u0007`;

  test('stay text wherever they stand', async () => {
    const hostile = figure(3, { id: HOSTILE, label: HOSTILE, records: () => [{ kind: 'activities', id: HOSTILE }] });
    const inline = { type: 'figure', figure: hostile } as const;
    const words = [{ type: 'text', text: HOSTILE } as const];
    const document: ReportDocument = {
      ...DOCUMENT,
      front: { ...DOCUMENT.front, title: HOSTILE, notices: [HOSTILE] },
      body: [
        { type: 'heading', id: HOSTILE, level: 1, number: '', title: HOSTILE },
        { type: 'cards', cards: [{ label: words, figure: hostile }] },
        {
          type: 'chart',
          title: HOSTILE,
          categories: [words, words],
          series: [{ name: HOSTILE, figures: [hostile, hostile] }],
        },
        { type: 'table', title: HOSTILE, columns: [{ title: HOSTILE }], rows: [[[...words, inline]]], notes: [words] },
      ],
      appendices: [{ title: HOSTILE, body: [{ type: 'paragraph', content: words }] }],
      figures: [hostile],
    };
    const page = await open(renderHtml(document));
    expect(await page.title()).toContain('<script>');
    expect(await page.locator('img').count()).toBe(0);
    await page.locator('main .figure').first().click();
    expect(await page.getByRole('dialog').locator('.records').textContent()).toContain('<img');
    expect(await page.title()).not.toBe('x');
    expect(await page.locator('img').count()).toBe(0);
  });
});
