import type { Event } from 'js-yaml';
import { type Finding, findingOf, type InBoth } from '../diagnostics/diagnostic.js';
import { MOST_FINDINGS } from './plain-subset.js';
import { sourceProblems as problems } from './problems.js';
import { buildTree, type TreeNode } from './tree.js';

const FIRST: InBoth = { zh: '第一次写在这里', en: 'Written here first' };

/** A finding for each repeated key of a mapping, at the repetition, with the first occurrence as related place. */
export function findDuplicateKeys(file: string, text: string, events: readonly Event[]): Finding[] {
  const findings: Finding[] = [];
  const visit = (node: TreeNode): void => {
    if (findings.length >= MOST_FINDINGS) return;
    const seen = new Map<string, TreeNode>();
    for (const { key, keyNode, value } of node.pairs ?? []) {
      const first = seen.get(key);
      if (first && findings.length < MOST_FINDINGS) findings.push(duplicate(file, key, first, keyNode));
      else if (!first) seen.set(key, keyNode);
      visit(value);
    }
    for (const item of node.items ?? []) visit(item);
  };
  const tree = buildTree(text, events);
  if (tree) visit(tree);
  return findings;
}

function duplicate(file: string, key: string, first: TreeNode, second: TreeNode): Finding {
  const related = [{ at: { file, offsets: [first.start, first.end] as const }, message: FIRST }];
  return findingOf(problems.duplicateKey, { key }, { file, offsets: [second.start, second.end] }, { related });
}
