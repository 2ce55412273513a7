import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { REPOSITORY } from '../support/run-cli.js';

type Name =
  | 'progress'
  | 'report'
  | 'todo'
  | 'calendar'
  | 'list'
  | 'show'
  | 'explain'
  | 'why-changed'
  | 'check-doc'
  | 'diff'
  | 'find'
  | 'freeze'
  | 'import';

/** Compiles one of the contracts others rely on; `strict`, so that a slip in the schema itself is an error. */
export function contract(name: Name): ValidateFunction {
  const schema = JSON.parse(readFileSync(join(REPOSITORY, `schemas/contracts/${name}.schema.json`), 'utf8')) as object;
  return new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);
}

export interface TargetRow {
  id: string;
  label: string;
  target: number | null;
  done: number | null;
  unit: string;
  percent: number | null;
  expected: number | null;
  status: string;
}

/** What the tests look at in `progress --format json`. */
export interface ProgressJson {
  year: number;
  asOf: string;
  sample: number;
  targets: TargetRow[];
  declared: { subject: string | null; label: string; declared: number; registered: number }[];
  boards: { id: string; type: string; tasks: number; closed: number; overdue: number }[];
  pairings: {
    id: string;
    partner: string;
    lead: string | null;
    branches: { id: string; role: string }[];
    agreement: string;
    activities: number;
    beneficiaries: number | null;
  }[];
  branches: {
    id: string;
    secretary: string | null;
    led: number;
    assisted: number;
    pairings: number;
    projects: number;
  }[];
  actions: { id: string; lead: string[]; support: string[]; activities: number }[];
  months: {
    month: string;
    activities: number;
    publications: number;
    bound: string | null;
    coverage: { known: number; of: number } | null;
    sample: boolean;
  }[];
  linkages: { id: string; activities: number; meetings: number }[];
  alerts: { type: string; kind: string; record: string; date: string | null }[];
}

/** What the tests look at in `todo --format json`. */
export interface TodoJson {
  year: number;
  asOf: string;
  sample: number;
  branch: string | null;
  replyBy: string | null;
  unregistered: { kind: string; boardType: string | null }[];
  items: {
    group: string;
    type: string;
    time: string | null;
    file: string | null;
    line: number | null;
    kind: string | null;
    record: string | null;
    date: string | null;
    until: string | null;
    overdueDays: number | null;
    branches: string[];
    sample: boolean;
  }[];
  text: string | null;
}

interface FigureJson {
  id: string;
  label: string;
  value: number | null;
  missing: string | null;
  bound: string | null;
  unit: string;
  formula: string;
  inputs: string[];
  records: string[];
  sample: boolean;
}

export interface ReportJson {
  title: string;
  year: number;
  asOf: string;
  sample: number;
  sections: { id: string; title: string; text: string }[];
  figures: FigureJson[];
}
