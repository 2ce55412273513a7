import type { Diagnostic } from '../diagnostic.js';
import { fingerprints } from '../fingerprint.js';
import { oneLine } from '../one-line.js';
import type { ValidationFacts } from './formats.js';
import { jsonPieces } from './json-pieces.js';
import { sarifRule } from './sarif-rule.js';

/** The schema of SARIF 2.1.0 with its errata, as OASIS names it. */
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** Stands for the top of the repository; the reader of the file substitutes its own path. */
const TOP = '%SRCROOT%';
const TAGS = { zh: 'zh-CN', en: 'en' } as const;

/** SARIF 2.1.0 (OASIS): every rule of the catalogue, every finding, and what records are excused from, as suppressed. */
export function renderSarif(diagnostics: readonly Diagnostic[], facts: ValidationFacts): Iterable<string> {
  const { language, problems, version } = facts;
  const driver = { name: 'yueyi', semanticVersion: version, rules: problems.map((each) => sarifRule(each, language)) };
  const log = (results: readonly unknown[]) => ({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { ...driver, language: TAGS[language] } },
        language: TAGS[language],
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [TOP]: { description: { text: TOP_DESCRIPTION[language] } } },
        invocations: [{ executionSuccessful: true }],
        results,
      },
    ],
  });
  return jsonPieces(log, resultsOf(diagnostics, facts));
}

function* resultsOf(diagnostics: readonly Diagnostic[], { language, problems, excused }: ValidationFacts) {
  const fingerprint = fingerprints();
  const indexes = new Map(problems.map(({ code }, index) => [code, index]));
  const result = (diagnostic: Diagnostic, text: string): object => ({
    ruleId: diagnostic.code,
    ruleIndex: indexes.get(diagnostic.code) ?? -1,
    level: diagnostic.severity,
    message: { text },
    locations: [locationOf(diagnostic)],
    ...relatedOf(diagnostic),
    partialFingerprints: { 'yueyiFinding/v1': fingerprint(diagnostic) },
  });
  for (const diagnostic of diagnostics) yield result(diagnostic, oneLine(diagnostic, language));
  for (const diagnostic of excused) {
    const suppressions = [{ kind: 'inSource', justification: diagnostic.hint }];
    yield { ...result(diagnostic, diagnostic.message), suppressions };
  }
}

const TOP_DESCRIPTION = { zh: '仓库的最上层文件夹', en: 'The top of the repository' } as const;

function locationOf(diagnostic: Diagnostic): object {
  const { file, line, column, endLine, endColumn, path, record } = diagnostic;
  const logical = { ...(record === null ? {} : { name: record }), ...(path ? { fullyQualifiedName: path } : {}) };
  return {
    ...physical(file, { startLine: line, startColumn: column, endLine, endColumn }),
    ...(Object.keys(logical).length > 0 ? { logicalLocations: [{ ...logical, kind: 'object' }] } : {}),
  };
}

function relatedOf({ related }: Diagnostic): object {
  if (related.length === 0) return {};
  return {
    relatedLocations: related.map(({ file, line, column, message }, id) => ({
      id,
      ...physical(file, { startLine: line, startColumn: column }),
      message: { text: message },
    })),
  };
}

function physical(file: string, region: object): object {
  return { physicalLocation: { artifactLocation: { uri: uriOf(file), uriBaseId: TOP }, region } };
}

/** A path as a relative URI: each segment percent-encoded, so that no name is taken for a scheme or a query. */
function uriOf(file: string): string {
  // encodeURIComponent throws for a lone surrogate.
  return file
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
