import type { Ledger } from '../ledger/ledger.js';
import { formatNumber } from '../text/format-number.js';
import { defineRule } from './rule.js';

/** From this multiple of the median on, a typing mistake (an additional digit) is likelier than a success. */
const TIMES = 30;
/** The number of activities of a type that a meaningful median needs. */
const LEAST = 5;

/** An activity has more than 30 times the median number of beneficiaries (受益群众) of its type. */
export const outlier = defineRule<{ value: string; type: string; median: string }>({
  code: 'outlier',
  severity: 'warning',
  zh: {
    title: '人次异常',
    why: '多打一个 0，全年的人次就不可信了。',
    message: ({ value, type, median }) =>
      `受益群众 ${value} 人次，是${type}常见人数（中位数 ${median}）的 ${TIMES} 倍以上`,
    fix: () => '核对人数；没有错就在这条写免检说明（excuse）。',
  },
  en: {
    title: 'An unusual number',
    why: 'One digit too many, and the year’s sum is not to be believed.',
    message: ({ value, type, median }) =>
      `${value} beneficiaries (受益群众): more than ${TIMES} times what is usual for a ${type} (median ${median})`,
    fix: () => 'Check the number; if it is right, write an excuse (免检说明) here.',
  },
  pass: `
    # data/activities/2025-03.yaml
    - id: 2025-03-01-义诊
      title: 义诊
      date: 2025-03-01
      types: [义诊]
      beneficiaries: 40
    - id: 2025-03-02-义诊
      title: 义诊
      date: 2025-03-02
      types: [义诊]
      beneficiaries: 50
    - id: 2025-03-03-义诊
      title: 义诊
      date: 2025-03-03
      types: [义诊]
      beneficiaries: 60
    - id: 2025-03-04-义诊
      title: 义诊
      date: 2025-03-04
      types: [义诊]
      beneficiaries: 70
    - id: 2025-03-05-义诊
      title: 义诊
      date: 2025-03-05
      types: [义诊]
      beneficiaries: 800`,
  fail: `
    # data/activities/2025-03.yaml
    - id: 2025-03-01-义诊
      title: 义诊
      date: 2025-03-01
      types: [义诊]
      beneficiaries: 40
    - id: 2025-03-02-义诊
      title: 义诊
      date: 2025-03-02
      types: [义诊]
      beneficiaries: 50
    - id: 2025-03-03-义诊
      title: 义诊
      date: 2025-03-03
      types: [义诊]
      beneficiaries: 60
    - id: 2025-03-04-义诊
      title: 义诊
      date: 2025-03-04
      types: [义诊]
      beneficiaries: 70
    - id: 2025-03-05-义诊
      title: 义诊
      date: 2025-03-05
      types: [义诊]
      beneficiaries: 8000`,
  check({ ledger }, report) {
    const medians = mediansOf(ledger);
    for (const activity of ledger.all('activities')) {
      const { types, beneficiaries } = activity.value;
      if (beneficiaries === undefined) continue;
      const usual = types.map((type) => ({ type, median: medians.get(type) })).filter(({ median }) => median);
      // With several types it must be unusual for each of them.
      const [first] = usual;
      if (!first?.median || !usual.every(({ median }) => beneficiaries > TIMES * (median ?? 0))) continue;
      const args = { value: formatNumber(beneficiaries), type: first.type, median: formatNumber(first.median) };
      report(activity, '/beneficiaries', args);
    }
  },
});

/** The median number of beneficiaries by type, where there are enough activities of it. */
function mediansOf(ledger: Ledger): ReadonlyMap<string, number> {
  const values = new Map<string, number[]>();
  for (const { value } of ledger.all('activities')) {
    if (value.beneficiaries === undefined) continue;
    for (const type of value.types) {
      const known = values.get(type);
      if (known) known.push(value.beneficiaries);
      else values.set(type, [value.beneficiaries]);
    }
  }
  const enough = [...values].filter(([, known]) => known.length >= LEAST);
  return new Map(enough.map(([type, known]) => [type, medianOf(known)]));
}

/** The middle value, or the mean of the two in the middle. */
function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
