/** The records as they stand in the files: YAML read with `yaml`, and nothing checked, filled in or worked out. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Base {
  readonly id: string;
  readonly source?: string;
  readonly sample: boolean;
}

interface Event {
  readonly on: string;
  readonly step: string;
  readonly to?: string;
}

/** Whom an activity or a pairing names, in the three roles. */
export interface Roles {
  readonly lead?: string;
  readonly assist?: readonly string[];
  readonly joined?: readonly string[];
}

interface Item {
  readonly id: string;
  readonly lead?: readonly string[];
  readonly support?: readonly string[];
}

type Where = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What the recount reads of each kind. */
export interface Records {
  sources: Base & { readonly issued: string };
  branches: Base & {
    readonly category: string;
    readonly opened?: string;
    readonly closed?: string;
    readonly secretaries?: readonly { person: string; from?: string; until?: string; knownOn?: string }[];
  };
  programs: Base & {
    readonly year?: number;
    readonly from?: string;
    readonly until?: string;
    readonly linkages?: readonly Item[];
    readonly actions?: readonly Item[];
  };
  targets: Base & {
    readonly title: string;
    readonly program?: string;
    readonly from: string;
    readonly until: string;
    readonly count: { readonly kind: keyof Records; readonly where?: Where; readonly sum?: string };
    readonly each?: { readonly kind: keyof Records; readonly where?: Where; readonly by?: string };
    readonly per?: 'year' | 'quarter' | 'month' | 'week';
    readonly atLeast?: number;
    readonly unit: string;
  };
  pairings: Base &
    Roles & { readonly program: string; readonly partners: readonly string[]; from?: string; until?: string };
  agreements: Base & {
    readonly pairing: string;
    readonly signed?: readonly { readonly side: string; readonly on: string }[];
    readonly termYears?: number;
    readonly renews?: string;
    readonly terminated?: string;
  };
  boards: Base & {
    readonly name: string;
    readonly type: string;
    readonly year: number;
    readonly program?: string;
    readonly strategy?: string;
  };
  tasks: Base & {
    readonly board: string;
    readonly branch?: string;
    readonly due?: string;
    readonly events?: readonly Event[];
  };
  activities: Base &
    Roles & {
      readonly date: string;
      readonly until?: string;
      readonly types: readonly string[];
      readonly program?: string;
      readonly action?: string;
      readonly pairings?: readonly string[];
      readonly linkages?: readonly string[];
      readonly solarTerm?: string;
      readonly festival?: string;
      readonly beneficiaries?: number;
      readonly approval?: { readonly on: string };
      readonly events?: readonly Event[];
    };
  meetings: Base & {
    readonly type: string;
    readonly date: string;
    readonly pairings?: readonly string[];
    readonly branches?: readonly string[];
    readonly linkages?: readonly string[];
    readonly cancelled?: boolean;
  };
  inspections: Base & {
    readonly date: string;
    readonly problems?: readonly { readonly category: string; readonly due?: string; readonly rectified?: string }[];
  };
  publications: Base & {
    readonly category: string;
    readonly date: string;
    readonly program?: string;
    readonly branch?: string;
    readonly reviews?: readonly { readonly stage: string; readonly on: string }[];
  };
  requests: Base & { readonly pairing?: string; readonly events: readonly Event[] };
  facts: Base & {
    readonly year: number;
    readonly label: string;
    readonly value: number;
    readonly from?: string;
    readonly until?: string;
    readonly subject?: string;
    readonly measure?: string;
  };
}

export type Kind = keyof Records;

export type Ledger = { readonly [K in Kind]: readonly Records[K][] } & {
  /** The day by which an activity of the year must be confirmed; where none was asked for, today. */
  readonly confirmedBy?: string | undefined;
  readonly policies: { readonly yellowFrom: number; readonly expiringDays: number; readonly recurringFrom: number };
};

const KINDS: readonly Kind[] = [
  ...(['sources', 'branches', 'programs', 'targets', 'pairings', 'agreements', 'boards', 'tasks'] as const),
  ...(['activities', 'meetings', 'inspections', 'publications', 'requests', 'facts'] as const),
];

/** The defaults of schemas/workspace.schema.json. */
const POLICIES = { yellowFrom: 80, expiringDays: 60, recurringFrom: 3 };

/** All records below a data folder; the sample folder's (示例) behind the others of their kind, or not at all. */
export function readLedger(data: string, { sample }: { readonly sample: boolean }): Ledger {
  const recordsOf = (kind: Kind): unknown[] => [
    ...listOf(join(data, kind), false),
    ...(sample ? listOf(join(data, 'sample', kind), true) : []),
  ];
  const workspace = parse(readFileSync(join(data, 'workspace.yaml'), 'utf8')) as { policies?: object };
  return {
    ...(Object.fromEntries(KINDS.map((kind) => [kind, recordsOf(kind)])) as unknown as Ledger),
    policies: { ...POLICIES, ...workspace.policies },
  };
}

function listOf(folder: string, sample: boolean): object[] {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  } catch {
    return [];
  }
  return names.sort().flatMap((name) => {
    const list = parse(readFileSync(join(folder, name), 'utf8')) as object[];
    return list.map((record) => ({ ...record, sample }));
  });
}

/** A record by its id. */
export function find<K extends Kind>(ledger: Ledger, kind: K, id: string | undefined): Records[K] | undefined {
  return (ledger[kind] as readonly Records[K][]).find((record) => record.id === id);
}
