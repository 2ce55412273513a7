import type { InBoth } from '../diagnostics/diagnostic.js';
import { addTo } from '../ledger/add-to.js';
import { type Entry, fieldsOf, type Ledger } from '../ledger/ledger.js';
import { defineRule, placeOf } from './rule.js';

const DECLARED: InBoth = { zh: '文件写明的总数在这里', en: 'The declared total is here' };

/**
 * A board marked as completely registered has another number of tasks than a document declares for it; or all boards of a
 * programme are marked, and their tasks together differ from the number declared for the programme.
 */
export const declaredTotal = defineRule<{ subject: string; declared: number; registered: number; unit: string }>({
  code: 'declared-total',
  severity: 'error',
  zh: {
    title: '已录全的榜单与文件数不符',
    why: '标明录全的榜单，任务数应和文件写明的一样。',
    message: ({ subject, declared, registered, unit }) =>
      `“${subject}”标明已录全，文件写明 ${declared}${unit}，已录入 ${registered}${unit}`,
    fix: () => '补上缺的任务或删去多的；还没录全就去掉 complete。',
  },
  en: {
    title: 'A complete board that differs from the document',
    why: 'A board marked as complete has as many tasks as the document declares.',
    message: ({ subject, declared, registered, unit }) =>
      `“${subject}” is marked complete (已录全): the document declares ${declared}${unit}, ${registered}${unit} are registered`,
    fix: () => 'Add the missing tasks or delete those too many; if not all are registered yet, delete complete.',
  },
  pass: `
    # data/boards/2025.yaml
    - id: 2025-要点
      name: 工作要点
      type: 工作要点
      year: 2025
      complete: true
    # data/tasks/2025.yaml
    - { id: 2025-要点-01, board: 2025-要点, title: 思想建设 }
    # data/facts/2025.yaml
    - id: 2025-要点数
      year: 2025
      label: 工作要点
      value: 1
      unit: 项
      subject: 2025-要点
      measure: tasks`,
  fail: `
    # data/boards/2025.yaml
    - id: 2025-要点
      name: 工作要点
      type: 工作要点
      year: 2025
      complete: true
    # data/tasks/2025.yaml
    - { id: 2025-要点-01, board: 2025-要点, title: 思想建设 }
    # data/facts/2025.yaml
    - id: 2025-要点数
      year: 2025
      label: 工作要点
      value: 15
      unit: 项
      subject: 2025-要点
      measure: tasks`,
  check({ ledger, unreadable }, report) {
    if (unreadable.has('tasks') || unreadable.has('boards')) return;
    const tasks = tasksByBoard(ledger);
    const boards = new Map<string, Entry<'boards'>[]>();
    for (const board of ledger.all('boards')) {
      const { program = '' } = board.value;
      addTo(boards, program, board);
    }
    for (const fact of ledger.all('facts')) {
      const { subject, measure, value: declared, unit, bound } = fact.value;
      if (subject === undefined || measure !== 'tasks' || bound !== undefined) continue;
      const own = ledger.get('boards', subject);
      const meant = own ? [own] : wholeProgram(ledger, subject, boards.get(subject) ?? []);
      const [first] = meant;
      if (!first || !meant.every(({ value }) => value.complete === true)) continue;
      const registered = meant.reduce((sum, board) => sum + (tasks.get(board.id) ?? 0), 0);
      if (registered === declared) continue;
      const related = [{ at: placeOf(fact, '/value'), message: DECLARED }];
      report(first, '/complete', { subject, declared, registered, unit }, { related });
    }
  },
});

/** The boards of a programme, if their number is the declared one; else none. */
function wholeProgram(ledger: Ledger, program: string, boards: Entry<'boards'>[]): readonly Entry<'boards'>[] {
  const real = boards.filter(({ sample }) => !sample);
  const declared = ledger.all('facts').find(({ value }) => value.subject === program && value.measure === 'boards');
  return declared?.value.value === real.length ? real : [];
}

/** The number of tasks of each board, invalid ones included, samples not. */
function tasksByBoard(ledger: Ledger): ReadonlyMap<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const { value, sample } of ledger.allWithInvalid('tasks')) {
    const { board } = fieldsOf(value);
    if (!sample) counts.set(board, (counts.get(board) ?? 0) + 1);
  }
  return counts;
}
