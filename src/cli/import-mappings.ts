import { type ImportMapping, MappingFault, parseMapping, plainMapping } from '../exchange/import-mapping.js';
import { columnFields, ROLES, type Role, shownRole } from '../exchange/import-role.js';
import type { Sheet } from '../exchange/sheet.js';
import { sheetFields } from '../exchange/sheet-fields.js';
import { fieldFinder, findHeading } from '../exchange/sheet-heading.js';
import type { Kind } from '../schema/kinds.js';
import { readSource } from '../source/read-source.js';
import type { Run } from './commands/command.js';
import { CannotRun } from './errors.js';
import type { ImportOptions } from './import-file.js';
import type { Opened } from './open-ledger.js';
import { parseChoice } from './parse-choice.js';
import { KIND_CHOICES } from './parse-kind.js';

const IMPORTS = 'imports/';

/** A mapping of `data/imports/` by its name. */
interface Named {
  readonly name: string;
  readonly mapping: ImportMapping;
}

/** How each file is read: what `data/imports/` says, else what its headings show. */
export class Mappings {
  private constructor(
    private readonly all: readonly Named[],
    private readonly options: ImportOptions,
    private readonly kind: Kind | undefined,
  ) {}

  /** @throws CannotRun for a mapping that cannot be used, or a name that none has */
  static async of({ options }: Run<ImportOptions>, opened: Opened): Promise<Mappings> {
    const files = opened.reader.list().filter(({ path }) => path.startsWith(IMPORTS) && path.endsWith('.yaml'));
    const all = await Promise.all(
      files.map(async ({ path }) => ({
        name: path.slice(IMPORTS.length, -'.yaml'.length),
        mapping: await readMapping(opened, path),
      })),
    );
    const kind =
      options.as === undefined ? undefined : parseChoice(KIND_CHOICES, options.as, `没有“${options.as}”这个类别`).name;
    if (options.reconcile && kind !== undefined && kind !== 'activities')
      throw new CannotRun('对账只对活动', '写 --as 活动，或不写 --as。');
    const { mapping } = options;
    if (mapping !== undefined && all.every(({ name }) => name !== mapping)) {
      const known = all.map(({ name }) => name).join('、');
      throw new CannotRun(
        `data/imports/ 里没有“${mapping}”这份对照表`,
        known === '' ? '先写一份，见 yueyi import --help。' : `有：${known}。`,
      );
    }
    return new Mappings(all, options, kind);
  }

  /** @throws CannotRun where it is not certain how a file is read */
  for(file: string, sheets: readonly Sheet[]): ImportMapping {
    const { mapping: asked, reconcile } = this.options;
    const named = this.all.find(({ name }) => name === asked);
    if (named && !reconcile) return named.mapping;
    const fitting = this.all.filter(
      ({ mapping: { kind, role }, mapping }) =>
        (this.kind === undefined || kind === this.kind) &&
        (!reconcile || role !== undefined) &&
        sheets.some((sheet) => fits(sheet, mapping)),
    );
    const [only, second] = named && fitting.includes(named) ? [named] : fitting;
    if (only && second) {
      const names = fitting.map(({ name }) => name).join('、');
      throw new CannotRun(`“${file}”有不止一份对照表合适：${names}`, '用 --mapping 写明用哪一份。');
    }
    return only?.mapping ?? this.usual(file, sheets);
  }

  /** Without a mapping of its own. */
  private usual(file: string, sheets: readonly Sheet[]): ImportMapping {
    const isOfActivities = this.kind === undefined || this.kind === 'activities';
    const role = isOfActivities ? sheets.map((sheet) => roleOf(sheet)).find((found) => found !== undefined) : undefined;
    if (role !== undefined) return plainMapping('activities', role);
    if (this.options.reconcile) {
      throw new CannotRun(
        `看不出“${file}”是申报还是签到`,
        '申报表要有“审批编号”“审批结果”或“审批状态”一列，签到表要有“签到时间”或“签到人数”一列；不是这样的，在 data/imports/ 里写一份对照表，写明 用途: 申报，见 yueyi import --help。',
      );
    }
    if (this.kind !== undefined) return plainMapping(this.kind);
    throw new CannotRun(
      '没有写表里是哪一类记录',
      '加 --as 类别，如 --as 活动；常用的表在 data/imports/ 里写一份对照表，就不必再写。',
    );
  }
}

/** What a sheet's headings show it to be. */
function roleOf(sheet: Sheet): Role | undefined {
  const fieldOf = fieldFinder(columnFields('activities'));
  const headings = Object.values(ROLES).flatMap(({ mark }) => findHeading(sheet, fieldOf, mark) ?? []);
  return headings.map(shownRole).find((role) => role !== undefined);
}

/** Whether a sheet has every column that a mapping names; where it names none, whether it shows the mapping's role. */
function fits(sheet: Sheet, { kind, role, columns, needs }: ImportMapping): boolean {
  const heading = findHeading(sheet, fieldFinder(columnFields(kind, role), columns), role && ROLES[role].mark);
  if (heading === null) return false;
  const titles = heading.columns.map(({ title }) => title);
  return needs.length === 0
    ? role !== undefined && roleOf(sheet) === role
    : needs.every((name) => titles.includes(name));
}

async function readMapping({ reader }: Opened, path: string): Promise<ImportMapping> {
  const { value, findings } = await readSource(path, reader.read(path));
  try {
    if (findings.some(({ severity }) => severity === 'error')) throw new MappingFault('YAML 写法不对');
    return parseMapping(value);
  } catch (error) {
    if (!(error instanceof MappingFault)) throw error;
    throw new CannotRun(
      `对照表 ${reader.display(path)} 不能用：${error.message}`,
      '一项一行，如 类别: 活动、列: { 活动主题: 名称 }、补上: { 项目: 越医有爱 }；全部写法见 yueyi import --help。',
    );
  }
}

/** What is said of a file without a heading. */
export function noHeading(file: string, { kind, role }: ImportMapping): CannotRun {
  const titles = sheetFields(kind)
    .filter(({ required }) => required)
    .map(({ title }) => title);
  const wanted = role === '签到' ? ['活动名称', '签到时间'] : titles;
  return new CannotRun(
    `“${file}”里没有找到表头`,
    `表头至少要有两列是字典里的名称，如 ${wanted.join('、')}；yueyi export --template 可以出一张空表；列名不同的，在 data/imports/ 里写对照。`,
  );
}
