import { schemaOf } from './dictionary.js';
import { fieldsOf, fieldType } from './fields.js';
import type { Kind } from './kinds.js';
import { showValue } from './show-value.js';

/** A template of a kind's record to copy: the schema's example, then every field with its meaning, all as comments. */
export function recordTemplate(kind: Kind): string {
  const { title = kind, description = '', examples = [] } = schemaOf(kind);
  const fields = fieldsOf(kind).map(({ path, node, required, example }) => {
    const shown = example === undefined ? '' : `，如 ${showValue(example)}`;
    return `#   ${path}：${node.title ?? ''}${required ? '（必填）' : ''}。${node.description ?? ''}${fieldType(node)}${shown}`;
  });
  const lines = [
    `# ${title}：${description}`,
    `# 照下面的样子写在 data/${kind}/ 里的 .yaml 文件中（去掉行首的“# ”）：`,
    ...examples.flatMap((example) =>
      blockLines(example, '').map((line, index) => `# ${index === 0 ? '- ' : '  '}${line}`),
    ),
    '#',
    '# 可用的字段：',
    ...fields,
  ];
  return `${lines.join('\n')}\n`;
}

/** An example in block style, one key a line. */
function blockLines(value: unknown, indent: string): string[] {
  return Object.entries(value as Record<string, unknown>).flatMap(([key, child]) => {
    if (Array.isArray(child) && child.every((item) => typeof item === 'object')) {
      const items = child.flatMap((item) =>
        blockLines(item, '').map((line, index) => `${indent}  ${index === 0 ? '- ' : '  '}${line}`),
      );
      return [`${indent}${key}:`, ...items];
    }
    return [`${indent}${key}: ${showValue(child, Number.POSITIVE_INFINITY)}`];
  });
}
