/** The words of `--by`, in the order they are offered, with what each is called in Chinese. */
export const VIEW_NAMES = {
  target: '目标',
  action: '行动',
  branch: '支部',
  partner: '结对',
  linkage: '五联',
  month: '月份',
  board: '榜单',
  inspection: '督查',
} as const;

export type ViewName = keyof typeof VIEW_NAMES;
