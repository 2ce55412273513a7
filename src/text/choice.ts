/** A word of a closed list, as commands and options take it: in English and, where it has such a name, in Chinese. */
export interface Choice<Name extends string = string> {
  readonly name: Name;
  readonly chinese?: string;
  /** Other words that mean the same; understood, but neither shown nor offered. */
  readonly also?: readonly string[];
}

/** Every word that means a choice, the English name first. */
export function wordsFor({ name, chinese, also = [] }: Choice): readonly string[] {
  return [name, ...(chinese === undefined ? [] : [chinese]), ...also];
}

/** The choice that a word means, in either language; undefined where it means none. */
export function choiceMeant<C extends Choice>(choices: readonly C[], typed: string): C | undefined {
  return choices.find((choice) => wordsFor(choice).includes(typed));
}

/** All choices for a sentence, the Chinese names beside the English: `text（文字，默认）、markdown 或 json`. */
export function choicesListed(choices: readonly Choice[], usual?: string): string {
  const shown = choices.map(({ name, chinese }) => {
    const beside = [chinese ?? '', name === usual ? '默认' : ''].filter((word) => word !== '').join('，');
    return beside === '' ? name : `${name}（${beside}）`;
  });
  const last = shown.pop() ?? '';
  if (shown.length === 0) return last;
  const before = shown.join('、');
  return `${before}${before.endsWith('）') ? '' : ' '}或 ${last}`;
}
