import type { DataField, DataType, RecordSet } from '../document/record-set.js';
import { recordState, stateWords } from '../ledger/kind-table.js';
import type { Entry } from '../ledger/ledger.js';
import type { ReportContext } from '../reports/context.js';
import { homeOf, resolveNode, type SchemaNode, schemaOf } from '../schema/dictionary.js';
import type { Kind } from '../schema/kinds.js';

/** A list within itself (章节 of an outline) would never end: what lies deeper is JSON. */
const DEEPEST = 4;

const PLAIN = ['integer', 'number', 'boolean'] as const;

/**
 * Records of a kind with the types their dictionary gives them, beside them their state on the day and whether they
 * are samples, as in `list --format json`.
 */
export function recordSet(context: ReportContext, kind: Kind, entries: readonly Entry[]): RecordSet {
  const home = schemaOf(kind);
  const state: DataField[] = stateWords(kind).length > 0 ? [{ name: 'state', type: { type: 'text' } }] : [];
  return {
    fields: [...fieldsIn(resolveNode(home, home), home, 1), ...state, { name: 'sample', type: { type: 'boolean' } }],
    records: entries.map((entry) => {
      const stateNow = recordState(context, entry);
      return { ...entry.value, ...(stateNow ? { state: stateNow.label } : {}), sample: entry.sample };
    }),
  };
}

function fieldsIn({ properties = {} }: SchemaNode, home: SchemaNode, depth: number): DataField[] {
  return Object.entries(properties).map(([name, child]) => ({ name, type: typeOf(child, home, depth) }));
}

function typeOf(child: SchemaNode, home: SchemaNode, depth: number): DataType {
  const childHome = homeOf(child, home);
  const node = resolveNode(child, childHome);
  if (node.items) return { type: 'list', of: typeOf(node.items, childHome, depth) };
  const plain = PLAIN.find((type) => type === node.type);
  if (plain) return { type: plain };
  if (node.type === 'string' || isWords(node)) return { type: node.format === 'date' ? 'date' : 'text' };
  const isGroup = node.properties !== undefined && node.additionalProperties === undefined && depth < DEEPEST;
  return isGroup ? { type: 'group', fields: fieldsIn(node, childHome, depth + 1) } : { type: 'json' };
}

/** A choice among words names no type. */
function isWords(node: SchemaNode): boolean {
  const choices = node.enum ?? (node.const === undefined ? [] : [node.const]);
  return choices.length > 0 && choices.every((choice) => typeof choice === 'string');
}
