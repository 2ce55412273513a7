import type { InBoth } from '../diagnostics/diagnostic.js';
import type { Ledger } from '../ledger/ledger.js';
import { KINDS } from '../schema/kinds.js';
import { type NumberInFile, privateNumbersIn } from '../source/private-numbers-in.js';
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
 * The numbers themselves are never shown whole. A file beside the records, such as a sheet of sign-ins, has one finding
 * for each kind of number, with their count.
 */
export const privateNumber = defineRule<{ what: InBoth; masked: string; count: number }>({
  code: 'private-number',
  severity: 'error',
  locked: true,
  zh: {
    title: '有个人的电话、证件号等号码',
    why: '个人的电话、证件、银行卡、病历、微信等号码不进台账；git 会一直记着，删了也还在历史里。',
    message: ({ what, masked, count }) =>
      `这里像是${what.zh}：${masked}${count > 1 ? `；这个文件里共 ${count} 处` : ''}`,
    fix: ({ count }) =>
      `${count > 1 ? '删去这样的列，或把原表放到台账外面' : '删去它'}；对外公布的服务电话写在公开服务电话（publicLines）里。已经提交过的，要请管理员清理历史。`,
  },
  en: {
    title: 'A private number: telephone, identity, bank card or the like',
    why: 'No private number belongs in the ledger; git keeps it for ever, even after it is deleted.',
    message: ({ what, masked, count }) =>
      `This looks like ${what.en}: ${masked}${count > 1 ? `; ${count} in this file` : ''}`,
    fix: ({ count }) =>
      `${count > 1 ? 'Delete such columns, or keep the sheet outside the ledger' : 'Delete it'}; lines open to the public go into publicLines (公开服务电话). If it was committed already, have the history cleaned.`,
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
      const found = privateNumbersIn(suspect);
      for (const { kind, masked, pointer, offsets, count } of suspect.isLedger ? found.map(alone) : counted(found)) {
        if (PUBLIC_LINE.test(pointer)) continue;
        const record = recordAt(pointer);
        const args = { what: WHAT[kind], masked, count };
        report(record, pointer.slice(record.pointer.length), args, offsets ? { offsets } : {});
      }
    }
    for (const file of names) {
      for (const found of findPrivateNumbers(file)) {
        const args = { what: WHAT[found.kind], masked: maskedNumber(file, found), count: 1 };
        report({ file, pointer: '' }, '', args, { offsets: [0, 0] });
      }
    }
  },
});

/** Numbers of one kind, where the first stands. */
interface Counted extends NumberInFile {
  readonly count: number;
}

const alone = (number: NumberInFile): Counted => ({ ...number, count: 1 });

/** The first number of each kind, and how many there are. */
function counted(numbers: readonly NumberInFile[]): Iterable<Counted> {
  const byKind = new Map<NumberInFile['kind'], Counted>();
  for (const number of numbers) {
    const { count, ...first } = byKind.get(number.kind) ?? { ...number, count: 0 };
    byKind.set(number.kind, { ...first, count: count + 1 });
  }
  return byKind.values();
}

/** The record of a file in which a pointer leads, or the file itself. */
function recordsOf(ledger: Ledger, file: string): (pointer: string) => RuleSubject {
  const records = new Map(
    KINDS.flatMap((kind) => ledger.allWithInvalid(kind).filter((entry) => entry.file === file)).map(
      (entry) => [entry.pointer, entry] as const,
    ),
  );
  return (pointer) => records.get(`/${pointer.split('/')[1]}`) ?? { file, pointer: '' };
}
