import { type Draft, placeIn } from '../../document/draft.js';
import type { Figure } from '../../document/figure.js';
import { isWholeYear } from '../../figures/period.js';
import { buildAnnual } from '../annual/annual-document.js';
import { buildBulletin } from '../bulletin/bulletin-document.js';
import type { ReportContext } from '../context.js';
import { progressPage, reportPage } from '../page.js';
import { factsOfYear } from '../selection.js';
import { Binder } from './binder.js';
import { isTrueOf } from './compare-number.js';
import { NumberReader } from './draft-number.js';
import { DraftScope } from './draft-scope.js';
import { OwnPhrases, type Wording } from './own-phrases.js';
import { type PlacedNumber, placeNumbers } from './placed-number.js';
import { type SumFault, sumFaults } from './sums.js';

/** 相符: the figure's number; 不符: not the figure's, or not what the numbers beside it add up to; 未绑定: no one figure. */
export type DraftVerdict = '相符' | '不符' | '未绑定';

/** One number of a draft and what the ledger says of it. */
export interface CheckedNumber {
  readonly number: PlacedNumber;
  /** The line or paragraph, counted from 1. */
  readonly place: number;
  readonly verdict: DraftVerdict;
  /** The figure it is bound to. */
  readonly figure?: Figure;
  /** What it may be of, where that is not certain. */
  readonly candidates: readonly Figure[];
  /** What is wrong within the text itself. */
  readonly sum?: SumFault;
}

export interface DraftCheck {
  readonly counted: Draft['counted'];
  readonly numbers: readonly CheckedNumber[];
}

/** Holds every number with a unit in a draft against the figures of the context's year, or of its part of a year. */
export class DraftChecker {
  private readonly reader: NumberReader;
  private readonly phrases: OwnPhrases;

  /** @param wording how typed pieces are worded in our own products, of which drafts are made */
  constructor(
    private readonly context: ReportContext,
    wording: Wording,
  ) {
    const products = isWholeYear(context.period)
      ? [reportPage(context, buildAnnual(context)), progressPage(context)]
      : [buildBulletin(context)];
    const printed = products.flatMap(({ figures }) => figures);
    const stated = factsOfYear(context).map(({ value }) => value);
    this.reader = new NumberReader(new Set([...printed, ...stated].map(({ unit }) => unit)));
    this.phrases = new OwnPhrases(products, this.reader, wording);
  }

  check({ counted, passages }: Draft): DraftCheck {
    const scope = new DraftScope(this.context.ledger, this.context.period);
    const binder = new Binder(this.context, scope, this.phrases);
    const numbers = passages.flatMap((passage) => {
      scope.enter(passage);
      const placed = placeNumbers(passage, this.reader);
      const faults = sumFaults(placed);
      return placed.flatMap((number) => checked(number, binder, faults.get(number)) ?? []);
    });
    return { counted, numbers };
  }
}

/** Null for what is no number of the draft: one in a name, 一名, the running number of a table's row, unless it is bound. */
function checked(number: PlacedNumber, binder: Binder, sum: SumFault | undefined): CheckedNumber | null {
  const { figure, candidates } = binder.bind(number);
  const known = figure !== undefined && figure.value !== null;
  const isWord = number.named || number.unit === '' || (number.spelled && (number.value < 2 || number.unit === '年'));
  if (!known && isWord && sum === undefined) return null;
  const agrees = known && isTrueOf(number, figure);
  return {
    number,
    place: placeIn(number.passage, number.start),
    verdict: agrees ? '相符' : known || sum ? '不符' : '未绑定',
    ...(figure === undefined ? {} : { figure }),
    candidates,
    ...(sum === undefined || agrees ? {} : { sum }),
  };
}
