import { COUNTED_KINDS } from '../../src/figures/countable.js';
import { type Entry, entryFrom, Ledger, type RecordOf, type Workspace } from '../../src/ledger/ledger.js';
import { isValid } from '../../src/schema/check.js';
import { KINDS, type Kind } from '../../src/schema/kinds.js';

/** A record with its id and whatever the test is about; the rest is filled in. */
export type Draft<K extends Kind> = Partial<RecordOf<K>> & { readonly id: string };

/** Records by kind, in the order the ledger has them. */
export type Drafts = { readonly [K in Kind]?: readonly Draft<K>[] };

export interface BuildOptions {
  readonly workspace?: Partial<Workspace>;
  /** Records of the sample folder (示例). */
  readonly samples?: Drafts;
}

/** Values for the required fields of each kind, for tests that do not set them. Dates are in 2025. */
const USUAL: { readonly [K in Kind]: (id: string) => Partial<RecordOf<K>> } = {
  sources: (id) => ({ title: id, issuer: '中共本院委员会', issued: '2025-01-01' }),
  people: () => ({}),
  departments: () => ({}),
  organizations: () => ({ category: '社区卫生服务中心' }),
  branches: () => ({ category: '在职' }),
  programs: (id) => ({ title: id }),
  targets: (id) => ({ title: id, from: '2025-01-01', until: '2025-12-31', count: { kind: 'activities' }, unit: '场' }),
  pairings: (id) => ({ program: '越医有爱', partners: [`${id}中心`] }),
  agreements: () => ({ pairing: '东湖' }),
  boards: (id) => ({ name: id, type: '工作要点', year: 2025 }),
  tasks: (id) => ({ board: '要点', title: id }),
  activities: (id) => ({ title: id, date: '2025-03-15', types: ['义诊'] }),
  meetings: (id) => ({ title: id, type: '联席会议', date: '2025-03-15' }),
  inspections: () => ({ date: '2025-05-26' }),
  publications: (id) => ({ title: id, date: '2025-03-15', category: '科普' }),
  requests: () => ({ orderedBy: '东湖中心', need: '义诊' }),
  evaluations: () => ({ pairing: '东湖', period: '2025-H1', date: '2025-07-08', by: ['东湖中心'] }),
  facts: (id) => ({ year: 2025, label: id, value: 1, unit: '项' }),
  narratives: () => ({ year: 2025, section: '目标任务', text: '正文。' }),
  outlines: () => ({ year: 2025, sections: [{ id: '目标任务', title: '目标任务' }] }),
};

/** A ledger in which every kind is kept (登记范围), so that none of it is a true zero; a test of what nobody kept says `registers: undefined`. */
const KEPT: Workspace = {
  hospital: '本院',
  issuer: '中共本院委员会',
  timeZone: 'Asia/Shanghai',
  registers: COUNTED_KINDS.map((kind) => ({ kind, from: '1900' })),
};

/**
 * A ledger in memory. Every record is checked by its schema, so that no test relies on impossible data.
 * @throws TypeError for an invalid draft
 */
export function buildLedger(drafts: Drafts = {}, { workspace = {}, samples = {} }: BuildOptions = {}): Ledger {
  const entries = [...entriesOf(drafts, false), ...entriesOf(samples, true)];
  const settings: Workspace = { ...KEPT, ...workspace };
  requireValid('workspace', settings);
  return new Ledger(settings, entries);
}

/** The events of an activity that took place on a day. */
export function held(on: string): NonNullable<RecordOf<'activities'>['events']> {
  return [{ on, step: '已开展' }];
}

/** The entry of an id; a test that misnames one should fail at once. */
export function entryOf<K extends Kind>(ledger: Ledger, kind: K, id: string): Entry<K> {
  const entry = ledger.get(kind, id);
  if (!entry) throw new TypeError(`the test's ledger has no ${kind} ${id}`);
  return entry;
}

function entriesOf(drafts: Drafts, sample: boolean): Entry[] {
  return KINDS.flatMap((kind) =>
    (drafts[kind] ?? []).map((draft, index): Entry => {
      const value = { ...USUAL[kind](draft.id), ...draft };
      requireValid(kind, value);
      const file = `${sample ? 'sample/' : ''}${kind}/${kind}.yaml`;
      return entryFrom({ kind, id: draft.id, value, file, pointer: `/${index}`, sample, valid: true });
    }),
  );
}

function requireValid(kind: Kind | 'workspace', value: unknown): void {
  if (!isValid(kind, value)) throw new TypeError(`the schema of ${kind} refuses ${JSON.stringify(value)}`);
}
