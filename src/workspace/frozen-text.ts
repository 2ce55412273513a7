import type { Frozen, Restatement, StatedValue } from '../ledger/frozen-year.js';
import { yamlText } from '../schema/yaml-text.js';
import { formatDate } from '../text/chinese-date.js';

/** The file of a frozen year: plain YAML, one figure and one record a line, so that a clerk and `git diff` can read it. */
export function frozenText(frozen: Frozen): string {
  const { year, frozen: day, asOf, outline, note, restatements = [], figures, records, digest } = frozen;
  const lines = [
    `# ${year}年定稿的数字，${formatDate(day)}由 yueyi freeze 写出，不要手改。`,
    `# 更正：yueyi freeze ${year} --restate --reason "理由"；核对：yueyi freeze ${year} --check`,
    `year: ${year}`,
    `frozen: ${day}`,
    `asOf: ${asOf}`,
    ...(outline === undefined ? [] : [`outline: ${yamlText(outline)}`]),
    ...(note === undefined ? [] : [`note: ${yamlText(note)}`]),
    ...(restatements.length === 0 ? [] : ['restatements:']),
    ...restatements.flatMap(restatementLines),
    'figures:',
    ...figures.map(
      ({ label, unit, id, basis, ...said }) =>
        `  - { label: ${yamlText(label)}, ${fieldsOf({ ...said, unit, id })}, basis: ${basis} }`,
    ),
    ...recordLines(records),
    `digest: ${digest}`,
  ];
  return `${lines.join('\n')}\n`;
}

function restatementLines({ on, reason, changes }: Restatement): string[] {
  const rows = changes.map(
    ({ label, was, now, unit, id }) =>
      `      - { label: ${yamlText(label)}, ${statedField('was', was)}${statedField('now', now)}${fieldsOf({ unit, id })} }`,
  );
  const list = rows.length === 0 ? ['    changes: []'] : ['    changes:', ...rows];
  return [`  - on: ${on}`, `    reason: ${yamlText(reason)}`, ...list];
}

function statedField(name: string, said: StatedValue | undefined): string {
  return said === undefined ? '' : `${name}: { ${fieldsOf({ ...said })} }, `;
}

/** The fields that are filled in, as they stand within braces. */
function fieldsOf(fields: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(fields)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}: ${typeof value === 'number' ? value : yamlText(value)}`],
    )
    .join(', ');
}

function recordLines(records: Frozen['records']): string[] {
  const kinds = Object.entries(records);
  if (kinds.length === 0) return ['records: {}'];
  const lines = kinds.flatMap(([kind, marks]) => [
    `  ${kind}:`,
    ...Object.entries(marks).map(([id, mark]) => `    ${yamlText(id)}: ${mark}`),
  ]);
  return ['records:', ...lines];
}
