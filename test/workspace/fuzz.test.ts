import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderDiagnosticsJson } from '../../src/diagnostics/formats/json.js';
import { renderDiagnostics } from '../../src/diagnostics/formats/text.js';
import { repairLedger } from '../../src/edit/repair-ledger.js';
import { diagnose } from '../../src/workspace/diagnose.js';
import { load } from '../../src/workspace/load.js';
import { baseLedger, type Files, MemoryReader } from '../support/memory-reader.js';

/** The same mutations on every run, so that a failure can be reproduced. */
const SEED = 20_250_311;
const base = baseLedger();
const paths = Object.keys(base).filter((path) => path.endsWith('.yaml'));

/** Everything `validate` and `validate --fix` do, on a ledger in memory; throws where they would crash. */
async function run(files: Files) {
  const reader = new MemoryReader({ ...base, ...files });
  const loaded = await load(reader);
  const diagnostics = diagnose(reader, loaded.findings);
  renderDiagnostics(diagnostics, { color: false, width: 80 });
  const summary = { files: loaded.files, records: loaded.records, errors: 0, warnings: 0 };
  Array.from(renderDiagnosticsJson(diagnostics, { summary }));
  return { reader, loaded, diagnostics };
}

const place = fc.record({
  path: fc.constantFrom(...paths),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});
const wrong = fc.oneof(
  fc.constantFrom(
    '：',
    '，',
    '“',
    '”',
    '\u3000',
    '\t',
    '#',
    '@',
    '%',
    '&',
    '*',
    '!',
    '|',
    '[',
    '}',
    '\u0000',
    '\u202e',
    '\r',
    '\n',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

describe('a mutated ledger never crashes the program', () => {
  test('with one byte changed', async () => {
    await fc.assert(
      fc.asyncProperty(place, fc.nat(255), async ({ path, at }, byte) => {
        const bytes = Buffer.from(base[path] ?? '');
        bytes[Math.floor(at * bytes.length)] = byte;
        await run({ [path]: bytes });
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  test('with a few characters changed, and --fix has nothing to do a second time', async () => {
    await fc.assert(
      fc.asyncProperty(place, wrong, fc.nat(6), async ({ path, at }, text, remove) => {
        const before = base[path] ?? '';
        const start = Math.floor(at * before.length);
        const mutated = before.slice(0, start) + text + before.slice(start + remove);
        const { reader, loaded } = await run({ [path]: mutated });
        const { files } = await repairLedger(reader, loaded, {}, () => true);
        const again = new MemoryReader({
          ...base,
          [path]: mutated,
          ...Object.fromEntries(files.map(({ file, after }) => [file, after])),
        });
        expect((await repairLedger(again, await load(again), {}, () => true)).files).toEqual([]);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  test('with a line deleted, doubled or moved', async () => {
    await fc.assert(
      fc.asyncProperty(
        place,
        fc.constantFrom('delete', 'double', 'indent', 'outdent', 'swap'),
        async ({ path, at }, how) => {
          const lines = (base[path] ?? '').split('\n');
          const index = Math.floor(at * lines.length);
          const [line = '', next = ''] = lines.slice(index, index + 2);
          const others = {
            delete: [],
            double: [line, line],
            indent: [` ${line}`],
            outdent: [line.slice(1)],
            swap: [next, line],
          };
          lines.splice(index, how === 'swap' ? 2 : 1, ...others[how]);
          await run({ [path]: lines.join('\n') });
        },
      ),
      { seed: SEED, numRuns: 150 },
    );
  });
});

describe('an impossible value is reported in its own line', () => {
  /** A field on one line, with what its value can never be: a group of fields it does not know. */
  const fields = paths.flatMap((path) =>
    (base[path] ?? '').split('\n').flatMap((line, index) => {
      const [, before] = /^((?:- | )*[A-Za-z]+: )[^|>&\s].*$/.exec(line) ?? [];
      return before === undefined ? [] : [{ path, index, before }];
    }),
  );

  test('in any field', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), async ({ path, index, before }) => {
        const lines = (base[path] ?? '').split('\n');
        lines[index] = `${before}{ 不是: [这样] }`;
        const { diagnostics } = await run({ [path]: lines.join('\n') });
        const own = diagnostics.filter(({ file, line }) => file === `data/${path}` && line === index + 1);
        expect(own.map(({ severity }) => severity)).toContain('error');
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  test('in a field typed with a full-width colon', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), async ({ path, index, before }) => {
        const lines = (base[path] ?? '').split('\n');
        lines[index] = (lines[index] ?? '').replace(before, before.replace(': ', '：'));
        const { diagnostics } = await run({ [path]: lines.join('\n') });
        const own = diagnostics.filter(({ file, line }) => file === `data/${path}` && line === index + 1);
        expect(own.map(({ code }) => code)).toContain('full-width-punctuation');
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
