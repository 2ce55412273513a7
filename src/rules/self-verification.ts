import type { InBoth } from '../diagnostics/diagnostic.js';
import type { Ledger } from '../ledger/ledger.js';
import { defineRule, eachOf, placeOf } from './rule.js';

const RESPONSIBLE: InBoth = { zh: '责任科室在这里', en: 'The responsible departments are here' };

/** A task is verified by a responsible department, or by a member of a responsible group of departments. */
export const selfVerification = defineRule<{ department: string }>({
  code: 'self-verification',
  severity: 'error',
  zh: {
    title: '责任科室自己核验',
    why: '核查、验收不能由责任科室自己做，否则销号不算数。',
    message: ({ department }) => `“${department}”是责任科室，不能自己核验`,
    fix: () => '改为别的核验科室；核对责任科室有没有写多。',
  },
  en: {
    title: 'Verified by the responsible department itself',
    why: 'What a department verifies of its own work does not count.',
    message: ({ department }) => `“${department}” is responsible for the task and cannot verify it`,
    fix: () => 'Name another department; check whether the responsible ones are right.',
  },
  pass: `
    # data/tasks/2025.yaml
    - id: 2025-任务-01
      board: 清单
      title: 压减等候
      departments: [门诊办]
      events:
        - { on: 2025-07-01, step: 验收检查, verifiedBy: 纪检监察室 }`,
  fail: `
    # data/tasks/2025.yaml
    - id: 2025-任务-01
      board: 清单
      title: 压减等候
      departments: [门诊办]
      events:
        - { on: 2025-07-01, step: 验收检查, verifiedBy: 门诊办 }`,
  record: eachOf(['tasks'], (task, report, { ledger }) => {
    const { departments = [], events = [] } = task.value;
    for (const [index, { verifiedBy }] of events.entries()) {
      if (verifiedBy === undefined || !departments.some((id) => isOrContains(ledger, id, verifiedBy))) continue;
      const related = [{ at: placeOf(task, '/departments'), message: RESPONSIBLE }];
      report(task, `/events/${index}/verifiedBy`, { department: verifiedBy }, { related });
    }
  }),
});

function isOrContains(ledger: Ledger, id: string, department: string): boolean {
  return id === department || (ledger.get('departments', id)?.value.members ?? []).includes(department);
}
