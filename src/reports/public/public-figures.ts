import type { Figure } from '../../document/figure.js';
import { type Dimension, parseFigureId } from '../../figures/figure-id.js';
import { Figures } from '../../figures/figures.js';
import { measureNamed } from '../../figures/registry.js';
import type { Entry, Ledger } from '../../ledger/ledger.js';
import type { ReportContext } from '../context.js';
import { inTens, isPersonUnit } from './persons.js';
import { PublicFacts } from './public-facts.js';
import { publicLedger } from './public-ledger.js';
import { FEW, isHidden, UNPUBLISHED } from './unpublished.js';

/** What a report for the public is built from: the public ledger, and figures in which persons are counted in tens. */
export function publicContext(context: ReportContext): ReportContext {
  const { ledger, asOf, confirmedBy } = context;
  const open = publicLedger(ledger);
  const facts = new PublicFacts(ledger);
  const shown = (figure: Figure): Figure => {
    if (isInternal(figure.id, ledger)) return unpublished(figure);
    const fact = ledger.get('facts', figure.id);
    if (fact) return publicFact(figure, fact, facts);
    if (figure.formula === 'sum') return publicSum(figure, context.figures);
    const inputs = figure.inputs.flatMap((id) => figures.byId(id) ?? []);
    return inputs.some(isHidden) ? unpublished(figure) : figure;
  };
  const figures: Figures = new Figures(open, asOf, confirmedBy, shown, context.figures.today);
  return { ...context, ledger: open, figures, audience: 'public' };
}

/** What is late, lacking or not agreed is not public, nor is what inspections and evaluations found. */
const INTERNAL: readonly string[] = [
  'categories',
  'recurring',
  'late-days',
  'overdue',
  'fallen-due-open',
  'idle-branches',
  'leading-branches',
  'signed-within',
  'expiring-agreements',
  'coming-tasks',
  'short',
  'missed',
  'missed-in',
  'gaps',
  'idle-pairings',
  'agreements',
  'unagreed',
  'evaluations',
  'evaluation-score',
  'evaluation-score-change',
  'alerts',
  'todo',
];

/** Dimensions under which a measure is internal: the state of agreements, what inspections found, a branch's project. */
const INTERNAL_UNDER: Readonly<Record<string, readonly Dimension[]>> = {
  pairings: ['state'],
  inspections: ['type'],
  requests: ['state'],
  tasks: ['branch', 'type'],
};

function isInternal(id: string, ledger: Ledger): boolean {
  const { measure = '', dimensions = {} } = parseFigureId(id) ?? {};
  const under = INTERNAL_UNDER[measure]?.every((name) => dimensions[name] !== undefined) ?? false;
  const found = measure !== 'inspections' && measureNamed(measure)?.kind === 'inspections';
  return (
    found || INTERNAL.includes(measure) || under || (measure !== 'goal' && isInternalTarget(ledger, dimensions.target))
  );
}

/**
 * Whether a target is that every branch has a task, such as its project: what it lacks are branches without one; or that
 * pairings are evaluated.
 */
function isInternalTarget(ledger: Ledger, target: string | undefined): boolean {
  const { count, each } = ledger.get('targets', target)?.value ?? {};
  return count?.kind === 'evaluations' || (count?.kind === 'tasks' && each?.kind === 'branches');
}

/** A document's number before its time has no value, as in any version. */
function publicFact(figure: Figure, fact: Entry<'facts'>, facts: PublicFacts): Figure {
  const { bound: _, ...rest } = figure;
  const open = facts.of(fact);
  return open === undefined || figure.value === null ? figure : { ...rest, ...open };
}

/** A sum over persons in tens. `figure` adds up what the public ledger has of it, `exact.byId` all of it. */
function publicSum(figure: Figure, exact: Figures): Figure {
  if (!isPersonUnit(figure.unit)) return figure;
  const whole = exact.byId(figure.id);
  if (!figure.value) return whole?.value ? ofFew(figure, whole) : figure;
  const { coverage: _, ...rest } = figure;
  const coverage = whole?.coverage && { coverage: whole.coverage };
  return { ...rest, ...coverage, value: inTens(figure.value, figure.bound), bound: figure.bound ?? '约' };
}

/** Only few persons at a time: their sum may be anything, and is never printed. */
function ofFew(figure: Figure, { coverage, records }: Figure): Figure {
  if (coverage) return unpublished(figure);
  const times = Array.from(records()).filter(({ amount }) => amount).length;
  const { bound: _, coverage: __, ...rest } = figure;
  return { ...rest, value: null, missing: times > 1 ? FEW.each : FEW.once };
}

function unpublished(figure: Figure): Figure {
  const { bound: _, coverage: __, word: ___, ...rest } = figure;
  return { ...rest, value: null, missing: UNPUBLISHED };
}
