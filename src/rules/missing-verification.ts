import { closingOf } from './closings.js';
import { defineRule, eachOf } from './rule.js';

/** A task was closed (销号) without a verification before, or with none that names the verifying department. */
export const missingVerification = defineRule<{ step: string; nobody: boolean }>({
  code: 'missing-verification',
  severity: 'warning',
  zh: {
    title: '销号没有核验',
    why: '先核查、验收，再销号；自己说完成了不算数。',
    message: ({ step, nobody }) =>
      nobody ? `“${step}”之前的核验没有写由哪个科室做` : `“${step}”之前没有核查或验收的环节`,
    fix: () => '补上核查或验收那一步，用 verifiedBy 写明核验科室。',
  },
  en: {
    title: 'Closed without verification',
    why: 'A result is verified before it is closed; one’s own word is not enough.',
    message: ({ step, nobody }) =>
      nobody
        ? `The verification before “${step}” does not say which department made it`
        : `No verification comes before “${step}”`,
    fix: () => 'Add the step of the verification, with the department in verifiedBy (核验科室).',
  },
  pass: `
    # data/boards/2025.yaml
    - { id: 清单, name: 工作清单, type: 工作清单, year: 2025 }
    # data/tasks/2025.yaml
    - id: 2025-任务-01
      board: 清单
      title: 压减等候
      departments: [门诊办]
      events:
        - { on: 2025-07-01, step: 验收检查, verifiedBy: 纪检监察室 }
        - { on: 2025-07-05, step: 对账销号 }`,
  fail: `
    # data/boards/2025.yaml
    - { id: 清单, name: 工作清单, type: 工作清单, year: 2025 }
    # data/tasks/2025.yaml
    - id: 2025-任务-01
      board: 清单
      title: 压减等候
      departments: [门诊办]
      events:
        - { on: 2025-07-05, step: 对账销号 }`,
  record: eachOf(['tasks'], (task, report, { ledger }) => {
    const closing = closingOf(ledger, task);
    if (!closing?.needs.verification) return;
    const { event, index, verifications } = closing;
    if ([event, ...verifications].some(({ verifiedBy }) => verifiedBy !== undefined)) return;
    report(task, `/events/${index}/step`, { step: event.step, nobody: verifications.length > 0 });
  }),
});
