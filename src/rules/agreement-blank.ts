import { defineRule, eachOf } from './rule.js';

/** A placeholder for something not yet known: 张*、某某、____、××、（  ）, or a gap inside a name. */
const BLANK = /[*＊×□■]|[_＿]{2,}|某某|[（(]\s*[)）]|\s{2,}|\u3000|^(?:待定|待填|空白|无)$/;

/** An agreement has a blank or a placeholder in place of a party or a liaison. */
export const agreementBlank = defineRule<{ text: string }>({
  code: 'agreement-blank',
  severity: 'warning',
  zh: {
    title: '协议里有空白或代替符号',
    why: '没有填实的协议，双方都不好认账。',
    message: ({ text }) => `“${text}”里还有空白或代替符号`,
    fix: () => '填上实际的名称；还不知道就删去这一项，空着表示未登记。',
  },
  en: {
    title: 'A blank or a stand-in in an agreement',
    why: 'Neither side can be held to an agreement that is not filled in.',
    message: ({ text }) => `“${text}” still has a blank or a stand-in`,
    fix: () => 'Write the real name; where it is not known yet, delete the field: left out, it is not registered.',
  },
  pass: `
    # data/agreements/2025.yaml
    - id: 东湖-2025
      pairing: 东湖
      liaisons:
        - { side: 甲方, person: 李华 }`,
  fail: `
    # data/agreements/2025.yaml
    - id: 东湖-2025
      pairing: 东湖
      liaisons:
        - { side: 甲方, person: 李* }`,
  record: eachOf(['agreements'], (agreement, report) => {
    const { signed = [], liaisons = [] } = agreement.value;
    const texts = [
      ...signed.map(({ party }, index) => ({ pointer: `/signed/${index}/party`, text: party ?? '' })),
      ...liaisons.map(({ person }, index) => ({ pointer: `/liaisons/${index}/person`, text: person })),
    ];
    for (const { pointer, text } of texts) if (BLANK.test(text)) report(agreement, pointer, { text });
  }),
});
