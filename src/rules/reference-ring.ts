import { addTo } from '../ledger/add-to.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import { cyclesIn } from './cycles.js';
import { defineRule, placeOf } from './rule.js';

/** A relation between two records: one is part of the other, renews or continues it, or belongs to it. */
interface Edge {
  readonly from: string;
  readonly to: string;
  /** The record that states the relation, and the place in it. */
  readonly entry: Entry;
  readonly pointer: string;
}

/** A cycle of records: facts that are parts of each other, agreements that renew each other. */
export const referenceRing = defineRule<{ ring: readonly string[] }>({
  code: 'reference-ring',
  severity: 'error',
  locked: true,
  zh: {
    title: '记录绕成了一圈',
    why: '互为组成、互相续签、互相隶属的记录没有头，合计和状态都推算不出来。',
    message: ({ ring }) => `绕成了一圈：${ring.join(' → ')}`,
    fix: () => '核对哪一处填反了，删去或改正它。',
  },
  en: {
    title: 'Records in a ring',
    why: 'Records that are parts of each other, or renew each other, have no first one: no sum and no state follows.',
    message: ({ ring }) => `A ring: ${ring.join(' → ')}`,
    fix: () => 'Find the one that is the wrong way round, and delete or mend it.',
  },
  pass: `
    # data/agreements/2025.yaml
    - { id: 东湖-2024, pairing: 东湖 }
    - { id: 东湖-2025, pairing: 东湖, renews: 东湖-2024 }`,
  fail: `
    # data/agreements/2025.yaml
    - { id: 东湖-2024, pairing: 东湖, renews: 东湖-2025 }
    - { id: 东湖-2025, pairing: 东湖, renews: 东湖-2024 }`,
  check({ ledger }, report) {
    for (const edges of [factEdges(ledger), renewals(ledger), continuations(ledger), belonging(ledger)]) {
      const from = new Map<string, Edge[]>();
      for (const edge of edges) addTo(from, edge.from, edge);
      const rings = cyclesIn(from.keys(), (id) => (from.get(id) ?? []).map(({ to }) => to));
      for (const ids of rings) {
        const ring = [...ids, ids[0] ?? ''];
        const [first, ...others] = ids.flatMap((id, at) => {
          const edge = (from.get(id) ?? []).find(({ to }) => to === ring[at + 1]);
          return edge ? [edge] : [];
        });
        if (!first) continue;
        const related = others.map(({ entry, pointer, from: id, to }) => ({
          at: placeOf(entry, pointer),
          message: { zh: `${id} → ${to}`, en: `${id} → ${to}` },
        }));
        report(first.entry, first.pointer, { ring }, { related });
      }
    }
  },
});

/** The relation of parts and whole, stated by either. */
function factEdges(ledger: Ledger): Edge[] {
  return ledger.all('facts').flatMap((entry): Edge[] => {
    const { of, parts = [] } = entry.value;
    return [
      ...(of === undefined ? [] : [{ from: entry.id, to: of, entry, pointer: '/of' }]),
      ...parts.map((part, index) => ({ from: part, to: entry.id, entry, pointer: `/parts/${index}` })),
    ];
  });
}

function renewals(ledger: Ledger): Edge[] {
  return ledger.all('agreements').flatMap((entry): Edge[] => {
    const { renews } = entry.value;
    return renews === undefined ? [] : [{ from: entry.id, to: renews, entry, pointer: '/renews' }];
  });
}

function continuations(ledger: Ledger): Edge[] {
  return ledger.all('tasks').flatMap((entry): Edge[] => {
    const { continues } = entry.value;
    return continues === undefined ? [] : [{ from: entry.id, to: continues, entry, pointer: '/continues' }];
  });
}

function belonging(ledger: Ledger): Edge[] {
  return ledger.all('organizations').flatMap((entry): Edge[] => {
    const { parent } = entry.value;
    return parent === undefined ? [] : [{ from: entry.id, to: parent, entry, pointer: '/parent' }];
  });
}
