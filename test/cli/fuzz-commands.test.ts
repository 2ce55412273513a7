import { expect, test } from 'vitest';
import '../support/run-cli.js';
import { fuzzCommands } from '../support/command-fuzz.js';
import { baseLedger } from '../support/memory-reader.js';

/** Ledgers that broke a command once. */
test.each([['a wrong value over several lines is not mended in one', 20_250_401]])('%s', async (_, seed) => {
  expect(await fuzzCommands(baseLedger(), 1, seed)).toEqual([]);
});

test('no command breaks on 40 ledgers that are wrong in any way: npm run fuzz:commands tries more', async () => {
  expect(await fuzzCommands(baseLedger(), 40, 20_250_311)).toEqual([]);
});
