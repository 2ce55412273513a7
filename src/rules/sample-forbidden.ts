import { KINDS } from '../schema/kinds.js';
import { defineRule } from './rule.js';

/**
 * The workspace forbids samples (policies.samples: 禁止) and there is one.
 *
 * PASS: `samples: 禁止` and no data/sample folder.
 * FAIL: `samples: 禁止` and a record in data/sample/activities/.
 */
export const sampleForbidden = defineRule<{ id: string }>({
  code: 'sample-forbidden',
  severity: 'error',
  title: '不允许示例记录',
  why: '工作区设置写明不允许示例，以免示例数字进入正式材料。',
  message: ({ id }) => `这是示例记录“${id}”，而工作区不允许示例`,
  fix: () => '删去 sample 文件夹；确需示例时把 workspace.yaml 的 samples 改为“允许”。',
  check({ ledger }, report) {
    if (ledger.workspace?.policies?.samples !== '禁止') return;
    for (const entry of KINDS.flatMap((kind) => ledger.all(kind)))
      if (entry.sample) report(entry, '', { id: entry.id });
  },
});
