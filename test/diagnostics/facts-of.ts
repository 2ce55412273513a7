import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { ValidationFacts } from '../../src/diagnostics/formats/formats.js';
import { CATALOGUE } from '../../src/workspace/catalogue.js';

/** What a format gets beside these findings, with the whole catalogue. */
export function factsOf(all: readonly Diagnostic[], more: Partial<ValidationFacts> = {}): ValidationFacts {
  const errors = all.filter(({ severity }) => severity === 'error').length;
  return {
    summary: { files: 1, records: 1, errors, warnings: all.length - errors },
    language: 'zh',
    problems: CATALOGUE.flatMap(({ problems }) => problems.map(({ problem }) => problem)),
    excused: [],
    version: '1.2.3',
    ...more,
  };
}
