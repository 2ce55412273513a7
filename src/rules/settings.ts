import { type Finding, findingOf } from '../diagnostics/diagnostic.js';
import { WORKSPACE_FILE } from '../files/find-data.js';
import type { Entry, Workspace } from '../ledger/ledger.js';
import { nearest } from '../text/nearest.js';
import { RULES } from './index.js';
import { type Excused, placeOf, type Rule } from './rule.js';
import { settingProblems as problems } from './setting-problems.js';

/** The level that the workspace sets for a rule. */
export type Level = NonNullable<Workspace['rules']>[string];

/** Findings on levels without effect: of rules that do not exist, or may not be relaxed. */
export function checkLevels(levels: ReadonlyMap<string, Level>): Finding[] {
  return [...levels].flatMap(([code, level]): Finding[] => {
    const at = { file: WORKSPACE_FILE, pointer: `/rules/${code}` };
    const rule = ruleOf(code);
    if (!rule) return [findingOf(problems.unknownRule, { code, near: nearCode(code) }, { ...at, part: 'key' })];
    if (!rule.locked || level === '必须修改') return [];
    const { zh, en } = rule.problem;
    return [findingOf(problems.lockedRule, { code, title: { zh: zh.title, en: en.title }, level }, at)];
  });
}

/** Findings on excuses without effect: from rules that do not exist, or that the record does not violate. */
export function checkExcuses(
  entries: readonly Entry[],
  levels: ReadonlyMap<string, Level>,
  isReadable: boolean,
  excused: readonly Excused[],
): Finding[] {
  const used = new Set(excused.map(({ excuse }) => excuse));
  return entries.flatMap((entry) =>
    (entry.value.excuse ?? []).flatMap(({ code }, index): Finding[] => {
      const at = placeOf(entry, `/excuse/${index}/code`);
      const more = { record: entry.id };
      if (!ruleOf(code)) return [findingOf(problems.unknownExcuse, { code, near: nearCode(code) }, at, more)];
      // Unknown while the rule is switched off or a file cannot be read.
      if (levels.get(code) === '关闭' || !isReadable || isUsed(entry, code, used)) return [];
      return [findingOf(problems.idleExcuse, { code }, at, more)];
    }),
  );
}

/** Whether an excuse for the rule is used: of two for one rule, the first. */
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
