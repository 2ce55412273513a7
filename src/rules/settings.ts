import { type Finding, findingOf } from '../diagnostics/diagnostic.js';
import { WORKSPACE_FILE } from '../files/find-data.js';
import type { Entry, Workspace } from '../ledger/ledger.js';
import { nearest } from '../text/nearest.js';
import { RULES } from './index.js';
import { type Excused, placeOf, type Rule } from './rule.js';
import { settingProblems as problems } from './setting-problems.js';

/** How the workspace wants a rule to be taken. */
export type Level = NonNullable<Workspace['rules']>[string];

/** Settings that do nothing: of rules that do not exist, or that may not be relaxed. */
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

/** Excuses of rules that do not exist, and of rules that have nothing against the record; `entries` are those with excuses. */
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
      // What a rule would say is not known while it is switched off or a file cannot be read.
      if (levels.get(code) === '关闭' || !isReadable || isUsed(entry, code, used)) return [];
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
