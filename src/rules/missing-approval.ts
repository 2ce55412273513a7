import { isHeld } from '../ledger/state.js';
import { defineRule, eachOf } from './rule.js';

/** The types of activities that need an approval (一会一审批). */
const APPROVED = ['讲座', '巡讲'] as const;

/** A lecture was held without a registered approval, or approved only after it was held. */
export const missingApproval = defineRule<{ type: string; late: string }>({
  code: 'missing-approval',
  severity: 'warning',
  zh: {
    title: '讲座没有审批',
    why: '讲座实行“一会一审批”。',
    message: ({ type, late }) => (late ? `${type}的审批（${late}）在开讲之后` : `${type}已开展，没有登记审批`),
    fix: ({ late }) =>
      late
        ? '核对审批的日期（approval 的 on）；确是事后补批的，在这条写免检说明（excuse）。'
        : '补上 approval：谁批准的（by）、哪一天（on）、审批号（number）。',
  },
  en: {
    title: 'A lecture without approval',
    why: 'Each lecture needs an approval of its own (一会一审批).',
    message: ({ type, late }) =>
      late
        ? `The ${type} was approved (${late}) after it was held`
        : `The ${type} was held without a registered approval`,
    fix: ({ late }) =>
      late
        ? 'Check the day of the approval (审批); if it was given afterwards, write an excuse (免检说明) here.'
        : 'Add approval (审批): by whom, on which day, and its number.',
  },
  pass: `
    # data/activities/2025-04.yaml
    - id: 2025-04-20-谷雨讲座
      title: 谷雨养生讲座
      date: 2025-04-20
      types: [讲座]
      approval: { by: 党政综合办, on: 2025-04-15 }
      events:
        - { on: 2025-04-20, step: 已开展 }`,
  fail: `
    # data/activities/2025-04.yaml
    - id: 2025-04-20-谷雨讲座
      title: 谷雨养生讲座
      date: 2025-04-20
      types: [讲座]
      events:
        - { on: 2025-04-20, step: 已开展 }`,
  record: eachOf(['activities'], (activity, report) => {
    const { types, approval, events = [] } = activity.value;
    const type = APPROVED.find((word) => types.includes(word));
    if (type === undefined) return;
    const held = events.find(({ step }) => isHeld(step));
    if (!held) return;
    if (!approval) report(activity, '/types', { type, late: '' });
    else if (approval.on > held.on) report(activity, '/approval/on', { type, late: approval.on });
  }),
});
