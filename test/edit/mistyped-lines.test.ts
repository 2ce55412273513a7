import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repairLedger } from '../../src/edit/repair-ledger.js';
import { diagnose } from '../../src/workspace/diagnose.js';
import { load } from '../../src/workspace/load.js';
import { baseLedger, MemoryReader } from '../support/memory-reader.js';

const base = baseLedger();
/** Every line with a field and its value, but for the first lines of text blocks. */
const lines = Object.entries(base).flatMap(([path, text]) =>
  text.split('\n').flatMap((line, index) => (/^ *(?:- )?[A-Za-z]+: [^|>]/.test(line) ? [{ path, index }] : [])),
);

/** One line typed as clerks type it; the same line where that changes nothing. */
const MISTYPED: Readonly<Record<string, (line: string) => string>> = {
  'a full-width colon': (line) => line.replace(': ', '：'),
  'a full-width space behind the colon': (line) => line.replace(': ', ':\u3000'),
  'no space behind the colon': (line) => line.replace(': ', ':'),
  'a tab before it': (line) => line.replace(/^ +/, '\t'),
  'full-width spaces before it': (line) => line.replace(/^ +/, '\u3000\u3000'),
  'a full-width dash': (line) => line.replace('- ', '－ '),
  'a full-width comma': (line) => line.replace(', ', '，'),
  'full-width digits': (line) =>
    line.replace(/(?<=: )\d+$/, (all) => all.replace(/\d/g, (digit) => '０１２３４５６７８９'[Number(digit)] ?? '')),
  'a written date': (line) => line.replace(/(?<=: )(\d{4})-(\d\d)-(\d\d)$/, '$1年$2月$3日'),
  'quotation marks of prose': (line) => line.replace(/(?<=: )([^[{"'\d][^#]*)$/, '“$1”'),
  'spaces within a name': (line) => line.replace(/(?<=: )(\p{Script=Han})(\p{Script=Han})$/u, '$1  $2'),
};

describe('one line typed with', () => {
  test.each(Object.entries(MISTYPED))(
    '%s is told, and either mended as it was or left as it is',
    async (_, mistype) => {
      let restored = 0;
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...lines), async ({ path, index }) => {
          const before = base[path] ?? '';
          const typed = before
            .split('\n')
            .map((line, at) => (at === index ? mistype(line) : line))
            .join('\n');
          fc.pre(typed !== before);
          const reader = new MemoryReader({ ...base, [path]: typed });
          const loaded = await load(reader);
          const { files } = await repairLedger(reader, loaded, {}, () => true);
          expect(files.filter(({ file }) => file !== path)).toEqual([]);
          expect([before, typed]).toContain(files[0]?.after ?? typed);
          if (files.length > 0) restored += 1;
          const own = diagnose(reader, loaded.findings).filter(
            ({ file, line }) => file === `data/${path}` && line === index + 1,
          );
          if (files.length > 0) expect(own).not.toEqual([]);
        }),
        { seed: 20_250_311, numRuns: 30 },
      );
      expect(restored).toBeGreaterThan(0);
    },
  );
});
