import { type Fitting, fittingKinds, type Meanings, unknownFigures } from '../exchange/template/meanings.js';
import { findRecords } from '../ledger/find-records.js';
import { isDateless } from '../ledger/kind-table.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import type { ReportContext } from '../reports/context.js';
import { selectRecords } from '../reports/registry/list-query.js';
import { KINDS, type Kind, kindTitle } from '../schema/kinds.js';
import { CannotRun } from './errors.js';
import { oneRecord } from './one-record.js';
import { type NamedTemplate, templateFault } from './word-templates.js';

/** What a template is to be filled with. */
export interface ToFill {
  readonly meanings: Meanings;
  /** None where no tag depends on a record. */
  readonly entries: readonly (Entry | undefined)[];
}

/** The records asked for: one by its name, or all of the period. */
export interface Asked {
  readonly word: string | undefined;
  readonly all: boolean;
  readonly kind: Kind | undefined;
}

/**
 * The records that a template is filled with, and what its tags mean for them.
 * @throws CannotRun for a template with unknown tags, and where no record is meant, several, or one of another kind
 */
export function recordsToFill(context: ReportContext, { name, template }: NamedTemplate, asked: Asked): ToFill {
  const { ledger } = context;
  const fitting = fittingKinds(ledger, template);
  refuseFaulty(ledger, name, fitting, asked.word);
  const toFill = meant(context, name, fitting, asked);
  const unknown = unknownFigures(ledger, toFill.meanings, toFill.entries[0]);
  if (unknown.length > 0) throw templateFault(name, unknown);
  return toFill;
}

/** Refuses a template with unknown tags; the record's kind says which names are near. */
function refuseFaulty(ledger: Ledger, name: string, { kinds }: Fitting, word = ''): void {
  const [record] = findRecords(
    ledger,
    word,
    kinds.map(({ kind }) => kind),
  );
  const chosen = kinds.find(({ kind }) => kind === record?.kind) ?? kinds[0];
  if (chosen && chosen.faults.length > 0) throw templateFault(name, chosen.faults);
}

function meant(context: ReportContext, name: string, fitting: Fitting, asked: Asked): ToFill {
  const kinds = kindsMeant(name, fitting, asked.kind);
  const [first] = kinds;
  if (asked.all) return everyRecord(context, name, kinds);
  if (asked.word !== undefined) return oneNamed(context, name, kinds, asked.word);
  if (first && !fitting.needsRecord) return { meanings: first, entries: [undefined] };
  throw new CannotRun(
    `没有写用哪一条${titlesOf(kinds)}填“${name}”`,
    `例如 yueyi fill ${name} 编号或名称 -o 文件名.docx；每条各填一份，写 --all -o 文件夹/。`,
  );
}

function kindsMeant(name: string, { kinds }: Fitting, kind: Kind | undefined): readonly Meanings[] {
  if (kind === undefined) return kinds;
  const meant = kinds.filter((each) => each.kind === kind);
  if (meant.length > 0) return meant;
  throw new CannotRun(`模板“${name}”不是用${kindTitle(kind)}的记录填的`, `它里面的标记要用${titlesOf(kinds)}的记录。`);
}

function everyRecord(context: ReportContext, name: string, kinds: readonly Meanings[]): ToFill {
  const [meanings, ...more] = kinds;
  if (!meanings || more.length > 0) throw new CannotRun(`模板“${name}”用几类记录都能填`, '加 --kind 写明是哪一类。');
  const { kind } = meanings;
  const period = isDateless(kind) ? undefined : context.period;
  const entries = selectRecords(context, { kind, where: [], period });
  if (entries.length > 0) return { meanings, entries };
  throw new CannotRun(
    `${period ? context.period.name : '台账里'}没有${kindTitle(kind)}`,
    '用 --year 换一年，或先登记。',
  );
}

function oneNamed(context: ReportContext, name: string, kinds: readonly Meanings[], word: string): ToFill {
  const { ledger } = context;
  const found = findRecords(
    ledger,
    word,
    kinds.map(({ kind }) => kind),
  );
  if (found.length > 1) refuseSeveral(word, found, kinds.length > 1);
  if (found.length === 0) refuseOtherKind(context, name, kinds, word);
  const meanings = kinds.find(({ kind }) => kind === found[0]?.kind) ?? kinds[0];
  if (!meanings) throw new TypeError('no kind fits');
  return { meanings, entries: [oneRecord(ledger, '记录', word, meanings.kind, otherNames)] };
}

function refuseSeveral(word: string, found: readonly Entry[], ofSeveralKinds: boolean): void {
  const shown = found.slice(0, SHOWN).map(({ kind, id }) => (ofSeveralKinds ? `${kindTitle(kind)} ${id}` : id));
  throw new CannotRun(
    `“${word}”有${found.length}条记录：${shown.join('、')}${found.length > SHOWN ? '等' : ''}`,
    ofSeveralKinds ? '写全名称，或加 --kind 写明是哪一类。' : '写全名称，只留一条。',
  );
}

const SHOWN = 10;

/** A pairing is called by its partners too. */
const otherNames = (entry: Entry): readonly string[] => (entry.kind === 'pairings' ? entry.value.partners : []);

function refuseOtherKind({ ledger }: ReportContext, name: string, kinds: readonly Meanings[], word: string): void {
  if (kinds.some(({ kind }) => ledger.all(kind).some((entry: Entry) => otherNames(entry).includes(word)))) return;
  const [other] = KINDS.flatMap((kind) => ledger.get(kind, word) ?? []);
  if (!other) return;
  throw new CannotRun(
    `“${word}”是${kindTitle(other.kind)}，模板“${name}”要用${titlesOf(kinds)}的记录填`,
    `用 yueyi list ${kinds[0] ? kindTitle(kinds[0].kind) : ''} 查看有哪些。`,
  );
}

function titlesOf(kinds: readonly Meanings[]): string {
  return kinds.map(({ kind }) => kindTitle(kind)).join('、');
}
