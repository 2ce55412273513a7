import { bareName } from '../../ledger/number-claims.js';
import { type PlacedNumber, unitClass } from './placed-number.js';

/** What is wrong with a number beside the numbers around it. */
export interface SumFault {
  /** 合计: the numbers before it add up to another sum; 其中: it is more than the whole before it. */
  readonly kind: '合计' | '其中';
  /** The sum, or the whole. */
  readonly expected: number;
}

const TOTAL = /^(?:合计|共计|总计)$/;
/** Words that leave open whether the parts are all, or whether something counts in two of them. */
const OPEN = /等|去重|重复|不含|另|其他|其余|平均|以上|[含包]/;
/** What may count under several headings, and once in the total. */
const COUNTED_ONCE = ['场'];

/** The faults of sums and parts within the sentences of one passage; only what the text itself settles. */
export function sumFaults(numbers: readonly PlacedNumber[]): ReadonlyMap<PlacedNumber, SumFault> {
  const faults = new Map<PlacedNumber, SumFault>();
  for (const number of numbers) {
    const fault = totalFault(number) ?? partFault(number);
    if (fault) faults.set(number, fault);
  }
  return faults;
}

/** 甲村12名、乙村8名，合计21名: each clause before has one number, all of one unit. */
function totalFault(number: PlacedNumber): SumFault | null {
  const { earlier, ahead, behind, sentence } = number;
  if (!TOTAL.test(ahead) || behind !== '' || earlier.length < 2 || OPEN.test(sentence)) return null;
  if (![number, ...earlier].every((each) => isPlain(each) && unitClass(each.unit) === unitClass(number.unit)))
    return null;
  if (
    earlier.some((each) => each.contested || each.ahead.startsWith('其中') || bareName(each.ahead + each.behind) === '')
  )
    return null;
  const expected = earlier.reduce((sum, { value }) => sum + value, 0);
  if (expected === number.value || (expected > number.value && COUNTED_ONCE.includes(unitClass(number.unit))))
    return null;
  return { kind: '合计', expected };
}

/** 120名，其中党员130名. */
function partFault(number: PlacedNumber): SumFault | null {
  const whole = number.earlier.at(-1);
  if (!whole || !number.ahead.startsWith('其中') || !isPlain(number) || !isPlain(whole)) return null;
  if (unitClass(whole.unit) !== unitClass(number.unit) || number.value <= whole.value || number.unit === '%')
    return null;
  return { kind: '其中', expected: whole.value };
}

const isPlain = ({ hedge, until }: PlacedNumber): boolean => hedge === undefined && until === undefined;
