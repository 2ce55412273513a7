import { formatNumber } from '../text/format-number.js';
import { defineRule, placeOf } from './rule.js';

interface Args {
  readonly label: string;
  readonly value: string;
  readonly sum: string;
  readonly unit: string;
  readonly odd: string;
}

/**
 * The parts of a fact do not make up its value: `parts` is a complete partition in the same unit.
 *
 * PASS: 922 with the parts 51, 869 and 2.
 * FAIL: 922 with the parts 51, 896 and 2.
 */
export const factsSum = defineRule<Args>({
  code: 'facts-sum',
  severity: 'error',
  title: '分项之和不等于总数',
  why: '材料里的分项和总数会对不上。',
  message: ({ label, value, sum, unit, odd }) =>
    odd
      ? `“${label}”的单位是“${unit}”，分项“${odd}”的单位却不同`
      : `“${label}”是 ${value}${unit}，分项之和却是 ${sum}${unit}`,
  fix: () => '对照原文件核对总数和每个分项；分项没有列全时不用 parts，改在分项上写 of。',
  check({ ledger }, report) {
    for (const fact of ledger.all('facts')) {
      const { parts, value, unit, label } = fact.value;
      const found = (parts ?? []).map((id) => ledger.get('facts', id));
      const known = found.filter((part) => part !== undefined);
      if (parts === undefined || known.length < found.length) continue;
      const sum = known.reduce((total, part) => total + part.value.value, 0);
      const odd = known.find((part) => part.value.unit !== unit)?.value.label ?? '';
      // Decimals such as 0.1 + 0.2 differ in the last bit.
      if (!odd && Math.abs(sum - value) < 1e-6) continue;
      const related = known.map((part) => ({
        at: placeOf(part, '/value'),
        message: `分项：${part.value.label} ${formatNumber(part.value.value)}`,
      }));
      report(
        fact,
        odd ? '/unit' : '/value',
        { label, value: formatNumber(value), sum: formatNumber(sum), unit, odd },
        { related },
      );
    }
  },
});
