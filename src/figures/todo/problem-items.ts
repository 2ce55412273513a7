import { isLate } from '../inspection-problems.js';
import { byDate, type FindItems, openDays, unitsOf } from './todo-item.js';

/** Problems of inspections that should be rectified by now; those without a due day are not late. */
export const problemItems: FindItems = (source, period) => {
  const inspections = source.counted('inspections', openDays(period));
  if (inspections.length === 0) return null;
  const items = inspections.flatMap((entry) =>
    (entry.value.problems ?? []).flatMap((problem) => {
      const { category, department, due } = problem;
      if (due === undefined || !isLate(problem, source.asOf)) return [];
      const units = unitsOf(department);
      return [{ group: '逾期整改' as const, type: '未整改' as const, entry, part: category, date: due, units }];
    }),
  );
  return byDate(items);
};
