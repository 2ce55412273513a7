import type { InBoth } from '../diagnostics/diagnostic.js';
import { defineRule, eachOf, placeOf } from './rule.js';

const LEAD: InBoth = { zh: '牵头在这里', en: 'It leads here' };

/** A department leads an action of a programme and supports the same action. */
export const leadAndSupport = defineRule<{ department: string; action: string }>({
  code: 'lead-and-support',
  severity: 'error',
  zh: {
    title: '科室既牵头又协同',
    why: '一项行动里，牵头科室和协同科室各负其责。',
    message: ({ department, action }) => `“${action}”里“${department}”既是牵头科室，又是协同科室`,
    fix: () => '对照方案，只留一处。',
  },
  en: {
    title: 'A department leads and supports',
    why: 'In one action the leading and the supporting departments have their own duties.',
    message: ({ department, action }) =>
      `In “${action}”, “${department}” is in lead (牵头科室) and in support (协同科室)`,
    fix: () => 'Keep the one that the programme says.',
  },
  pass: `
    # data/programs/2025.yaml
    - id: 联建
      title: 党建联建
      actions:
        - { id: 康养行动, lead: [外联办], support: [党建办] }`,
  fail: `
    # data/programs/2025.yaml
    - id: 联建
      title: 党建联建
      actions:
        - { id: 康养行动, lead: [外联办], support: [党建办, 外联办] }`,
  record: eachOf(['programs'], (program, report) => {
    for (const [at, { id, lead = [], support = [] }] of (program.value.actions ?? []).entries()) {
      for (const [index, department] of support.entries()) {
        const leads = lead.indexOf(department);
        if (leads === -1) continue;
        const related = [{ at: placeOf(program, `/actions/${at}/lead/${leads}`), message: LEAD }];
        report(program, `/actions/${at}/support/${index}`, { department, action: id }, { related });
      }
    }
  }),
});
