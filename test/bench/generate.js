/** `npm run bench:generate -- N DIR`: a valid ledger of N made-up activities in DIR/data; `typical` for N is the one of the table. */
import { join } from 'node:path';
import { LEDGERS, writeLedger } from './ledger.js';

const [count, folder] = process.argv.slice(2);
const size = count === 'typical' ? LEDGERS.typical : { ...LEDGERS['10k'], activities: Number(count) };
if (!Number.isInteger(size.activities) || size.activities < 0 || folder === undefined) {
  process.stderr.write('usage: npm run bench:generate -- N|typical DIR\n');
  process.exit(2);
}
const data = join(folder, 'data');
writeLedger(data, size);
process.stdout.write(`${size.activities} activities in ${data}\n`);
