import type { FigureRow } from '../row.js';
import { PAIRING_ROWS } from './pairing-rows.js';

/** The measures that count branches by their part in pairings, and the one that counts each branch once. */
const ROLES = ['leads', 'assistants', 'joint-branches'] as const;
const ALL = 'paired-branches';

/** How many branches are counted again under a further role: so many do the roles add up to more than the branches. */
export const ROLE_ROWS: readonly FigureRow[] = [
  {
    name: 'several-roles',
    label: '兼任几种角色的支部',
    unit: '个',
    needs: [],
    may: PAIRING_ROWS.find(({ name }) => name === ALL)?.may ?? [],
    make: (source, dimensions) => ({
      made: 'derived',
      formula: 'ratio',
      inputs: [...ROLES, ALL].map((measure) => source.get(measure, dimensions)),
      rule: '牵头、协助、共同结对的支部数相加 − 参与结对的支部数',
      value: ([leads = null, assistants = null, joint = null, all = null]) =>
        leads === null || assistants === null || joint === null || all === null
          ? null
          : leads + assistants + joint - all,
    }),
  },
];
