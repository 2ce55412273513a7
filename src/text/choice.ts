/** A word of a closed list for arguments and options: in English and, if it has one, in Chinese. */
export interface Choice<Name extends string = string> {
  readonly name: Name;
  readonly chinese?: string;
  /** Other words that mean the same; understood, but neither shown nor offered. */
  readonly also?: readonly string[];
}

/** The names of a choice, the English one first. */
export function wordsFor({ name, chinese, also = [] }: Choice): readonly string[] {
  return [name, ...(chinese === undefined ? [] : [chinese]), ...also];
}

/** The choice of a name in either language; undefined where there is none. */
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
