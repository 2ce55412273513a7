/**
 * A plugin of Stryker's that does not mutate a rule's sentences and samples. Sentences are checked by golden files, samples
 * by other tests; mutation tests the checks.
 */
const WORDS = new Set(['zh', 'en', 'pass', 'fail']);

/** @param {{ isObjectProperty(): boolean, node: { key?: { name?: string } } }} path @returns {string | undefined} */
function shouldIgnore(path) {
  return path.isObjectProperty() && WORDS.has(path.node.key?.name ?? '') ? 'words, not judgement' : undefined;
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'words', value: { shouldIgnore } }];
