import type { Finding, Severity } from '../diagnostics/diagnostic.js';
import type { Entry, Workspace } from '../ledger/ledger.js';
import type { Kind } from '../schema/kinds.js';
import { RULES } from './index.js';
import type { Note, Noted } from './note.js';
import type { Excused, Found, Report, Rule, Sink } from './rule.js';
import { type ReferenceNote, referenceNote, ruleContext, type Surroundings } from './rule-context.js';
import { checkExcuses, checkLevels, type Level } from './settings.js';

/** What was noted of a file, by the code of the rule that asked; as JSON. */
export type FileNotes = Readonly<Record<string, unknown>>;

/** What a file's records show by themselves. */
export interface Looked extends Found {
  readonly notes: FileNotes;
  /** Whether a record carries an excuse, used or not. */
  readonly excusing: boolean;
}

/** A file of valid records that has been looked at. */
export interface NotedFile extends Omit<Noted<unknown>, 'note'> {
  readonly notes: FileNotes;
}

const SEVERITY: Readonly<Record<Exclude<Level, '关闭'>, Severity>> = { 请核对: 'warning', 必须修改: 'error' };
/** Several rules ask what is referred to. */
const REFERENCES = 'references';

/** A rule at work on one ledger. */
interface Running {
  readonly rule: Rule;
  readonly report: Report<unknown>;
}

/** Runs every rule at the level the workspace sets: first on each file's records, then on the whole ledger. */
export class RuleRun {
  private readonly levels: ReadonlyMap<string, Level>;
  private readonly running: readonly Running[];
  private readonly looking = new Map<Kind, readonly Running[]>();
  private readonly notes: readonly (readonly [code: string, note: Note<unknown>])[];
  private readonly excusing: Entry[] = [];
  private found: { findings: Finding[]; excused: Excused[] } = { findings: [], excused: [] };

  constructor(private readonly settings: Workspace | null) {
    this.levels = new Map(Object.entries(settings?.rules ?? {}));
    const rules = RULES.filter((rule) => rule.locked || this.levels.get(rule.problem.code) !== '关闭');
    this.running = rules.map((rule) => ({ rule, report: rule.reportTo(this.sinkOf(rule)) }));
    this.notes = [
      [REFERENCES, referenceNote],
      ...rules.flatMap(({ problem, note }) => (note ? [[problem.code, note] as const] : [])),
    ];
  }

  /** Looks at the valid records of a file, all of one kind. */
  look(kind: Kind, entries: readonly Entry[]): Looked {
    this.found = { findings: [], excused: [] };
    // Rule by rule, not record by record: what does one thing again and again soon does it fast.
    for (const { rule, report } of this.lookingAt(kind)) {
      for (const entry of entries) rule.record?.look(entry, report, this.settings);
    }
    const excusing = entries.filter(({ value }) => value.excuse !== undefined);
    for (const entry of excusing) this.excusing.push(entry);
    const notes: Record<string, unknown> = {};
    for (const [code, { kinds, take }] of this.notes) {
      const note = kinds.includes(kind) ? take(entries) : null;
      if (note !== null) notes[code] = note;
    }
    return { ...this.found, notes, excusing: excusing.length > 0 };
  }

  private lookingAt(kind: Kind): readonly Running[] {
    const looking = this.looking.get(kind) ?? this.running.filter(({ rule }) => rule.record?.kinds.includes(kind));
    this.looking.set(kind, looking);
    return looking;
  }

  /** Looks at the whole ledger; `files` in its order. */
  finish(surroundings: Surroundings, files: readonly NotedFile[]): Found {
    this.found = { findings: [], excused: [] };
    const context = ruleContext(surroundings, notedBy(files, REFERENCES) as readonly Noted<ReferenceNote>[]);
    for (const { rule, report } of this.running)
      rule.check?.(context, report, rule.note ? notedBy(files, rule.problem.code) : []);
    return this.found;
  }

  /** What the settings and the excuses have wrong, once it is known which excuses are used. */
  settle({ unreadable }: Surroundings, excused: readonly Excused[]): readonly Finding[] {
    const isReadable = unreadable.size === 0;
    return [...checkLevels(this.levels), ...checkExcuses(this.excusing, this.levels, isReadable, excused)];
  }

  private sinkOf({ problem, locked }: Rule): Sink {
    const level = this.levels.get(problem.code);
    const isSet = level !== undefined && level !== '关闭' && (!locked || level === '必须修改');
    const severity = isSet ? SEVERITY[level] : undefined;
    return {
      add: (finding) => this.found.findings.push(severity === undefined ? finding : { ...finding, severity }),
      excuse: (excused) => this.found.excused.push(excused),
    };
  }
}

function notedBy(files: readonly NotedFile[], code: string): readonly Noted<unknown>[] {
  const found: Noted<unknown>[] = [];
  for (const { notes, kind, sample, entries } of files) {
    if (notes[code] !== undefined) found.push({ note: notes[code], kind, sample, entries });
  }
  return found;
}
