import { formatNumber } from '../text/format-number.js';
import { defineRule, placeOf } from './rule.js';

interface Args {
  readonly label: string;
  readonly value: string;
  readonly sum: string;
  readonly unit: string;
  /** A part of another unit, where there is one. */
  readonly odd: string;
}

/** The parts of a fact do not add up to its value: `parts` is a complete partition in the same unit. */
export const factsSum = defineRule<Args>({
  code: 'facts-sum',
  severity: 'error',
  locked: true,
  zh: {
    title: '分项之和不等于总数',
    why: '材料里的分项和总数会对不上。',
    message: ({ label, value, sum, unit, odd }) =>
      odd
        ? `“${label}”的单位是“${unit}”，分项“${odd}”的单位却不同`
        : `“${label}”是 ${value}${unit}，分项之和却是 ${sum}${unit}`,
    fix: () => '对照原文件核对总数和每个分项；分项没有列全时不用 parts，改在分项上写 of。',
  },
  en: {
    title: 'The parts do not make up the total',
    why: 'Total and parts would not agree in the report.',
    message: ({ label, value, sum, unit, odd }) =>
      odd
        ? `The unit of “${label}” is “${unit}”, that of its part “${odd}” is another`
        : `“${label}” is ${value}${unit}, but its parts make ${sum}${unit}`,
    fix: () =>
      'Compare the total and each part with the document; where not all parts are listed, use no parts but write of in each of them.',
  },
  pass: `
    # data/facts/2021.yaml
    - id: 2021-巡察
      year: 2021
      label: 巡察问题
      value: 40
      unit: 个
      parts: [2021-销号, 2021-持续]
    - { id: 2021-销号, year: 2021, label: 已销号, value: 36, unit: 个 }
    - { id: 2021-持续, year: 2021, label: 持续整改, value: 4, unit: 个 }`,
  fail: `
    # data/facts/2021.yaml
    - id: 2021-巡察
      year: 2021
      label: 巡察问题
      value: 40
      unit: 个
      parts: [2021-销号, 2021-持续]
    - { id: 2021-销号, year: 2021, label: 已销号, value: 63, unit: 个 }
    - { id: 2021-持续, year: 2021, label: 持续整改, value: 4, unit: 个 }`,
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
      const related = known.map((part) => {
        const shown = `${part.value.label} ${formatNumber(part.value.value)}`;
        return { at: placeOf(part, '/value'), message: { zh: `分项：${shown}`, en: `Part: ${shown}` } };
      });
      const args = { label, value: formatNumber(value), sum: formatNumber(sum), unit, odd };
      report(fact, odd ? '/unit' : '/value', args, { related });
    }
  },
});
