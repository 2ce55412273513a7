import type { Entry } from '../ledger/ledger.js';
import { activityDay } from '../ledger/state.js';
import { defineRule, placeOf } from './rule.js';

interface Step {
  readonly on: string;
  readonly step: string;
}

/**
 * Events are written in an order that cannot be: a later line has an earlier day.
 *
 * PASS: 计划 on 2025-03-01, then 已开展 on 2025-03-15.
 * FAIL: 已开展 on 2025-03-15 of an activity whose date is 2025-12-15, or 已开展 on 2025-03-15, then 计划 on 2025-03-20 written before it, or 销号 dated before 验收检查.
 */
export const eventOrder = defineRule<{ step: string; on: string; before: string; day: string }>({
  code: 'event-order',
  severity: 'error',
  title: '经过的日期颠倒',
  why: '状态由经过的先后推算，日期颠倒就会算错。',
  message: ({ step, on, before, day }) => `“${step}”（${on}）排在“${before}”（${day}）之后，日期却更早`,
  fix: () => '核对日期；日期没错就把这一步移到前面。',
  check({ ledger }, report) {
    const kinds = ['tasks', 'activities', 'requests'] as const;
    for (const entry of kinds.flatMap((kind): readonly Entry[] => ledger.all(kind))) {
      const events = (entry.value as { events?: readonly Step[] }).events ?? [];
      for (const [index, event] of events.entries()) {
        const previous = events[index - 1];
        if (!previous || previous.on <= event.on) continue;
        const args = { step: event.step, on: event.on, before: previous.step, day: previous.on };
        const related = [{ at: placeOf(entry, `/events/${index - 1}/on`), message: '前一步在这里' }];
        report(entry, `/events/${index}/on`, args, { related });
      }
    }
    for (const entry of ledger.all('activities')) {
      for (const [index, { on, step }] of (entry.value.events ?? []).entries()) {
        const day = activityDay(entry.value, on);
        if ((step !== '已开展' && step !== '签到') || on >= day) continue;
        report(entry, `/events/${index}/on`, { step, on, before: '举办日期', day });
      }
    }
  },
});
