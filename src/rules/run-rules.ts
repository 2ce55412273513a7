import { type Finding, findingOf, type Severity } from '../diagnostics/diagnostic.js';
import { WORKSPACE_FILE } from '../files/find-data.js';
import type { Entry, Workspace } from '../ledger/ledger.js';
import { nearest } from '../text/nearest.js';
import { RULES } from './index.js';
import { type Excused, type Found, placeOf, type Rule } from './rule.js';
import { type RuleContext, ruleContext, type Surroundings } from './rule-context.js';
import { settingProblems as problems } from './setting-problems.js';

/** How the workspace wants a rule to be taken. */
type Level = NonNullable<Workspace['rules']>[string];

const SEVERITY: Readonly<Record<Exclude<Level, '关闭'>, Severity>> = { 请核对: 'warning', 必须修改: 'error' };

/** Runs every rule at the level the workspace sets, and looks after the excuses of the records. */
export function runRules(surroundings: Surroundings): Found {
  const context = ruleContext(surroundings);
  const levels = new Map(Object.entries(context.ledger.workspace?.rules ?? {}));
  const found = RULES.map((rule) => atLevel(rule, levels.get(rule.problem.code), context));
  const excused = found.flatMap((each) => each.excused);
  return {
    findings: [
      ...found.flatMap((each) => each.findings),
      ...checkLevels(levels),
      ...checkExcuses(context, levels, excused),
    ],
    excused,
  };
}

function atLevel(rule: Rule, level: Level | undefined, context: RuleContext): Found {
  if (level === undefined || (rule.locked && level !== '必须修改')) return rule.run(context);
  if (level === '关闭') return { findings: [], excused: [] };
  const severity = SEVERITY[level];
  const { findings, excused } = rule.run(context);
  return { findings: findings.map((finding) => ({ ...finding, severity })), excused };
}

/** Settings that do nothing: of rules that do not exist, or that may not be relaxed. */
function checkLevels(levels: ReadonlyMap<string, Level>): Finding[] {
  return [...levels].flatMap(([code, level]): Finding[] => {
    const at = { file: WORKSPACE_FILE, pointer: `/rules/${code}` };
    const rule = ruleOf(code);
    if (!rule) return [findingOf(problems.unknownRule, { code, near: nearCode(code) }, { ...at, part: 'key' })];
    if (!rule.locked || level === '必须修改') return [];
    const { zh, en } = rule.problem;
    return [findingOf(problems.lockedRule, { code, title: { zh: zh.title, en: en.title }, level }, at)];
  });
}

/** Excuses of rules that do not exist, and of rules that have nothing against the record. */
function checkExcuses(
  { entries, unreadable }: RuleContext,
  levels: ReadonlyMap<string, Level>,
  excused: readonly Excused[],
): Finding[] {
  const used = new Set(excused.map(({ excuse }) => excuse));
  return entries.flatMap((entry) =>
    (entry.value.excuse ?? []).flatMap(({ code }, index): Finding[] => {
      const at = placeOf(entry, `/excuse/${index}/code`);
      const more = { record: entry.id };
      if (!ruleOf(code)) return [findingOf(problems.unknownExcuse, { code, near: nearCode(code) }, at, more)];
      // What a rule would say is not known while it is switched off or a file cannot be read.
      if (levels.get(code) === '关闭' || unreadable.size > 0 || isUsed(entry, code, used)) return [];
      return [findingOf(problems.idleExcuse, { code }, at, more)];
    }),
  );
}

/** Of two excuses for one rule the first is the one that is used. */
function isUsed({ value }: Entry, code: string, used: ReadonlySet<object>): boolean {
  return (value.excuse ?? []).some((excuse) => excuse.code === code && used.has(excuse));
}

const ruleOf = (code: string): Rule | undefined => RULES.find(({ problem }) => problem.code === code);

function nearCode(code: string): string {
  return (
    nearest(
      code,
      RULES.map(({ problem }) => problem.code),
    )[0] ?? ''
  );
}
