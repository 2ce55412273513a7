import { errorProblem, type Problem } from '../diagnostics/diagnostic.js';
import { WORKSPACE_FILE } from '../files/find-data.js';

/** A warning: a setting without effect makes no figure wrong. */
const warning = <A>(problem: Problem<A>): Problem<A> => ({ ...problem, severity: 'warning' });

/** A workspace that sets the levels of rules. */
const workspace = (rules: string): string => `
# data/${WORKSPACE_FILE}
hospital: 越州医院
issuer: 中共越州医院委员会
timeZone: Asia/Shanghai
rules:
  ${rules}`;

/** A record excused from a rule. */
const excused = (code: string, lead: string): string => `
# data/activities/2025-03.yaml
- id: 2025-03-15-义诊
  title: 春季义诊
  date: 2025-03-15
  types: [义诊]
  lead: ${lead}
  excuse:
    - code: ${code}
      reason: 该支部正在登记
      by: 党建办
      date: 2025-03-20
# data/branches/2025.yaml
- id: 甲支部
  category: 在职`;

/** What can be wrong with the levels of rules in workspace.yaml and with the excuses of records. */
export const settingProblems = {
  unknownRule: warning<{ code: string; near: string }>(
    errorProblem('unknown-rule', {
      zh: {
        title: '没有这条校验规则',
        why: '规则代码写错，设置就不起作用。',
        message: ({ code }) => `没有“${code}”这条规则，这项设置不起作用`,
        fix: ({ near }) => (near ? `是不是 ${near}？` : '用 yueyi why 查看全部规则。'),
      },
      en: {
        title: 'There is no such rule',
        why: 'With a misspelt code a setting or an excuse does nothing.',
        message: ({ code }) => `There is no rule “${code}”: this setting does nothing`,
        fix: ({ near }) => (near ? `Do you mean ${near}?` : 'yueyi why lists all rules.'),
      },
      pass: workspace('missing-approval: 关闭'),
      fail: workspace('mising-approval: 关闭'),
    }),
  ),
  lockedRule: errorProblem<{ code: string; title: Readonly<Record<'zh' | 'en', string>>; level: string }>(
    'locked-rule',
    {
      zh: {
        title: '这条规则不能放宽',
        why: '有的错误会让统计数字出错，或者泄露个人信息：放宽了规则，错误还在。',
        message: ({ code, title, level }) => `${code}（${title.zh}）不能设为“${level}”`,
        fix: () => '删去这一行；个别记录确有理由的，在那条记录里写免检说明（excuse）。',
      },
      en: {
        title: 'This rule cannot be relaxed',
        why: 'Some errors make figures wrong or give private data away: with the rule relaxed they would still be there.',
        message: ({ code, title, level }) => `${code} (${title.en}) cannot be set to “${level}”`,
        fix: () => 'Delete this line; where one record has its reasons, write an excuse (免检说明) in that record.',
      },
      pass: workspace('facts-sum: 必须修改'),
      fail: workspace('facts-sum: 关闭'),
    },
  ),
  unknownExcuse: warning<{ code: string; near: string }>(
    errorProblem('unknown-excuse', {
      zh: {
        title: '免检说明里没有这条规则',
        why: '规则代码写错，免检说明就不起作用。',
        message: ({ code }) => `没有“${code}”这条规则，免检说明不起作用`,
        fix: ({ near }) => (near ? `是不是 ${near}？` : '代码照抄校验结果里的；YAML 写法和字段的错误不能免检。'),
      },
      en: {
        title: 'The excuse names no rule',
        why: 'With a misspelt code the excuse does nothing.',
        message: ({ code }) => `There is no rule “${code}”: the excuse does nothing`,
        fix: ({ near }) =>
          near
            ? `Do you mean ${near}?`
            : 'Copy the code from what validate says; faults of YAML and of fields cannot be excused.',
      },
      pass: excused('unknown-reference', '丙支部'),
      fail: excused('unknown-referense', '甲支部'),
    }),
  ),
  idleExcuse: warning<{ code: string }>(
    errorProblem('idle-excuse', {
      zh: {
        title: '免检说明已用不上',
        why: '用不上的免检说明会遮住以后的差错。',
        message: ({ code }) => `这条记录并不违反 ${code}，免检说明用不上`,
        fix: () => '删去这条免检说明。',
      },
      en: {
        title: 'The excuse is not needed',
        why: 'An excuse that is not needed would hide a later mistake.',
        message: ({ code }) => `Nothing in this record is against ${code}: the excuse is not needed`,
        fix: () => 'Delete the excuse.',
      },
      pass: excused('unknown-reference', '丙支部'),
      fail: excused('unknown-reference', '甲支部'),
    }),
  ),
};
