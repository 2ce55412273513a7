/** A target's cycles as people name them. */
export const CYCLES = { year: '每年', quarter: '每季度', month: '每月', week: '每周' } as const;
