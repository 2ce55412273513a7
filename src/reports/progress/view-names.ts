/** The words of `--by`, in the order of the help, with their Chinese names. */
export const VIEW_NAMES = {
  target: '目标',
  action: '行动',
  branch: '支部',
  partner: '结对',
  linkage: '五联',
  month: '月份',
  board: '榜单',
  inspection: '督查',
  request: '点单',
} as const;

export type ViewName = keyof typeof VIEW_NAMES;
