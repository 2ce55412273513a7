import { type Finding, findingOf } from '../diagnostics/diagnostic.js';
import { figuresOfYear, unitOfFigure } from '../figures/figures-of-year.js';
import { knownFigureIds, knowsFigure } from '../figures/known-figures.js';
import { suggestFigure } from '../figures/suggest-figure.js';
import { LARGEST_FILE, ReadError, type Reader, type ReaderFile } from '../files/reader.js';
import type { Frozen, FrozenCheck, FrozenYear } from '../ledger/frozen-year.js';
import { type Entry, Ledger, type Workspace } from '../ledger/ledger.js';
import { checkRules } from '../rules/check-rules.js';
import type { Excused } from '../rules/rule.js';
import type { Suspect } from '../rules/rule-context.js';
import { isValid } from '../schema/check.js';
import type { InvalidRecord } from '../schema/describe.js';
import { KINDS, type Kind, kindTitle } from '../schema/kinds.js';
import { hasPrivateNumbers } from '../source/private-numbers-in.js';
import { sourceProblems } from '../source/problems.js';
import { readSource } from '../source/read-source.js';
import type { Source, SourceReader } from '../source/source.js';
import { lenientText } from '../source/text-encoding.js';
import { nearest } from '../text/nearest.js';
import { checkRecords, type FileOfKind } from './check-records.js';
import { isScanned, roleOf } from './layout.js';
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
  /** `js-yaml` reads every file with the whole parser: to measure ours, or to look for a fault in it. */
  readonly sourceReader?: SourceReader;
  /** Called at the end of each part of the work, for `--timing`. */
  readonly mark?: (part: '读取' | '核对字段' | '规则') => void;
}

/**
 * Reads and checks a whole ledger. Bad data is returned as findings, never thrown. `withOverlay` gives a reader that
 * replaces texts in memory.
 * @throws ReadError for the folder itself
 */
export async function load(reader: Reader, options: LoadOptions = {}): Promise<Loaded> {
  return new Loading(reader, options).run();
}

/** One load of a ledger: each file is read and checked by its schema, then the rules check the whole. */
class Loading {
  private readonly findings: Finding[] = [];
  /** Samples come after the real records of their kind. */
  private readonly entries: Entry[] = [];
  private readonly samples: Entry[] = [];
  private readonly invalid: InvalidRecord[] = [];
  /** The fields that are refused of each of them, by its value. */
  private readonly refused = new Map<unknown, ReadonlySet<string> | null>();
  private readonly frozen: FrozenYear[] = [];
  private readonly unreadable = new Set<Kind>();
  private readonly unknownFolders = new Set<string>();
  private readonly suspects = new Map<string, Suspect>();
  private workspace: Workspace | null = null;
  private files = 0;
  private records = 0;

  constructor(
    private readonly reader: Reader,
    private readonly options: LoadOptions,
  ) {}

  async run(): Promise<Loaded> {
    const found = this.reader.list();
    for (const file of found) await this.take(file);
    await this.explain();
    const ledger = new Ledger(this.workspace, [...this.entries, ...this.samples], this.frozen);
    // NFC, as keyboards write it; some file systems give NFD.
    const paths = new Set(found.map(({ path }) => path.normalize()));
    const judged = checkRules({
      ledger,
      refusedOf: ({ value }) => this.refused.get(value) ?? null,
      unreadable: this.unreadable,
      knowsFigure: (id) => knowsFigure(ledger, id),
      figureIds: () => knownFigureIds(ledger),
      unitOfFigure: (id) => unitOfFigure(ledger, id),
      figuresOfYear: (year) => figuresOfYear(ledger, year),
      figureMeant: (id, year) => suggestFigure(ledger, id, year, figuresOfYear(ledger, year)),
      hasFile: (path) => paths.has(path.normalize()),
      suspects: this.suspects,
      names: found.map(({ path }) => path),
      frozen: await this.checkFrozen(ledger),
    });
    this.report(judged.findings);
    this.options.mark?.('规则');
    const { findings, files, records } = this;
    return { ledger, findings, excused: judged.excused, files, records };
  }

  /** Without a frozen year no figure is computed. */
  private async checkFrozen(ledger: Ledger): Promise<readonly FrozenCheck[]> {
    if (ledger.frozen.length === 0) return [];
    const { checkFrozen } = await import('../figures/frozen/check-frozen.js');
    return checkFrozen(ledger, this.invalid.length === 0 && this.unreadable.size === 0);
  }

  private async take(file: ReaderFile): Promise<void> {
    const { path, obstacle } = file;
    const role = roleOf(path, obstacle === undefined);
    if (role.role === 'workspace') await this.takeWorkspace(file);
    else if (role.role === 'frozen') await this.takeFrozen(file);
    else if (role.role === 'stray') this.findings.push(findingOf(problems.strayFile, { file: path }, { file: path }));
    else if (role.role === 'unknown-folder') this.unknownFolder(path, role.folder);
    else if (role.role === 'records' && !(this.options.noSample && role.sample))
      await this.takeRecords({ path, kind: role.kind, sample: role.sample }, file);
    else if (role.role === 'ignored' && obstacle === undefined && isScanned(path)) await this.scan(file);
  }

  /** Checks a file without records for private numbers only. */
  private async scan({ path, size = 0 }: ReaderFile): Promise<void> {
    if (size > LARGEST_FILE) return;
    try {
      const text = lenientText(this.reader.read(path));
      if (hasPrivateNumbers(text, undefined)) await this.suspect(path, text, undefined, false);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
    }
  }

  private async takeWorkspace(found: ReaderFile): Promise<void> {
    const { file, value } = await this.read(found);
    if (value === undefined) return;
    if (isValid('workspace', value)) this.workspace = value as Workspace;
    else this.invalid.push({ kind: 'workspace', value, file, pointer: '' });
  }

  private async takeFrozen(found: ReaderFile): Promise<void> {
    const { file, value } = await this.read(found);
    if (value === undefined) return;
    if (isValid('frozen', value)) this.frozen.push({ file, value: value as Frozen });
    else this.invalid.push({ kind: 'frozen', value, file, pointer: '' });
  }

  private async takeRecords(file: FileOfKind, found: ReaderFile): Promise<void> {
    const { value } = await this.read(found);
    this.options.mark?.('读取');
    if (value === undefined) return this.cannotRead(file);
    const { entries, invalid, findings, records, isList } = checkRecords(file, value);
    this.records += records;
    this.report(findings);
    for (const each of invalid) this.invalid.push(each);
    const all = file.sample ? this.samples : this.entries;
    for (const entry of entries) all.push(entry);
    if (!isList) this.unreadable.add(file.kind);
    this.options.mark?.('核对字段');
  }

  private cannotRead({ path: file, kind }: FileOfKind): void {
    if (!this.unreadable.has(kind))
      this.findings.push(findingOf(problems.referencesUnchecked, { kind, title: kindTitle(kind) }, { file }));
    this.unreadable.add(kind);
  }

  /** Reports what is wrong with the records that are invalid by their schema. */
  private async explain(): Promise<void> {
    if (this.invalid.length > 0) {
      // The dictionary is large and needed only here.
      const { describe, refusedFields } = await import('../schema/describe.js');
      const { valueTexts } = await import('./locations.js');
      const textIn = valueTexts(this.reader);
      for (const invalid of this.invalid) {
        this.report(describe({ ...invalid, valueText: (pointer) => textIn(invalid.file, pointer) }));
        this.refused.set(invalid.value, refusedFields(invalid));
      }
    }
    this.options.mark?.('核对字段');
  }

  /** A file's value, undefined where it cannot be read; findings about the file and its text are reported. */
  private async read({ path, obstacle }: ReaderFile): Promise<Pick<Source, 'file' | 'value'>> {
    this.files += 1;
    try {
      if (obstacle !== undefined) throw new ReadError(path, obstacle);
      const source = await readSource(path, this.reader.read(path), this.options.sourceReader);
      this.report(source.findings);
      if (source.hasPrivateNumbers) await this.suspect(path, source.text(), source.value, true);
      return source;
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      this.findings.push(findingOf(sourceProblems.unreadable, { reason: error.reason }, { file: path }));
      return { file: path, value: undefined };
    }
  }

  /** Loads the locator here, because it needs the YAML parser, which few ledgers do otherwise. */
  private async suspect(file: string, text: string, value: unknown, isLedger: boolean): Promise<void> {
    const { Locator } = await import('../source/locate.js');
    this.suspects.set(file, { text, value, isLedger, locator: new Locator(text) });
  }

  /** One by one: a hostile file may have more findings than a call can take arguments. */
  private report(findings: readonly Finding[]): void {
    for (const finding of findings) this.findings.push(finding);
  }

  private unknownFolder(path: string, folder: string): void {
    if (this.unknownFolders.has(folder)) return;
    this.unknownFolders.add(folder);
    this.findings.push(findingOf(problems.unknownFolder, { folder, near: folderMeant(folder) }, { file: path }));
  }
}

/** The kind whose folder, or whose Chinese title, is nearest to a folder's name: 活动 is activities. */
function folderMeant(folder: string): string {
  const [near = ''] = nearest(folder, [...KINDS, ...KINDS.map(kindTitle)]);
  return KINDS.find((kind) => kindTitle(kind) === near) ?? near;
}
