import { stageTable } from '../ledger/stages.js';
import { nearest } from '../text/nearest.js';
import { defineRule, eachOf } from './rule.js';

/** A task's event names a step that tasks of its board's type do not have. */
export const unknownStep = defineRule<{ step: string; type: string; near: string; stages: readonly string[] }>({
  code: 'unknown-step',
  severity: 'error',
  locked: true,
  zh: {
    title: '这类榜单没有这个环节',
    why: '任务的状态按榜单类型的环节推算。',
    message: ({ step, type }) => `“${type}”类的任务没有“${step}”这个环节`,
    fix: ({ near, stages }) => `${near ? `是不是“${near}”？` : ''}可用的环节：${stages.join('、')}。`,
  },
  en: {
    title: 'A step that boards of this type do not have',
    why: 'A task’s state is worked out by the steps of its board’s type.',
    message: ({ step, type }) => `Tasks of the type “${type}” have no step “${step}”`,
    fix: ({ near, stages }) => `${near ? `Do you mean “${near}”? ` : ''}The steps: ${stages.join('、')}.`,
  },
  pass: `
    # data/boards/2025.yaml
    - { id: 清单, name: 工作清单, type: 工作清单, year: 2025 }
    # data/tasks/2025.yaml
    - id: 2025-任务-01
      board: 清单
      title: 压减等候
      events:
        - { on: 2025-06-20, step: 自查 }`,
  fail: `
    # data/boards/2025.yaml
    - { id: 清单, name: 工作清单, type: 工作清单, year: 2025 }
    # data/tasks/2025.yaml
    - id: 2025-任务-01
      board: 清单
      title: 压减等候
      events:
        - { on: 2025-06-20, step: 揭榜 }`,
  record: eachOf(['tasks'], (task, report, { ledger }) => {
    const type = ledger.get('boards', task.value.board)?.value.type;
    if (type === undefined) return;
    const { stages } = stageTable(type);
    for (const [index, { step }] of (task.value.events ?? []).entries()) {
      if (stages.includes(step)) continue;
      report(task, `/events/${index}/step`, { step, type, near: nearest(step, stages)[0] ?? '', stages });
    }
  }),
});
