import { type Finding, findingOf } from '../diagnostics/diagnostic.js';
import { knownFigureIds, knowsFigure } from '../figures/known-figures.js';
import { WORKSPACE_FILE } from '../files/find-data.js';
import { ReadError, type Reader, type ReaderFile } from '../files/reader.js';
import { Ledger, type Workspace } from '../ledger/ledger.js';
import type { Excused, Found } from '../rules/rule.js';
import type { Suspect } from '../rules/rule-context.js';
import { RuleRun } from '../rules/rule-run.js';
import { isValid } from '../schema/check.js';
import type { Refused } from '../schema/describe.js';
import { KINDS, type Kind, kindTitle } from '../schema/kinds.js';
import { parseUsual } from '../source/parse-usual.js';
import { sourceProblems } from '../source/problems.js';
import { readUnusual } from '../source/read-source.js';
import type { Source } from '../source/source.js';
import { nearest } from '../text/nearest.js';
import { checkRecords } from './check-records.js';
import { roleOf } from './layout.js';
import type { LedgerIndex, Remembered } from './ledger-index.js';
import type { Loaded, LoadOptions } from './load.js';
import { workspaceProblems as problems } from './problems.js';
import { Archive, type FileOfKind, type RecordFile } from './record-file.js';
import { Shelf } from './shelf.js';

interface Read {
  readonly source: Source;
  /** Whether the plain reader understood it, as it will again, at once. */
  readonly isPlain: boolean;
}

/** One reading of a ledger: each file is read, checked and looked at by itself; then the ledger is judged as a whole. */
export class Loading {
  private readonly findings: Finding[] = [];
  private readonly excused: Excused[] = [];
  private readonly recordFiles: RecordFile[] = [];
  private readonly refused: Refused[] = [];
  private readonly unreadable = new Set<Kind>();
  private readonly unknownFolders = new Set<string>();
  /** Every file there is, in the form of Unicode that keyboards write. */
  private readonly paths: ReadonlySet<string>;
  private readonly suspects = new Map<string, Suspect>();
  private readonly archive: Archive;
  private readonly shelf: Shelf;
  private workspace: Workspace | null = null;
  private ruleRun: RuleRun | null = null;
  private files = 0;
  private records = 0;

  constructor(
    private readonly reader: Reader,
    private readonly found: readonly ReaderFile[],
    private readonly options: LoadOptions,
    private readonly index: LedgerIndex | null,
  ) {
    this.paths = new Set(found.map(({ path }) => path.normalize()));
    this.archive = new Archive(reader);
    this.shelf = new Shelf(options.lean?.room ?? Number.POSITIVE_INFINITY, this.archive);
  }

  async run(): Promise<Loaded> {
    // What the settings say holds for every record.
    const settings = this.found.find(({ path }) => path === WORKSPACE_FILE);
    if (settings) await this.takeWorkspace(settings);
    for (const file of this.found) await this.take(file);
    await this.explain();
    const ledger = this.judge();
    this.index?.save(this.paths);
    this.options.mark?.('规则');
    const { findings, excused, files, records } = this;
    return { ledger, findings, excused, files, records };
  }

  private get rules(): RuleRun {
    this.ruleRun ??= new RuleRun(this.workspace);
    return this.ruleRun;
  }

  private async take(file: ReaderFile): Promise<void> {
    const { path, obstacle } = file;
    const role = roleOf(path, obstacle === undefined);
    if (role.role === 'stray') this.findings.push(findingOf(problems.strayFile, { file: path }, { file: path }));
    else if (role.role === 'unknown-folder') this.unknownFolder(path, role.folder);
    else if (role.role === 'records' && !(this.options.noSample && role.sample))
      await this.takeRecords({ path, kind: role.kind, sample: role.sample }, file);
  }

  private async takeWorkspace(found: ReaderFile): Promise<void> {
    const { source } = await this.read(found.path, this.bytesOf(found));
    const { file, value, findings } = source;
    this.report(findings);
    if (value === undefined) return;
    if (isValid('workspace', value)) this.workspace = value as Workspace;
    else this.refused.push({ kind: 'workspace', value, file, pointer: '' });
  }

  private async takeRecords(file: FileOfKind, found: ReaderFile): Promise<void> {
    const bytes = this.bytesOf(found);
    const { hash = '', known = null } = (bytes && this.index?.find(file.path, bytes)) ?? {};
    if (known) return this.recall(file, known);
    const { source, isPlain } = await this.read(file.path, bytes);
    this.options.mark?.('读取');
    this.report(source.findings);
    if (source.value === undefined) return this.cannotRead(file);
    const { entries, refused, findings, records, isList } = checkRecords(file, source.value);
    this.options.mark?.('核对字段');
    this.records += records;
    this.report(findings);
    for (const each of refused) this.refused.push(each);
    if (!isList) this.unreadable.add(file.kind);
    const looked = this.rules.look(
      file.kind,
      entries.filter(({ valid }) => valid),
    );
    this.keep(looked);
    const recordFile = { ...file, notes: looked.notes, entries };
    this.recordFiles.push(recordFile);
    const isReadable = isPlain && isList && entries.length === records;
    // An excuse is used by the very record that was looked at.
    if (bytes && isReadable && !looked.excusing && !this.suspects.has(file.path)) {
      if (refused.length + looked.findings.length === 0) this.index?.learn(recordFile, hash, bytes.length);
      this.shelf.add(recordFile, bytes.length);
    }
    this.options.mark?.('规则');
  }

  /** A file that has not changed since it was found to have nothing wrong by itself. */
  private recall(file: FileOfKind, { ids, notes }: Remembered): void {
    this.records += ids.length;
    const recordFile = { ...file, notes, entries: [] };
    this.archive.putAway(
      recordFile,
      ids.map((id) => ({ id, valid: true })),
    );
    this.recordFiles.push(recordFile);
    this.options.mark?.('读取');
  }

  private cannotRead({ path: file, kind }: FileOfKind): void {
    if (!this.unreadable.has(kind))
      this.findings.push(findingOf(problems.referencesUnchecked, { kind, title: kindTitle(kind) }, { file }));
    this.unreadable.add(kind);
  }

  /** Says what is wrong with the records that their schema refuses. */
  private async explain(): Promise<void> {
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
    this.options.mark?.('核对字段');
  }

  /** Holds the whole ledger against the rules. */
  private judge(): Ledger {
    // Samples come after the real records of their kind.
    const files = [
      ...this.recordFiles.filter(({ sample }) => !sample),
      ...this.recordFiles.filter(({ sample }) => sample),
    ];
    const ledger = new Ledger(this.workspace, entriesOf(files));
    const surroundings = {
      ledger,
      unreadable: this.unreadable,
      knowsFigure: (id: string) => knowsFigure(ledger, id),
      figureIds: () => knownFigureIds(ledger),
      hasFile: (path: string) => this.paths.has(path.normalize()),
      suspects: this.suspects,
    };
    const noted = files.map(({ entries, ...file }) => ({
      ...file,
      entries: () => entries.filter(({ valid }) => valid),
    }));
    this.keep(this.rules.finish(surroundings, noted));
    this.report(this.rules.settle(surroundings, this.excused));
    return ledger;
  }

  /** A file's bytes; null where it cannot be read, which is told. */
  private bytesOf({ path, obstacle }: ReaderFile): Uint8Array | null {
    this.files += 1;
    try {
      if (obstacle !== undefined) throw new ReadError(path, obstacle);
      return this.reader.read(path);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      this.findings.push(findingOf(sourceProblems.unreadable, { reason: error.reason }, { file: path }));
      return null;
    }
  }

  private async read(path: string, bytes: Uint8Array | null): Promise<Read> {
    const plain = bytes === null ? null : parseUsual(path, bytes);
    const source = plain ?? (bytes === null ? nothing(path) : await readUnusual(path, bytes));
    if (source.hasPrivateNumbers) await this.suspect(source);
    return { source, isPlain: plain !== null };
  }

  /** What finds places in a text needs the YAML parser, which few ledgers need otherwise. */
  private async suspect({ file, text: textOf }: Source): Promise<void> {
    const text = textOf();
    const { Locator } = await import('../source/locate.js');
    this.suspects.set(file, { text, locator: new Locator(text) });
  }

  private keep({ findings, excused }: Found): void {
    this.report(findings);
    for (const each of excused) this.excused.push(each);
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

function* entriesOf(files: readonly RecordFile[]) {
  for (const { entries } of files) yield* entries;
}

/** What is known of a file that cannot be read. */
function nothing(file: string): Source {
  return { file, text: () => '', hasPrivateNumbers: false, value: undefined, findings: [] };
}
