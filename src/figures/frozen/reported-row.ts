import type { FrozenFigure, StatedValue } from '../../ledger/frozen-year.js';
import type { Ledger } from '../../ledger/ledger.js';
import { DIMENSIONS, formatFigureId } from '../figure-id.js';
import { rowNamed } from '../registry.js';
import type { FigureRow } from '../row.js';

/** What stands before the id of a frozen figure: the value first reported, and the one it was restated to. */
const VERSIONS = { reported: '原报', restated: '更正' } as const;
type Version = keyof typeof VERSIONS;

const ID = /^(reported|restated):(.+)$/s;

/** The id of a version of a frozen figure: `reported:activities@year=2025`. */
export function reportedId(version: Version, id: string): string {
  return `${version}:${id}`;
}

/** Whether an id is that of a version of a frozen figure: `reported:activities@year=2025`. */
export function isReportedId(id: string): boolean {
  return ID.test(id);
}

/** The row of a version of a frozen figure, by the id before its dimensions; undefined for any other name. */
export function reportedRow(name: string): FigureRow | undefined {
  const [, version, measure = ''] = ID.exec(name) ?? [];
  if (version === undefined) return undefined;
  const { decimals, label, namesIds } = rowNamed(measure) ?? {};
  return {
    name,
    label: label ?? measure,
    unit: '',
    ...(namesIds ? { namesIds } : {}),
    ...(decimals === undefined ? {} : { decimals }),
    needs: [],
    may: DIMENSIONS,
    make: ({ ledger }, dimensions) => {
      const found = versionOf(ledger, version as Version, formatFigureId(measure, dimensions));
      if (!found) return undefined;
      const { figure, said, year } = found;
      const { value = null, bound, missing, word } = said;
      return {
        made: 'stated',
        // A fact has no row; its label is the figure's own.
        label: `${label ?? figure.label}（${VERSIONS[version as Version]}）`,
        unit: figure.unit,
        value,
        ...(missing === undefined ? {} : { missing }),
        ...(bound === undefined ? {} : { bound }),
        ...(word === undefined ? {} : { word }),
        records: [{ kind: 'frozen', id: String(year) }],
        witnesses: [],
      };
    },
  };
}

/** The frozen figures that were restated, with the value first reported, in the order of the file. */
export function restatedFigures(
  ledger: Ledger,
  year: number,
): readonly { readonly figure: Omit<FrozenFigure, 'basis'>; readonly reported: StatedValue | undefined }[] {
  const { figures = [], restatements = [] } = ledger.frozenYear(year) ?? {};
  const first = new Map<string, StatedValue | undefined>();
  const gone = new Map<string, Omit<FrozenFigure, 'basis'>>();
  for (const { id, label, unit, was, now } of restatements.flatMap(({ changes }) => changes)) {
    if (!first.has(id)) first.set(id, was);
    if (now === undefined) gone.set(id, { id, label, unit });
  }
  const present = figures.filter(({ id }) => first.has(id));
  const all = [...present, ...[...gone.values()].filter(({ id }) => !present.some((each) => each.id === id))];
  return all.map((figure) => ({ figure, reported: first.get(figure.id) }));
}

/** Whether an id names a version of a figure that a frozen year of the ledger has restated. */
export function knowsReported(ledger: Ledger, id: string): boolean {
  const [, version, own] = ID.exec(id) ?? [];
  return own !== undefined && versionOf(ledger, version as Version, own) !== undefined;
}

function versionOf(ledger: Ledger, version: Version, id: string) {
  for (const { value } of ledger.frozen) {
    const found = restatedFigures(ledger, value.year).find(({ figure }) => figure.id === id);
    const said = version === 'reported' ? found?.reported : found?.figure;
    if (found && said) return { figure: found.figure, said, year: value.year };
  }
  return undefined;
}
