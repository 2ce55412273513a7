import type { InBoth } from '../diagnostics/diagnostic.js';
import { activityDay, isHeld } from '../ledger/state.js';
import { defineRule, eachOf, placeOf } from './rule.js';

interface Step {
  readonly on: string;
  readonly step: string;
}

const BEFORE: InBoth = { zh: '前一步在这里', en: 'The step before is here' };

/** Events are in an impossible order: one is dated before its predecessor, or an activity was held before its day. */
export const eventOrder = defineRule<{ step: string; on: string; before: InBoth; day: string }>({
  code: 'event-order',
  severity: 'error',
  locked: true,
  zh: {
    title: '经过的日期颠倒',
    why: '状态由经过的先后推算，日期颠倒就会算错。',
    message: ({ step, on, before, day }) => `“${step}”（${on}）排在“${before.zh}”（${day}）之后，日期却更早`,
    fix: () => '核对日期；日期没错就把这一步移到前面。',
  },
  en: {
    title: 'Events in the wrong order',
    why: 'States are worked out from the order of the events.',
    message: ({ step, on, before, day }) => `“${step}” (${on}) follows “${before.en}” (${day}) but has an earlier day`,
    fix: () => 'Check the dates; if they are right, move this step up.',
  },
  pass: `
    # data/activities/2025-03.yaml
    - id: 2025-03-15-义诊
      title: 春季义诊
      date: 2025-03-15
      types: [义诊]
      events:
        - on: 2025-03-10
          step: 申报
        - on: 2025-03-15
          step: 已开展`,
  fail: `
    # data/activities/2025-03.yaml
    - id: 2025-03-15-义诊
      title: 春季义诊
      date: 2025-03-15
      types: [义诊]
      events:
        - on: 2025-03-15
          step: 已开展
        - on: 2025-03-10
          step: 申报`,
  record: eachOf(['tasks', 'activities', 'requests'], (entry, report) => {
    const events: readonly Step[] = entry.value.events ?? [];
    for (const [index, { step, on }] of events.entries()) {
      const previous = events[index - 1];
      if (previous && previous.on > on) {
        const before = { zh: previous.step, en: previous.step };
        const related = [{ at: placeOf(entry, `/events/${index - 1}/on`), message: BEFORE }];
        report(entry, `/events/${index}/on`, { step, on, before, day: previous.on }, { related });
      }
      if (entry.kind !== 'activities' || !isHeld(step)) continue;
      const day = activityDay(entry.value, on);
      if (on < day) report(entry, `/events/${index}/on`, { step, on, before: { zh: '举办日期', en: 'its day' }, day });
    }
  }),
});
