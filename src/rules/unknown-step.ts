import { stageTable } from '../ledger/stages.js';
import { nearest } from '../text/nearest.js';
import { defineRule } from './rule.js';

/**
 * A task's event names a step that tasks of its board's type do not have.
 *
 * PASS: `step: 对账销号` on a board of the type 工作清单.
 * FAIL: `step: 揭榜` on a board of the type 工作清单.
 */
export const unknownStep = defineRule<{ step: string; type: string; near: string; stages: string }>({
  code: 'unknown-step',
  severity: 'error',
  title: '这类榜单没有这个环节',
  why: '任务的状态按榜单类型的环节推算。',
  message: ({ step, type }) => `“${type}”类的任务没有“${step}”这个环节`,
  fix: ({ near, stages }) => `${near ? `是不是“${near}”？` : ''}可用的环节：${stages}。`,
  check({ ledger }, report) {
    for (const task of ledger.all('tasks')) {
      const type = ledger.get('boards', task.value.board)?.value.type;
      if (type === undefined) continue;
      const { stages } = stageTable(type);
      for (const [index, { step }] of (task.value.events ?? []).entries()) {
        if (stages.includes(step)) continue;
        report(task, `/events/${index}/step`, {
          step,
          type,
          near: nearest(step, stages)[0] ?? '',
          stages: stages.join('、'),
        });
      }
    }
  },
});
