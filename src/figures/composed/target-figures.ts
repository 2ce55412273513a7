import type { Composed } from './composed.js';

/** What a target still lacks. */
export const TARGET_FIGURES: readonly Composed[] = [
  {
    name: 'short',
    label: '尚缺',
    unit: '',
    formula: 'ratio',
    needs: ['target'],
    behind: (figures, { target }) => {
      const entry = figures.ledger.get('targets', target);
      const inputs = entry ? [figures.target(entry).goal, figures.target(entry).done] : [];
      return {
        inputs,
        rule: '目标数 − 已完成，超额时为零',
        value: ([goal = null, done = null]) => (goal === null || done === null ? null : least(done, goal)),
      };
    },
  },
];

const least = (part: number, whole: number): number => Math.max(0, whole - part);
