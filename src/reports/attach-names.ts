/** The words of `--attach`, in the order of the help, with their Chinese names. */
export const ATTACH_NAMES = {
  none: '无',
  list: '清单',
  all: '全部',
} as const;

/** The annexes of a summary: none; the lists of pairings and boards; these and every activity. */
export type Attach = keyof typeof ATTACH_NAMES;
