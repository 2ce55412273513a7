import type { InBoth } from '../diagnostics/diagnostic.js';
import { KINDS } from '../schema/kinds.js';
import { findPrivateNumbers, maskPrivateNumbers, type PrivateNumber } from '../text/private-numbers.js';
import { defineRule, type Reported } from './rule.js';
import type { RuleContext } from './rule-context.js';

const WHAT: Readonly<Record<PrivateNumber['kind'], InBoth>> = {
  mobile: { zh: '手机号', en: 'a mobile number' },
  identity: { zh: '身份证号', en: 'an identity number' },
};
/** The one field that is made for numbers, those of public lines. */
const PUBLIC_LINE = /\/publicLines\/\d+\/phone$/;

/**
 * A person's mobile or identity number stands anywhere in the ledger's files: in a field, a note, a key or a comment.
 * The numbers themselves are never shown whole.
 */
export const privateNumber = defineRule<{ what: InBoth; masked: string }>({
  code: 'private-number',
  severity: 'error',
  locked: true,
  zh: {
    title: '有个人手机号或身份证号',
    why: '个人电话和身份证号不进台账；git 会一直记着，删了也还在历史里。',
    message: ({ what, masked }) => `这里像是${what.zh}：${masked}`,
    fix: () => '删去它；对外公布的服务电话写在公开服务电话（publicLines）里。已经提交过的，要请管理员清理历史。',
  },
  en: {
    title: 'A private telephone or identity number',
    why: 'No private number belongs in the ledger; git keeps it for ever, even after it is deleted.',
    message: ({ what, masked }) => `This looks like ${what.en}: ${masked}`,
    fix: () =>
      'Delete it; lines open to the public go into publicLines (公开服务电话). If it was committed already, have the history cleaned.',
  },
  pass: `
    # data/tasks/2025.yaml
    - id: 2025-任务-01
      board: 清单
      title: 开通服务热线
      publicLines:
        - { service: 居家护理服务, phone: "89102281" }`,
  fail: `
    # data/tasks/2025.yaml
    - id: 2025-任务-01
      board: 清单
      title: 开通服务热线
      note: 联系人电话 ${'138'}00001111`,
  check(context, report) {
    for (const [file, { text, locator }] of context.suspects) {
      for (const { kind, start, end } of findPrivateNumbers(text)) {
        const pointer = locator.pointerAt(start);
        if (PUBLIC_LINE.test(pointer)) continue;
        const record = recordAt(context, file, pointer);
        const args = { what: WHAT[kind], masked: maskPrivateNumbers(text.slice(start, end)) };
        report(record, pointer.slice(record.pointer.length), args, { offsets: [start, end] });
      }
    }
  },
});

/** The record of a file in which a pointer leads, or the file itself. */
function recordAt({ ledger }: RuleContext, file: string, pointer: string): Reported {
  const start = `/${pointer.split('/')[1]}`;
  for (const kind of KINDS) {
    const found = ledger.indexedOf(kind).find((entry) => entry.file === file && entry.pointer === start);
    if (found) return found;
  }
  return { file, pointer: '' };
}
