import { describe, expect, test } from 'vitest';
import { knowsFigure } from '../../../src/figures/known-figures.js';
import { FolderReader } from '../../../src/files/folder-reader.js';
import { renderTerminal } from '../../../src/render/terminal.js';
import { buildAnnual } from '../../../src/reports/annual/annual-document.js';
import { buildProgress } from '../../../src/reports/progress/progress-document.js';
import { explainContract } from '../../../src/reports/registry/explain-contract.js';
import { buildExplanation } from '../../../src/reports/registry/explain-document.js';
import { explain } from '../../../src/reports/registry/explanation.js';
import { figureFault } from '../../../src/reports/registry/figure-fault.js';
import { displayWidth } from '../../../src/text/width.js';
import { load } from '../../../src/workspace/load.js';
import { recordPlaces } from '../../../src/workspace/locations.js';
import { buildLedger } from '../../support/ledger-builder.js';
import { contract } from '../contracts.js';
import { contextOf } from '../report-context.js';
import { copiedLedger } from '../sample-ledger.js';

const validate = contract('explain');

describe.each([
  ['the hospital’s ledger', false],
  ['the ledger with samples', true],
])('%s', (_, samples) => {
  test.each([2025, 2021])('every figure of %i opens, and what it lists gives its value', async (year) => {
    const reader = new FolderReader('data', copiedLedger({ samples }));
    const { ledger } = await load(reader);
    const context = contextOf(ledger, year);
    const placeOf = recordPlaces(reader);
    const printed = [buildProgress(context), buildAnnual(context)].flatMap(({ figures }) => figures);
    expect(printed.length).toBeGreaterThan(30);
    const fresh = contextOf(ledger, year);
    for (const { id, value } of printed) {
      expect(knowsFigure(ledger, id), id).toBe(true);
      const figure = fresh.figures.byId(id);
      if (!figure) throw new TypeError(`${id} does not open`);
      expect(figure.value, id).toBe(value);
      const explained = explain(fresh, figure, placeOf);
      for (const all of [false, true]) {
        const text = renderTerminal(
          { body: buildExplanation(explained, all) },
          { width: 80, color: false, ascii: false },
        );
        for (const line of text.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
      }
      validate(explainContract(fresh, explained, () => '文字'));
      expect(validate.errors, id).toBeNull();
    }
  });
});

test('a figure that what it lists does not give is a fault of the program', async () => {
  const reader = new FolderReader('data', copiedLedger({ samples: false }));
  const context = contextOf((await load(reader)).ledger, 2025);
  const wrong = { ...context.figures.get('pairings', { year: '2025' }), value: 12 };
  expect(() => explain(context, wrong, recordPlaces(reader))).toThrow(
    'pairings@year=2025 is 12, but what it lists gives 11',
  );
});

test('an id offered for a wrong one is written as it is to be typed', () => {
  const problems = [{ category: '服务,态度', text: '生硬' }];
  const ledger = buildLedger({ inspections: [{ id: '督查', problems }] });
  expect(figureFault(ledger, 'problems@year=2025,type=服务%2C态').way).toBe('是不是 type=服务%2C态度？');
});
