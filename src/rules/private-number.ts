import type { InBoth } from '../diagnostics/diagnostic.js';
import { KINDS } from '../schema/kinds.js';
import { findPrivateNumbers, maskPrivateNumbers, type PrivateNumber } from '../text/private-numbers.js';
import { defineRule, type Reported } from './rule.js';
import type { RuleContext } from './rule-context.js';

const WHAT: Readonly<Record<PrivateNumber['kind'], InBoth>> = {
  mobile: { zh: '手机号', en: 'a mobile number' },
  phone: { zh: '个人电话', en: 'a private telephone number' },
  identity: { zh: '身份证号', en: 'an identity number' },
  card: { zh: '银行卡号', en: 'a bank card number' },
  passport: { zh: '护照号', en: 'a passport number' },
  permit: { zh: '证件号', en: 'the number of a permit or licence' },
  insurance: { zh: '社保、医保或公积金号', en: 'a social insurance number' },
  medical: { zh: '病历号一类的号码', en: 'a medical record number' },
  birth: { zh: '出生日期', en: 'a date of birth' },
  wechat: { zh: '微信号', en: 'a WeChat id' },
  qq: { zh: 'QQ号', en: 'a QQ number' },
  email: { zh: '电子邮箱', en: 'an e-mail address' },
};
/** The one field that is made for numbers, those of public lines. */
const PUBLIC_LINE = /\/publicLines\/\d+\/phone$/;

/**
 * A number that belongs to a person stands anywhere in the ledger's files: in a field, a note, a key or a comment.
 * The numbers themselves are never shown whole.
 */
export const privateNumber = defineRule<{ what: InBoth; masked: string }>({
  code: 'private-number',
  severity: 'error',
  locked: true,
  zh: {
    title: '有个人的电话、证件号等号码',
    why: '个人的电话、证件、银行卡、病历、微信等号码不进台账；git 会一直记着，删了也还在历史里。',
    message: ({ what, masked }) => `这里像是${what.zh}：${masked}`,
    fix: () => '删去它；对外公布的服务电话写在公开服务电话（publicLines）里。已经提交过的，要请管理员清理历史。',
  },
  en: {
    title: 'A private number: telephone, identity, bank card or the like',
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
