import type { Entry } from '../ledger/ledger.js';
import { activityDay } from '../ledger/state.js';
import { certainlyBefore } from '../text/calendar-date.js';
import { defineRule, eachOf, placeOf } from './rule.js';

const DATED = ['activities', 'meetings', 'publications'] as const;

interface Args {
  readonly branch: string;
  readonly day: string;
  readonly bound: string;
  readonly closed: boolean;
}

/** A dated record names a branch that was closed by that day, or not yet founded. */
export const closedBranch = defineRule<Args>({
  code: 'closed-branch',
  severity: 'error',
  zh: {
    title: '支部那时不存在',
    why: '撤销以后或成立以前的支部不会开展活动，多半是写错了支部或日期。',
    message: ({ branch, day, bound, closed }) =>
      `“${branch}”${closed ? `已于 ${bound} 撤销` : `到 ${bound} 才成立`}，这条记录是 ${day} 的`,
    fix: () => '核对支部和日期；支部改了名或合并了，写接替它的支部。',
  },
  en: {
    title: 'A branch that did not exist then',
    why: 'A branch does nothing after it is closed or before it is founded; most often the branch or the date is wrong.',
    message: ({ branch, day, bound, closed }) =>
      `“${branch}” was ${closed ? 'closed' : 'founded'} in ${bound}, this record is of ${day}`,
    fix: () => 'Check the branch and the date; where it was renamed or merged, name the branch that follows it.',
  },
  pass: `
    # data/branches/2025.yaml
    - { id: 甲支部, category: 在职, closed: 2025-06 }
    # data/activities/2025-06.yaml
    - id: 2025-06-30-义诊
      title: 义诊
      date: 2025-06-30
      types: [义诊]
      lead: 甲支部`,
  fail: `
    # data/branches/2025.yaml
    - { id: 甲支部, category: 在职, closed: 2025-06 }
    # data/activities/2025-07.yaml
    - id: 2025-07-01-义诊
      title: 义诊
      date: 2025-07-01
      types: [义诊]
      lead: 甲支部`,
  record: eachOf(DATED, (entry, report, { ledger }) => {
    for (const { pointer, id, day } of mentionsOf(entry)) {
      const branch = ledger.get('branches', id);
      if (!branch) continue;
      const { opened, closed } = branch.value;
      const [bound, field] =
        closed !== undefined && certainlyBefore(closed, day)
          ? [closed, 'closed']
          : opened !== undefined && certainlyBefore(day, opened)
            ? [opened, 'opened']
            : [];
      if (bound === undefined) continue;
      const message = { zh: '支部登记在这里', en: 'The branch is registered here' };
      const related = [{ at: placeOf(branch, `/${field}`), message }];
      report(entry, pointer, { branch: id, day, bound, closed: field === 'closed' }, { related });
    }
  }),
});

interface Mention {
  readonly pointer: string;
  readonly id: string;
  readonly day: string;
}

/** The branches that a dated record names; a cancelled activity or meeting is skipped. */
function mentionsOf({ kind, value }: Entry<(typeof DATED)[number]>): Mention[] {
  const inList = (field: string, ids: readonly string[], day: string): Mention[] =>
    ids.map((id, index) => ({ pointer: `/${field}/${index}`, id, day }));
  if (kind === 'activities') {
    const { lead, assist = [], joined = [], events } = value;
    if (events?.at(-1)?.step === '取消') return [];
    const day = activityDay(value);
    const leads = lead === undefined ? [] : [{ pointer: '/lead', id: lead, day }];
    return [...leads, ...inList('assist', assist, day), ...inList('joined', joined, day)];
  }
  if (kind === 'meetings') {
    const { branches = [], date, cancelled } = value;
    return cancelled ? [] : inList('branches', branches, date);
  }
  const { branch: id, date: day } = value;
  return id === undefined ? [] : [{ pointer: '/branch', id, day }];
}
