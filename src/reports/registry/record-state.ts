import { policyFigure } from '../../figures/policies.js';
import { branchInterval, type Interval, pairingInterval, programInterval } from '../../ledger/in-force.js';
import type { Entry } from '../../ledger/ledger.js';
import { STAGES } from '../../ledger/stages.js';
import { activityState, agreementState, taskState } from '../../ledger/state.js';
import { nodeAt } from '../../schema/dictionary.js';
import type { Kind } from '../../schema/kinds.js';
import type { ReportContext } from '../context.js';

/** What a record's state is on the day: the word printed, and every word it may be looked up by. */
export interface RecordState {
  readonly label: string;
  readonly words: readonly string[];
}

const IN_FORCE = ['未开始', '有效', '已结束'] as const;
const NOT_BEGUN = '未启动';
const CLOSED = '已完成';
const OVERDUE = '逾期';

const stages = [...new Set(Object.values(STAGES).flatMap((table): readonly string[] => table.stages))];
const requestSteps = (): readonly string[] => (nodeAt('requests', ['events', '0', 'step'])?.enum ?? []).map(String);

/** The words of a kind's states, in the order they are gone through; none for kinds without states. */
export function stateWords(kind: Kind): readonly string[] {
  switch (kind) {
    case 'activities':
      return ['计划中', '待确认', '已开展', '已取消'];
    case 'agreements':
      return ['未签订', '待对方签章', '履行中', '履行中（期限未约定）', '即将到期', '已到期', '已续签', '已终止'];
    case 'tasks':
      return [...new Set([NOT_BEGUN, ...stages, CLOSED, OVERDUE])];
    case 'requests':
      return requestSteps();
    case 'pairings':
    case 'programs':
    case 'branches':
    case 'targets':
      return IN_FORCE;
    default:
      return [];
  }
}

/** A record's state as derived from its dated events on the context's day; null for a kind without states. */
export function recordState({ ledger, asOf }: ReportContext, entry: Entry): RecordState | null {
  switch (entry.kind) {
    case 'activities':
      return one(activityState((entry as Entry<'activities'>).value, asOf));
    case 'agreements': {
      const days = policyFigure(ledger, 'expiringDays').value;
      return one(agreementState(ledger, entry as Entry<'agreements'>, asOf, days));
    }
    case 'tasks': {
      const { stage, closed, overdue } = taskState(ledger, entry as Entry<'tasks'>, asOf);
      const words = [stage, ...(closed && stage !== CLOSED ? [CLOSED] : []), ...(overdue ? [OVERDUE] : [])];
      return { label: overdue ? `${stage}（${OVERDUE}）` : stage, words };
    }
    case 'requests':
      return one((entry as Entry<'requests'>).value.events.findLast(({ on }) => on <= asOf)?.step ?? IN_FORCE[0]);
    case 'pairings':
      return inForce(pairingInterval(ledger, entry as Entry<'pairings'>), asOf);
    case 'programs':
      return inForce(programInterval(ledger, entry as Entry<'programs'>), asOf);
    case 'branches':
      return inForce(branchInterval(ledger, entry as Entry<'branches'>), asOf);
    case 'targets':
      return inForce((entry as Entry<'targets'>).value, asOf);
    default:
      return null;
  }
}

const one = (word: string): RecordState => ({ label: word, words: [word] });

function inForce({ from, until }: Interval, asOf: string): RecordState {
  if (from !== null && from > asOf) return one(IN_FORCE[0]);
  return one(until !== null && until < asOf ? IN_FORCE[2] : IN_FORCE[1]);
}
