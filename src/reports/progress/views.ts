import { byAction } from './by-action.js';
import { byBoard } from './by-board.js';
import { byBranch } from './by-branch.js';
import { byInspection } from './by-inspection.js';
import { byLinkage } from './by-linkage.js';
import { byMonth } from './by-month.js';
import { byPartner } from './by-partner.js';
import { byRequest } from './by-request.js';
import { byTarget } from './by-target.js';
import { overview } from './overview.js';
import type { View } from './view.js';
import type { ViewName } from './view-names.js';

/** The views by name. */
export const VIEWS: Readonly<Record<ViewName | 'overview', View>> = {
  overview,
  target: byTarget,
  action: byAction,
  branch: byBranch,
  partner: byPartner,
  linkage: byLinkage,
  month: byMonth,
  board: byBoard,
  inspection: byInspection,
  request: byRequest,
};
