import { shownText } from '../../src/text/shown-text.js';
import { readTree } from './memory-reader.js';

/** One folder of test/fixtures/problems: files merged over the base ledger, and the findings they must have. */
export interface ProblemFixture {
  /** The code its folder is named after. */
  readonly code: string;
  readonly name: string;
  /** Paths below the data folder. */
  readonly files: Readonly<Record<string, string>>;
  /** As `places` writes them, sorted. */
  readonly expected: readonly string[];
}

const EXPECTATION = /^# expect: (\S+) (\d+:\d+)$/gm;

/** Every fixture: `<code>/<case>/data/…`, findings written as `# expect: <code> <line>:<column>` in the bad file. */
export function problemFixtures(): ProblemFixture[] {
  const cases = new Map<string, Record<string, string>>();
  for (const [path, text] of Object.entries(readTree('test/fixtures/problems'))) {
    const [, name = '', file = ''] = /^([^/]+\/[^/]+)\/data\/(.+)$/.exec(path) ?? [];
    cases.set(name, { ...cases.get(name), [file]: text });
  }
  return [...cases].map(([name, files]) => ({
    code: name.split('/')[0] ?? '',
    name,
    files,
    expected: Object.entries(files).flatMap(expectations).sort(),
  }));
}

function expectations([file, text]: [string, string]): string[] {
  return [...text.matchAll(EXPECTATION)].map(([, code, place]) => `${shownText(`data/${file}`)}:${place} ${code}`);
}
