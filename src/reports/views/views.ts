import type { OutlineSection } from '../../ledger/default-outline.js';
import { planView, problemsView } from '../problems/problems-view.js';
import { actionsView } from './actions-view.js';
import { boardsView, declaredView } from './boards-view.js';
import { inspectionsView } from './inspections-view.js';
import { ideologyView, publicationsView, studyView } from './learning-views.js';
import { matrixView } from './matrix-view.js';
import { movesView } from './moves-view.js';
import { paceView } from './pace-view.js';
import { pairingsView } from './pairings-view.js';
import { projectsView } from './projects-view.js';
import { reconcileView } from './reconcile-view.js';
import { requestsView } from './requests-view.js';
import { shortfallsView } from './shortfalls-view.js';
import { targetsView } from './targets-view.js';
import { totalsView } from './totals-view.js';
import { upcomingView } from './upcoming-view.js';
import type { View } from './view.js';

type ViewName = NonNullable<NonNullable<OutlineSection['blocks']>[number]['view']>;

/** Every view an outline may name: a new one is a function and a word in the outlines' schema. */
export const VIEWS: Readonly<Record<ViewName, View>> = {
  targets: targetsView,
  pairings: pairingsView,
  matrix: matrixView,
  actions: actionsView,
  declared: declaredView,
  boards: boardsView,
  projects: projectsView,
  inspections: inspectionsView,
  problems: problemsView,
  plan: planView,
  study: studyView,
  ideology: ideologyView,
  publications: publicationsView,
  requests: requestsView,
  totals: totalsView,
  pace: paceView,
  moves: movesView,
  reconcile: reconcileView,
  shortfalls: shortfallsView,
  upcoming: upcomingView,
};
