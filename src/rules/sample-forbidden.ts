import { KINDS } from '../schema/kinds.js';
import { defineRule, eachOf } from './rule.js';

/** There is a sample although the workspace forbids them (policies.samples: 禁止). */
export const sampleForbidden = defineRule<{ id: string }>({
  code: 'sample-forbidden',
  severity: 'error',
  zh: {
    title: '不允许示例记录',
    why: '工作区设置写明不允许示例，以免示例数字进入正式材料。',
    message: ({ id }) => `这是示例记录“${id}”，而工作区不允许示例`,
    fix: () => '删去 sample 文件夹；确需示例时把 workspace.yaml 的 samples 改为“允许”。',
  },
  en: {
    title: 'Samples are not allowed',
    why: 'The workspace forbids samples, so that no sample’s number gets into a paper.',
    message: ({ id }) => `“${id}” is a sample, and the workspace allows none`,
    fix: () => 'Delete the sample folder, or set samples (示例数据) in workspace.yaml to 允许.',
  },
  pass: `
    # data/workspace.yaml
    hospital: 越州医院
    issuer: 中共越州医院委员会
    timeZone: Asia/Shanghai
    policies:
      samples: 禁止
    # data/people/2025.yaml
    - id: 王芳`,
  fail: `
    # data/workspace.yaml
    hospital: 越州医院
    issuer: 中共越州医院委员会
    timeZone: Asia/Shanghai
    policies:
      samples: 禁止
    # data/sample/people/2025.yaml
    - id: 示例人员`,
  record: eachOf(KINDS, (entry, report, { ledger }) => {
    if (entry.sample && ledger.workspace?.policies?.samples === '禁止') report(entry, '', { id: entry.id });
  }),
});
