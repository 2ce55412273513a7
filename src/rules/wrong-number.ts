import { type NamedFigure, proseNumbers } from '../ledger/figure-mentions.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import { type Claim, claimOf } from '../ledger/number-claims.js';
import { formatNumber } from '../text/format-number.js';
import { defineRule, eachOf } from './rule.js';

/** A narrative types a number that the ledger has otherwise. */
export const wrongNumber = defineRule<{ text: string; claim: Claim }>({
  code: 'wrong-number',
  severity: 'error',
  zh: {
    title: '叙述里的数字与台账不符',
    why: '同一份总结里前后两个数，哪个都没人信。',
    message: ({ text, claim: { figure, value } }) =>
      `叙述里写“${text}”，台账里“${figure.label}”是 ${formatNumber(value)}${figure.unit}`,
    fix: ({ claim: { figure } }) =>
      `把数字和单位改成 {${figure.id}}；台账缺了记录就补登记；说的不是全院全年，就写明是哪个支部、哪一段时间。`,
  },
  en: {
    title: 'A typed number that the ledger has otherwise',
    why: 'Of two numbers for one thing in one report nobody believes either.',
    message: ({ text, claim: { figure, value } }) =>
      `The narrative types “${text}”, in the ledger “${figure.label}” is ${formatNumber(value)}${figure.unit}`,
    fix: ({ claim: { figure } }) =>
      `Write {${figure.id}} for the number and its unit; register what is missing; if a part is meant, say of which branch or which time.`,
  },
  pass: `
    # data/facts/2021.yaml
    - { id: 2021-锦旗, year: 2021, label: 锦旗, value: 157, unit: 面 }
    # data/narratives/2021.yaml
    - id: 2021-锦旗-叙述
      year: 2021
      section: 目标任务
      text: "全年收到锦旗{2021-锦旗}。"`,
  fail: `
    # data/facts/2021.yaml
    - { id: 2021-锦旗, year: 2021, label: 锦旗, value: 157, unit: 面 }
    # data/narratives/2021.yaml
    - id: 2021-锦旗-叙述
      year: 2021
      section: 目标任务
      text: 全年收到锦旗175面。`,
  record: eachOf(['narratives'], (narrative, report, { ledger, unreadable, figuresOfYear }) => {
    // What is missing may stand in a file that cannot be read.
    if (unreadable.size > 0) return;
    for (const { text, claim } of typedNumbers(ledger, narrative, figuresOfYear))
      if (claim && !claim.agrees) report(narrative, '/text', { text, claim });
  }),
});

/** The numbers typed into a narrative, with the figures that they give. */
export function typedNumbers(
  ledger: Ledger,
  { value: { text, year } }: Entry<'narratives'>,
  figuresOfYear: (year: number) => readonly NamedFigure[],
): { readonly text: string; readonly claim: Claim | null }[] {
  const found = proseNumbers(text, year);
  if (found.length === 0) return [];
  const figures = figuresOfYear(year);
  const owners = ['branches', 'departments', 'pairings'] as const;
  const names = owners.flatMap((kind) => ledger.ids(kind));
  return found.map((number) => ({ text: number.text, claim: claimOf(number, figures, names) }));
}
