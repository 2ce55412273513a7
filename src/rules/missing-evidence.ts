import { closingOf } from './closings.js';
import { defineRule, eachOf } from './rule.js';

/** A task was closed (销号) without evidence, a file or an archive number, at the closing or at a verification. */
export const missingEvidence = defineRule<{ step: string }>({
  code: 'missing-evidence',
  severity: 'warning',
  zh: {
    title: '销号没有佐证',
    why: '上级抽查时，要拿得出证明任务完成的材料。',
    message: ({ step }) => `“${step}”没有佐证`,
    fix: () => '在这一步或核查、验收那一步写 evidence：文件路径，或者档案号和存放位置。',
  },
  en: {
    title: 'Closed without evidence',
    why: 'Whoever checks will ask for the proof that the task was done.',
    message: ({ step }) => `“${step}” has no evidence`,
    fix: () =>
      'Write evidence (佐证) at this step or at its verification: a file, or an archive number and the place where it lies.',
  },
  pass: `
    # data/boards/2025.yaml
    - { id: 清单, name: 工作清单, type: 工作清单, year: 2025 }
    # data/tasks/2025.yaml
    - id: 2025-任务-01
      board: 清单
      title: 压减等候
      events:
        - on: 2025-07-05
          step: 对账销号
          evidence:
            - archiveNumber: 2025-党建-012
              archivePlace: 党建办文件柜2`,
  fail: `
    # data/boards/2025.yaml
    - { id: 清单, name: 工作清单, type: 工作清单, year: 2025 }
    # data/tasks/2025.yaml
    - id: 2025-任务-01
      board: 清单
      title: 压减等候
      events:
        - on: 2025-07-05
          step: 对账销号`,
  record: eachOf(['tasks'], (task, report, { ledger }) => {
    const closing = closingOf(ledger, task);
    if (!closing?.needs.proof) return;
    const { event, index, verifications } = closing;
    if ([event, ...verifications].some(({ evidence }) => evidence !== undefined)) return;
    report(task, `/events/${index}/step`, { step: event.step });
  }),
});
