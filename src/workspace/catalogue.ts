import type { InBoth, Problem } from '../diagnostics/diagnostic.js';
import { RULES } from '../rules/index.js';
import { settingProblems } from '../rules/setting-problems.js';
import { schemaProblems } from '../schema/problems.js';
import { sourceProblems } from '../source/problems.js';
import { workspaceProblems } from './problems.js';

/** A problem as its page shows it. */
export interface CataloguedProblem {
  readonly problem: Problem;
  /** Whether a record can be excused from it, and the workspace set its level: rules alone. */
  readonly isRule: boolean;
  /** Whether the workspace may not relax it. */
  readonly locked: boolean;
}

/** A group of problems. The groups are in the order of checking: the folder, the text, the fields, the records. */
export interface Chapter {
  readonly title: InBoth;
  readonly problems: readonly CataloguedProblem[];
}

const fixed = (list: Readonly<Record<string, Problem>>): CataloguedProblem[] =>
  Object.values(list).map((problem) => ({ problem, isRule: false, locked: true }));

/** Everything that can be wrong with a ledger. */
export const CATALOGUE: readonly Chapter[] = [
  { title: { zh: '文件夹', en: 'Folders' }, problems: fixed(workspaceProblems) },
  { title: { zh: '文件和 YAML 写法', en: 'Files and YAML' }, problems: fixed(sourceProblems) },
  { title: { zh: '字段', en: 'Fields' }, problems: fixed(schemaProblems) },
  {
    title: { zh: '规则', en: 'Rules' },
    problems: RULES.map(({ problem, locked }) => ({ problem, isRule: true, locked })),
  },
  { title: { zh: '规则的设置和免检', en: 'Settings of rules, and excuses' }, problems: fixed(settingProblems) },
];
