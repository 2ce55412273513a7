import type { InBoth } from '../diagnostics/diagnostic.js';
import type { Entry } from '../ledger/ledger.js';
import { followersOf, type StepOrder } from '../ledger/stages.js';
import { stepOrderOf } from '../ledger/step-order.js';
import { defineRule, eachOf, placeOf, type Report } from './rule.js';

interface Step {
  readonly on: string;
  readonly step: string;
}

const BEFORE: InBoth = { zh: '前一步在这里', en: 'The step before is here' };

interface Args {
  readonly step: string;
  readonly before: string;
  readonly allowed: readonly string[];
}

/**
 * A step may not follow the one before it, by the order of its board's type, of activities or of requests. Steps may be
 * left out or repeated.
 */
export const stepOrder = defineRule<Args>({
  code: 'step-order',
  severity: 'error',
  locked: true,
  zh: {
    title: '环节的先后不对',
    why: '状态取最后一个环节；先后不对，状态就会算错。',
    message: ({ step, before }) => `“${before}”之后不能是“${step}”`,
    fix: ({ allowed }) =>
      allowed.length > 0
        ? `可以是：${allowed.join('、')}。核对环节，或者补上中间缺的一步。`
        : '它是最后一步，后面不再有环节；核对哪一步写错了。',
  },
  en: {
    title: 'A step that cannot come here',
    why: 'The last step is the state; in a wrong order the state is wrong.',
    message: ({ step, before }) => `“${step}” cannot follow “${before}”`,
    fix: ({ allowed }) =>
      allowed.length > 0
        ? `These can: ${allowed.join('、')}. Check the step, or add the one that is missing between.`
        : 'It is the last step, nothing follows it; check which of the two is wrong.',
  },
  pass: `
    # data/boards/2025.yaml
    - { id: 清单, name: 工作清单, type: 工作清单, year: 2025 }
    # data/tasks/2025.yaml
    - id: 2025-任务-01
      board: 清单
      title: 压减等候
      events:
        - { on: 2025-06-20, step: 验收检查 }
        - { on: 2025-06-21, step: 限期整改 }
        - { on: 2025-07-05, step: 验收检查 }`,
  fail: `
    # data/boards/2025.yaml
    - { id: 清单, name: 工作清单, type: 工作清单, year: 2025 }
    # data/tasks/2025.yaml
    - id: 2025-任务-01
      board: 清单
      title: 压减等候
      events:
        - { on: 2025-06-20, step: 验收检查 }
        - { on: 2025-06-21, step: 限期整改 }
        - { on: 2025-07-05, step: 对账销号 }`,
  record: eachOf(['activities', 'requests', 'tasks'], (entry, report, { ledger }) => {
    const order = stepOrderOf(entry, ledger);
    if (order) reportOrder(entry, order, report);
  }),
});

function reportOrder(entry: Entry<'activities' | 'requests' | 'tasks'>, order: StepOrder, report: Report<Args>): void {
  const events: readonly Step[] = entry.value.events ?? [];
  for (const [index, { step, on }] of events.entries()) {
    const before = events[index - 1];
    // Days in the wrong order, and steps of another type, are reported by event-order and unknown-step.
    if (!before || before.on > on || step === before.step) continue;
    if (!order.stages.includes(step) && order.turns?.[step] === undefined) continue;
    const allowed = followersOf(order, before.step);
    if (allowed.includes(step)) continue;
    const related = [{ at: placeOf(entry, `/events/${index - 1}/step`), message: BEFORE }];
    report(entry, `/events/${index}/step`, { step, before: before.step, allowed }, { related });
  }
}
