import { formatNumber } from '../text/format-number.js';
import { defineRule, placeOf } from './rule.js';

/**
 * A fact is larger than the one it is a part of (`of`), or counted in another unit.
 *
 * PASS: 高知预备党员 3 名 of 预备党员 8 名.
 * FAIL: 高知预备党员 9 名 of 预备党员 8 名.
 */
export const factsSubset = defineRule<{ label: string; value: string; whole: string; limit: string }>({
  code: 'facts-subset',
  severity: 'error',
  title: '部分大于整体',
  why: '“其中”的数不能比总数大，单位也要一致。',
  message: ({ label, value, whole, limit }) => `“${label}”${value}，超过了它所属的“${whole}”${limit}，或者单位不同`,
  fix: () => '对照原文件核对两个数和单位。',
  check({ ledger }, report) {
    for (const fact of ledger.all('facts')) {
      const whole = ledger.get('facts', fact.value.of);
      if (!whole || (fact.value.value <= whole.value.value && fact.value.unit === whole.value.unit)) continue;
      const shown = (entry: typeof fact): string => ` ${formatNumber(entry.value.value)}${entry.value.unit}`;
      const related = [{ at: placeOf(whole, '/value'), message: `整体：${whole.value.label}${shown(whole)}` }];
      report(
        fact,
        '/value',
        { label: fact.value.label, value: shown(fact), whole: whole.value.label, limit: shown(whole) },
        { related },
      );
    }
  },
});
