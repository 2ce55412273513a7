import type { InBoth } from '../diagnostics/diagnostic.js';
import type { Entry, RecordOf } from '../ledger/ledger.js';
import { defineRule, eachOf, placeOf } from './rule.js';

const OTHER: InBoth = { zh: '另一个角色在这里', en: 'The other role is here' };
const ROLES = ['lead', 'assist', 'joined'] as const;
const TITLES: Readonly<Record<(typeof ROLES)[number], string>> = { lead: '牵头', assist: '协助', joined: '参与' };

interface Args {
  readonly who: string;
  readonly first: keyof typeof TITLES;
  readonly second: keyof typeof TITLES;
}

/** A branch or department has two roles in one pairing or activity: leads and assists, or assists and joins. */
export const leadAndAssist = defineRule<Args>({
  code: 'lead-and-assist',
  severity: 'error',
  zh: {
    title: '同一支部两个角色',
    why: '牵头、协助、参与分开统计，一个支部在一件事里只有一个角色。',
    message: ({ who, first, second }) => `“${who}”既是${TITLES[first]}（${first}），又是${TITLES[second]}（${second}）`,
    fix: () => '只留一个角色。',
  },
  en: {
    title: 'Two roles of one branch',
    why: 'Leading, assisting and joining are counted apart; in one matter a branch has one role.',
    message: ({ who, first, second }) =>
      `“${who}” is in ${first} (${TITLES[first]}) and in ${second} (${TITLES[second]})`,
    fix: () => 'Keep one of the roles.',
  },
  pass: `
    # data/pairings/2025.yaml
    - id: 东湖
      program: 联建
      partners: [东湖街道社区卫生服务中心]
      lead: 内科第二党支部
      assist: [医技第一党支部]`,
  fail: `
    # data/pairings/2025.yaml
    - id: 东湖
      program: 联建
      partners: [东湖街道社区卫生服务中心]
      lead: 内科第二党支部
      assist: [内科第二党支部]`,
  record: eachOf(['pairings', 'activities'], (entry, report) => {
    if (!hasTwoRoles(entry.value)) return;
    const seen = new Map<string, { role: Args['first']; pointer: string }>();
    for (const { role, pointer, who } of rolesOf(entry)) {
      const first = seen.get(who);
      if (!first) seen.set(who, { role, pointer });
      else {
        const related = [{ at: placeOf(entry, first.pointer), message: OTHER }];
        report(entry, pointer, { who, first: first.role, second: role }, { related });
      }
    }
  }),
});

/** Whether anybody has two roles: a quick check before the places are collected. */
function hasTwoRoles({ lead, assist, joined }: Pick<RecordOf<'activities'>, (typeof ROLES)[number]>): boolean {
  if (lead !== undefined && (assist?.includes(lead) || joined?.includes(lead))) return true;
  return joined !== undefined && (assist?.some((who) => joined.includes(who)) ?? false);
}

interface InRole {
  readonly role: Args['first'];
  readonly pointer: string;
  readonly who: string;
}

function rolesOf({ value }: Entry): readonly InRole[] {
  const fields = value as Readonly<Partial<Record<Args['first'], string | readonly string[]>>>;
  const found: InRole[] = [];
  for (const role of ROLES) {
    const field = fields[role];
    if (field === undefined) continue;
    if (typeof field === 'string') found.push({ role, pointer: `/${role}`, who: field });
    else for (const [index, who] of field.entries()) found.push({ role, pointer: `/${role}/${index}`, who });
  }
  return found;
}
