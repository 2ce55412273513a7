import type { Entry } from '../ledger/ledger.js';
import { formatNumber } from '../text/format-number.js';
import { defineRule, eachOf, placeOf } from './rule.js';

interface Args {
  readonly label: string;
  readonly value: string;
  readonly whole: string;
  readonly limit: string;
  readonly sameUnit: boolean;
}

/** A fact is larger than the one it is part of (`of`), or has another unit. */
export const factsSubset = defineRule<Args>({
  code: 'facts-subset',
  severity: 'error',
  locked: true,
  zh: {
    title: '部分大于整体',
    why: '“其中”的数不能比总数大，单位也要一致。',
    message: ({ label, value, whole, limit, sameUnit }) =>
      `“${label}” ${value}，${sameUnit ? '超过了' : '单位不同于'}它所属的“${whole}” ${limit}`,
    fix: () => '对照原文件核对两个数和单位。',
  },
  en: {
    title: 'A part larger than its whole',
    why: 'What is “thereof” cannot be more than the whole, and has its unit.',
    message: ({ label, value, whole, limit, sameUnit }) =>
      `“${label}”, ${value}, ${sameUnit ? 'is more than' : 'has another unit than'} “${whole}”, ${limit}, to which it belongs`,
    fix: () => 'Compare both numbers and units with the document.',
  },
  pass: `
    # data/facts/2021.yaml
    - { id: 2021-发展, year: 2021, label: 预备党员, value: 8, unit: 名 }
    - id: 2021-高知
      year: 2021
      label: 高知预备党员
      value: 3
      unit: 名
      of: 2021-发展`,
  fail: `
    # data/facts/2021.yaml
    - { id: 2021-发展, year: 2021, label: 预备党员, value: 8, unit: 名 }
    - id: 2021-高知
      year: 2021
      label: 高知预备党员
      value: 9
      unit: 名
      of: 2021-发展`,
  record: eachOf(['facts'], (fact, report, { ledger }) => {
    const whole = ledger.get('facts', fact.value.of);
    if (!whole || (fact.value.value <= whole.value.value && fact.value.unit === whole.value.unit)) return;
    const [value, limit] = [amountOf(fact), amountOf(whole)];
    const { label } = whole.value;
    const message = { zh: `整体：${label} ${limit}`, en: `The whole: ${label} ${limit}` };
    const related = [{ at: placeOf(whole, '/value'), message }];
    const sameUnit = fact.value.unit === whole.value.unit;
    const args = { label: fact.value.label, value, whole: label, limit, sameUnit };
    report(fact, sameUnit ? '/value' : '/unit', args, { related });
  }),
});

const amountOf = ({ value }: Entry<'facts'>): string => `${formatNumber(value.value)}${value.unit}`;
