import type { InBoth } from '../diagnostics/diagnostic.js';
import type { Ledger } from '../ledger/ledger.js';
import { KINDS } from '../schema/kinds.js';
import { privateNumbersIn } from '../source/private-numbers-in.js';
import { findPrivateNumbers, maskedNumber, type PrivateNumber } from '../text/private-numbers.js';
import { defineRule, type RuleSubject } from './rule.js';

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
 * A number that belongs to a person stands anywhere in the ledger's folder: in a field, a note, a key, a comment, the name
 * of a file, a template, a sheet to be imported, a README.
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
  check({ ledger, suspects, names }, report) {
    for (const [file, suspect] of suspects) {
      const recordAt = recordsOf(ledger, file);
      for (const { kind, masked, pointer, offsets } of privateNumbersIn(suspect)) {
        if (PUBLIC_LINE.test(pointer)) continue;
        const record = recordAt(pointer);
        report(record, pointer.slice(record.pointer.length), { what: WHAT[kind], masked }, offsets ? { offsets } : {});
      }
    }
    for (const file of names) {
      for (const found of findPrivateNumbers(file)) {
        const args = { what: WHAT[found.kind], masked: maskedNumber(file, found) };
        report({ file, pointer: '' }, '', args, { offsets: [0, 0] });
      }
    }
  },
});

/** The record of a file in which a pointer leads, or the file itself. */
function recordsOf(ledger: Ledger, file: string): (pointer: string) => RuleSubject {
  const records = new Map(
    KINDS.flatMap((kind) => ledger.allWithInvalid(kind).filter((entry) => entry.file === file)).map(
      (entry) => [entry.pointer, entry] as const,
    ),
  );
  return (pointer) => records.get(`/${pointer.split('/')[1]}`) ?? { file, pointer: '' };
}
