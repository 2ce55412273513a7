import { defineRule, eachOf } from './rule.js';

const STAGES = ['初审', '复审', '终审'] as const;

/** A publication was issued without all of its three reviews (三审三校). */
export const missingReviews = defineRule<{ missing: readonly string[] }>({
  code: 'missing-reviews',
  severity: 'warning',
  zh: {
    title: '稿件审校不全',
    why: '发布的稿件都要经过“三审三校”。',
    message: ({ missing }) => `没有登记${missing.join('、')}`,
    fix: () => '在 reviews 里补上：环节（stage）、谁审的（by）、哪一天（on）。',
  },
  en: {
    title: 'A publication without its three reviews',
    why: 'Whatever is published passes three reviews (三审三校).',
    message: ({ missing }) => `Not registered: ${missing.join('、')}`,
    fix: () => 'Add them to reviews (三审三校): the stage, by whom, and on which day.',
  },
  pass: `
    # data/publications/2025.yaml
    - id: 2025-04-20-谷雨养生
      title: 谷雨养生三件事
      date: 2025-04-20
      category: 科普
      reviews:
        - { stage: 初审, by: 药剂党支部, on: 2025-04-16 }
        - { stage: 复审, by: 党政综合办, on: 2025-04-17 }
        - { stage: 终审, by: 分管领导, on: 2025-04-18 }`,
  fail: `
    # data/publications/2025.yaml
    - id: 2025-04-20-谷雨养生
      title: 谷雨养生三件事
      date: 2025-04-20
      category: 科普
      reviews:
        - { stage: 初审, by: 药剂党支部, on: 2025-04-16 }`,
  record: eachOf(['publications'], (publication, report) => {
    const { reviews = [] } = publication.value;
    const missing = STAGES.filter((stage) => !reviews.some((review) => review.stage === stage));
    if (missing.length > 0) report(publication, reviews.length > 0 ? '/reviews' : '/id', { missing });
  }),
});
