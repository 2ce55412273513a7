import { frozenFileName } from '../ledger/frozen-year.js';
import { defineRule } from './rule.js';

/** A file of frozen figures was changed by hand, or has another year's name. */
export const frozenFile = defineRule<{ year: number; misnamed: boolean }>({
  code: 'frozen-file',
  severity: 'error',
  locked: true,
  zh: {
    title: '定稿文件被改动',
    why: '定稿的数字上报过，只能更正，不能悄悄改。',
    message: ({ year, misnamed }) =>
      misnamed ? `里面是 ${year} 年的定稿，文件名应是 ${year}.yaml` : `${year} 年的定稿文件手改过，和校验码对不上`,
    fix: ({ year, misnamed }) =>
      misnamed
        ? '改回文件名。'
        : `从 git 或备份取回原来的文件；确要更正，取回以后运行 yueyi freeze ${year} --restate --reason "理由"。`,
  },
  en: {
    title: 'A changed file of frozen figures',
    why: 'Frozen figures were reported: they may be restated, never changed quietly.',
    message: ({ year, misnamed }) =>
      misnamed
        ? `It holds the frozen figures of ${year}: it should be called ${year}.yaml`
        : `The frozen figures of ${year} were edited by hand: the digest does not match`,
    fix: ({ year, misnamed }) =>
      misnamed
        ? 'Give the file its name back.'
        : `Take the file back from git or a backup; to restate a figure run yueyi freeze ${year} --restate --reason "why" then.`,
  },
  pass: `
    # data/facts/2021.yaml
    - { id: 2021-锦旗, year: 2021, label: 锦旗, value: 157, unit: 面 }
    # data/frozen/2021.yaml
    year: 2021
    frozen: 2022-01-06
    asOf: 2021-12-31
    figures:
      - { label: 锦旗, value: 157, unit: 面,
          id: 2021-锦旗, basis: mfjpdbjhkcil }
    records:
      facts:
        2021-锦旗: fdpceocd
    digest: fgbngepejolbpdeckkdfkkmjhmpmjhcm`,
  fail: `
    # data/facts/2021.yaml
    - { id: 2021-锦旗, year: 2021, label: 锦旗, value: 175, unit: 面 }
    # data/frozen/2021.yaml
    year: 2021
    frozen: 2022-01-06
    asOf: 2021-12-31
    figures:
      - { label: 锦旗, value: 175, unit: 面,
          id: 2021-锦旗, basis: mfjpdbjhkcil }
    records:
      facts:
        2021-锦旗: fdpceocd
    digest: fgbngepejolbpdeckkdfkkmjhmpmjhcm`,
  check({ frozen }, report) {
    for (const { frozen: each, isIntact } of frozen) {
      const { year } = each.value;
      const at = { file: each.file, pointer: '' };
      if (!isIntact) report(at, '/digest', { year, misnamed: false });
      else if (each.file !== frozenFileName(year)) report(at, '/year', { year, misnamed: true });
    }
  },
});
