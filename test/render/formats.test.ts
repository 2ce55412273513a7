import { expect, test } from 'vitest';
import { FORMATS, formatsFrom, type Layout } from '../../src/render/formats.js';
import { wordsFor } from '../../src/text/choice.js';
import { DOCUMENT } from './sample-document.js';

const LAYOUT: Layout = { width: 80, color: false, ascii: false };
const [TABLE] = DOCUMENT.body.filter((block) => block.type === 'table');
const PRODUCT = {
  document: () => DOCUMENT,
  page: () => DOCUMENT,
  contract: () => ({ version: 1 }),
  table: () => TABLE ?? null,
  workbook: () => DOCUMENT,
  paper: () => ({
    document: DOCUMENT,
    settings: {
      fonts: { title: '宋体', text: '仿宋', heading: '黑体', subheading: '楷体', pageNumber: '宋体' },
      to: '各党支部',
      copyTo: [],
      printedBy: '党委办公室',
    },
  }),
  records: () => ({ fields: [{ name: 'id', type: { type: 'text' } as const }], records: [{ id: '东湖' }] }),
  files: () => new Map([['data/workspace.yaml', new Uint8Array([104, 105])]]),
  events: () => ({ name: '工作日历', notices: [], asOf: '2025-06-30', events: [] }),
};

test.each(FORMATS)('$name is made from a part of a product, the same each time', async ({ render }) => {
  const made = await render(PRODUCT, LAYOUT);
  expect(made).toBeTruthy();
  expect(await render(PRODUCT, LAYOUT)).toEqual(made);
});

test.each(FORMATS)('$name: nothing to write is no empty file', async ({ from, render }) => {
  expect(await render({ [from]: () => null }, LAYOUT)).toBeNull();
});

test.each(FORMATS)('$name: a command that claims it without the part is at fault', async ({ render }) => {
  await expect(render({}, LAYOUT)).rejects.toThrow(TypeError);
});

test('JSON is pretty-printed and ends in one line feed, so that two runs can be compared line by line', async () => {
  const json = FORMATS.find(({ name }) => name === 'json');
  expect(await json?.render(PRODUCT, LAYOUT)).toBe('{\n  "version": 1\n}\n');
});

test('the formats of a command are those of the parts it makes, in the order of the table', () => {
  expect(formatsFrom('contract', 'document').map(({ name }) => name)).toEqual(
    expect.arrayContaining(['text', 'markdown', 'json']),
  );
  expect(new Set(formatsFrom('table').map(({ from }) => from))).toEqual(new Set(['table']));
  expect(
    formatsFrom('contract', 'document', 'page', 'table', 'workbook', 'paper', 'records', 'files', 'events'),
  ).toEqual(FORMATS);
});

test('no name and no ending is of two formats', () => {
  for (const all of [FORMATS.flatMap(wordsFor), FORMATS.flatMap(({ endings }) => endings)])
    expect(all).toEqual([...new Set(all)]);
});
