import type { Kind } from '../schema/kinds.js';
import { scalarText } from '../text/scalar-text.js';
import { fieldsOf, type Ledger, shortLabelOf } from './ledger.js';

/** What an id can be made of, each undefined where the record does not have it. */
export interface LabelParts {
  /** Its day; of a request or an agreement that of its first event. */
  readonly day: string | undefined;
  readonly year: string | undefined;
  /** The period it is about: 2025-H1. */
  readonly period: string | undefined;
  /** Its name or title. */
  readonly name: string | undefined;
  /** The short name of its pairing, else of its partner, orderer or lead. */
  readonly who: string | undefined;
  readonly board: string | undefined;
  readonly section: string | undefined;
}

type Parts = readonly (string | undefined)[];

/** The kinds that are not called by their day or year and their name. Each way is tried in turn. */
const CALLED: Partial<Record<Kind, (parts: LabelParts) => readonly Parts[]>> = {
  sources: () => [],
  people: ({ name }) => [[name]],
  departments: ({ name }) => [[name]],
  organizations: ({ name }) => [[name]],
  branches: ({ name }) => [[name]],
  programs: ({ name }) => [[name]],
  pairings: ({ who, year }) => [[who], [who, year]],
  agreements: ({ who, year }) => [[who, year]],
  tasks: ({ board, name }) => [[board, name]],
  activities: ({ day, name, who }) => [
    [day, name],
    [day, who, name],
  ],
  inspections: ({ day }) => [[day, '督查']],
  requests: ({ day, who }) => [[day, who, '点单']],
  evaluations: ({ who, period }) => [[who, period]],
  narratives: ({ year, section }) => [[year, section]],
  outlines: ({ year }) => [[year]],
};

/** The words of which ids of a kind are made, the usual way first. */
export function callsFor(kind: Kind, parts: LabelParts): readonly Parts[] {
  return CALLED[kind]?.(parts) ?? [[parts.day ?? parts.year, parts.name]];
}

/**
 * Looks up what an id can be made of in a record that may be incomplete.
 * @param year of a new record without a date of its own
 */
export function labelParts(ledger: Ledger, value: object, year?: number): LabelParts {
  const fields = fieldsOf(value);
  const first = [fields.events, fields.signed].map((list) => (Array.isArray(list) ? onOf(list[0]) : undefined));
  const day = textOf(fields.date) ?? first.find((on) => on !== undefined);
  return {
    day,
    year: textOf(fields.year) ?? (day ?? textOf(fields.from) ?? textOf(fields.issued))?.slice(0, 4) ?? textOf(year),
    period: textOf(fields.period),
    name: textOf(fields.title) ?? textOf(fields.name) ?? textOf(fields.label),
    who: whoOf(ledger, fields),
    board: textOf(fields.board),
    section: textOf(fields.section),
  };
}

function whoOf(ledger: Ledger, fields: Readonly<Record<string, unknown>>): string | undefined {
  const [pairing] = [fields.pairing ?? fields.pairings].flat();
  if (pairing !== undefined) return textOf(pairing);
  const [organization] = [fields.partners ?? fields.orderedBy].flat();
  const known = ledger.get('organizations', textOf(organization));
  return known ? shortLabelOf(known) : textOf(organization ?? fields.lead);
}

function onOf(event: unknown): string | undefined {
  return event !== null && typeof event === 'object' ? textOf(fieldsOf(event).on) : undefined;
}

function textOf(value: unknown): string | undefined {
  return scalarText(value) || undefined;
}
