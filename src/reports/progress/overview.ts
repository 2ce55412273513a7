import { restatedTables } from '../frozen/restated-table.js';
import { actionsTable } from '../tables/actions-table.js';
import { boardsTable } from '../tables/boards-table.js';
import { branchesTable } from '../tables/branches-table.js';
import { declaredTable } from '../tables/declared-table.js';
import { pairingsTable } from '../tables/pairings-table.js';
import { targetsTable } from '../tables/targets-table.js';
import { activitiesCompared, targetsCompared, yearOnYearTable } from '../year-on-year.js';
import { alertsTable } from './alerts-table.js';
import { linkagesTable } from './by-linkage.js';
import { filled, type View } from './view.js';

/** The overview for a leader: pace and overdue items first, then every area of the work in its shortest form. */
export const overview: View = (context) =>
  filled(
    context,
    [
      targetsTable(context),
      yearOnYearTable(context, [activitiesCompared(context), ...targetsCompared(context)]),
      alertsTable(context),
      declaredTable(context, { subject: false }),
      boardsTable(context, { strategy: false }),
      pairingsTable(context),
      linkagesTable(context),
      actionsTable(context, { support: false }),
      branchesTable(context, { short: true }),
      ...restatedTables(context),
    ],
    '还没有登记目标、结对、榜单或支部。',
  );
