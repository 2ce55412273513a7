import type { Severity } from '../diagnostics/diagnostic.js';
import { KINDS } from '../schema/kinds.js';
import { RULES } from './index.js';
import { asFarAsKnown } from './known-part.js';
import { FindingCollector, type Rule, type RuleFindings } from './rule.js';
import { type RuleInput, ruleContext } from './rule-context.js';
import { checkExcuses, checkLevels, type Level } from './settings.js';

const SEVERITY: Readonly<Record<Exclude<Level, '关闭'>, Severity>> = { 请核对: 'warning', 必须修改: 'error' };

/**
 * Runs every rule on a ledger, at the level that the workspace sets, then checks the levels and the excuses themselves.
 */
export function checkRules(input: RuleInput): RuleFindings {
  const { ledger, unreadable } = input;
  const levels = new Map(Object.entries(ledger.workspace?.rules ?? {}));
  const context = ruleContext(input);
  const found = new FindingCollector();
  for (const rule of RULES) {
    const level = levels.get(rule.problem.code);
    if (level === '关闭' && !rule.locked) continue;
    const report = rule.reportTo(found, severityOf(rule, level));
    const { record, check } = rule;
    for (const kind of record?.kinds ?? []) {
      for (const entry of ledger.all(kind)) record?.run(entry, report, context);
      for (const entry of context.knownParts)
        if (entry.kind === kind) asFarAsKnown(() => record?.run(entry, report, context));
    }
    check?.(context, report);
  }
  const excusing = KINDS.flatMap((kind) => ledger.all(kind).filter(({ value }) => value.excuse !== undefined));
  const isReadable = unreadable.size === 0;
  for (const finding of checkLevels(levels)) found.findings.push(finding);
  for (const finding of checkExcuses(excusing, levels, isReadable, found.excused)) found.findings.push(finding);
  return found;
}

/** The severity that the workspace sets instead of the rule's own, if any; a locked rule is not relaxed. */
function severityOf({ locked }: Rule, level: Level | undefined): Severity | undefined {
  const isSet = level !== undefined && level !== '关闭' && (!locked || level === '必须修改');
  return isSet ? SEVERITY[level] : undefined;
}
