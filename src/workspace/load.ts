import { type Finding, findingOf, type InBoth } from '../diagnostics/diagnostic.js';
import { knownFigureIds, knowsFigure } from '../figures/known-figures.js';
import { ReadError, type Reader } from '../files/reader.js';
import { type Entry, Ledger, type RecordOf, type Workspace } from '../ledger/ledger.js';
import type { Excused } from '../rules/rule.js';
import type { Suspect } from '../rules/rule-context.js';
import { runRules } from '../rules/run-rules.js';
import { isValid } from '../schema/check.js';
import type { Refused } from '../schema/describe.js';
import { KINDS, type Kind, kindTitle } from '../schema/kinds.js';
import { schemaProblems } from '../schema/problems.js';
import { sourceProblems } from '../source/problems.js';
import { readSource } from '../source/read-source.js';
import type { Source } from '../source/source.js';
import { nearest } from '../text/nearest.js';
import { roleOf } from './layout.js';
import { workspaceProblems as problems } from './problems.js';

export interface Loaded {
  readonly ledger: Ledger;
  readonly findings: readonly Finding[];
  /** What records are excused from, with the reasons. */
  readonly excused: readonly Excused[];
  /** YAML files read, and records found in them. */
  readonly files: number;
  readonly records: number;
}

export interface LoadOptions {
  /** Leaves the sample folder out. */
  readonly noSample?: boolean;
}

/** Reads and checks a whole ledger. Bad data is returned as findings, never thrown. @throws ReadError for the folder itself */
export async function load(reader: Reader, { noSample = false }: LoadOptions = {}): Promise<Loaded> {
  const loading = new Loading(reader);
  for (const file of reader.list()) await loading.take(file.path, file.obstacle, noSample);
  return loading.finish();
}

class Loading {
  private readonly findings: Finding[] = [];
  private readonly entries: Entry[] = [];
  private readonly refused: Refused[] = [];
  private readonly unreadable = new Set<Kind>();
  private readonly unknownFolders = new Set<string>();
  /** Every file there is, in the form of Unicode that keyboards write. */
  private readonly paths = new Set<string>();
  private readonly suspects = new Map<string, Suspect>();
  private workspace: Workspace | null = null;
  private files = 0;
  private records = 0;

  constructor(private readonly reader: Reader) {}

  async take(path: string, obstacle: string | undefined, noSample: boolean): Promise<void> {
    this.paths.add(path.normalize());
    const role = roleOf(path, obstacle === undefined);
    if (role.role === 'stray') this.findings.push(findingOf(problems.strayFile, { file: path }, { file: path }));
    else if (role.role === 'unknown-folder') this.unknownFolder(path, role.folder);
    else if (role.role === 'workspace') this.takeWorkspace(await this.source(path, obstacle));
    else if (role.role === 'records' && !(noSample && role.sample)) {
      this.takeRecords(role.kind, role.sample, await this.source(path, obstacle));
    }
  }

  async finish(): Promise<Loaded> {
    if (this.refused.length > 0) {
      // The dictionary is large and needed only to explain what is wrong.
      const { describe } = await import('../schema/describe.js');
      const { writtenIn } = await import('./written.js');
      const written = writtenIn(this.reader);
      for (const refused of this.refused) {
        const more = { ...refused, written: (pointer: string) => written(refused.file, pointer) };
        this.report(describe(more));
      }
    }
    const ledger = new Ledger(this.workspace, inKindOrder(this.entries));
    const { findings, excused } = runRules({
      ledger,
      unreadable: this.unreadable,
      knowsFigure: (id) => knowsFigure(ledger, id),
      figureIds: () => knownFigureIds(ledger),
      hasFile: (path) => this.paths.has(path.normalize()),
      suspects: this.suspects,
    });
    this.report(findings);
    return { ledger, findings: this.findings, excused, files: this.files, records: this.records };
  }

  private async source(path: string, obstacle: string | undefined): Promise<Source> {
    this.files += 1;
    try {
      if (obstacle !== undefined) throw new ReadError(path, obstacle);
      const source = await readSource(path, this.reader.read(path));
      if (source.hasPrivateNumbers) await this.suspect(source);
      return source;
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      const finding = findingOf(sourceProblems.unreadable, { reason: error.reason }, { file: path });
      return { file: path, text: () => '', hasPrivateNumbers: false, value: undefined, findings: [finding] };
    }
  }

  /** What finds places in a text needs the YAML parser, which few ledgers need otherwise. */
  private async suspect(source: Source): Promise<void> {
    const { Locator } = await import('../source/locate.js');
    const text = source.text();
    this.suspects.set(source.file, { text, locator: new Locator(text) });
  }

  private takeWorkspace({ file, value, findings }: Source): void {
    this.report(findings);
    if (value === undefined) return;
    if (isValid('workspace', value)) this.workspace = value as Workspace;
    else this.refused.push({ kind: 'workspace', value, file, pointer: '' });
  }

  private takeRecords(kind: Kind, sample: boolean, { file, value, findings }: Source): void {
    this.report(findings);
    if (value === undefined) {
      if (!this.unreadable.has(kind)) {
        this.findings.push(findingOf(problems.referencesUnchecked, { kind, title: kindTitle(kind) }, { file }));
      }
      this.unreadable.add(kind);
    } else if (!Array.isArray(value)) {
      this.findings.push(findingOf(schemaProblems.notList, { found: shapeOf(value) }, { file, pointer: '' }));
      this.unreadable.add(kind);
    } else {
      for (const [index, record] of value.entries()) this.takeRecord(kind, sample, file, `/${index}`, record);
    }
  }

  private takeRecord(kind: Kind, sample: boolean, file: string, pointer: string, value: unknown): void {
    this.records += 1;
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      this.findings.push(findingOf(schemaProblems.notRecord, { found: shapeOf(value) }, { file, pointer }));
      return;
    }
    const typedId = (value as { id?: unknown }).id;
    const id = typeof typedId === 'string' ? typedId : undefined;
    const valid = isValid(kind, value);
    if (!valid) this.refused.push({ kind, value, file, pointer, ...(id === undefined ? {} : { record: id }) });
    if (id === undefined) return;
    this.entries.push({ kind, id, value: value as RecordOf<Kind>, file, pointer, sample, valid });
  }

  /** One by one: a hostile file has more findings than a call takes arguments. */
  private report(findings: readonly Finding[]): void {
    for (const finding of findings) this.findings.push(finding);
  }

  private unknownFolder(path: string, folder: string): void {
    if (this.unknownFolders.has(folder)) return;
    this.unknownFolders.add(folder);
    this.findings.push(
      findingOf(problems.unknownFolder, { folder, near: nearest(folder, KINDS)[0] ?? '' }, { file: path }),
    );
  }
}

/** Samples come after the real records of their kind. */
function inKindOrder(entries: readonly Entry[]): readonly Entry[] {
  return [...entries.filter((entry) => !entry.sample), ...entries.filter((entry) => entry.sample)];
}

function shapeOf(value: unknown): InBoth {
  if (value === null || value === undefined) return { zh: '空的', en: 'nothing' };
  if (Array.isArray(value)) return { zh: '一列内容', en: 'a list' };
  if (typeof value === 'object') return { zh: '一组字段', en: 'a group of fields' };
  return typeof value === 'string' ? { zh: '一段文字', en: 'a text' } : { zh: '一个值', en: 'a value' };
}
