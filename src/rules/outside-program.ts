import { overlaps, programInterval } from '../ledger/in-force.js';
import { activityDay } from '../ledger/state.js';
import { defineRule, eachOf } from './rule.js';

interface Args {
  readonly program: string;
  readonly day: string;
  readonly from: string;
  readonly until: string;
}

/** An activity that takes place before its programme (项目) begins or after it ends. Called-off ones are not counted. */
export const outsideProgram = defineRule<Args>({
  code: 'outside-program',
  severity: 'warning',
  zh: {
    title: '活动不在项目的期间内',
    why: '项目还没开始或已经结束，活动算在它名下就说不通。',
    message: ({ program, day, from, until }) =>
      `活动在 ${day}，项目“${program}”${day < from ? `从 ${from} 开始` : `到 ${until} 为止`}`,
    fix: () =>
      '核对活动的日期和项目；都没错，就在项目里写明起止（from、until）。项目没有写起始的，从依据文件的日期算起。',
  },
  en: {
    title: 'An activity outside its programme’s time',
    why: 'A programme cannot hold activities before it begins or after it ends.',
    message: ({ program, day, from, until }) =>
      `The activity is on ${day}, the programme “${program}” ${day < from ? `begins on ${from}` : `ends on ${until}`}`,
    fix: () =>
      'Check the day and the programme; if both are right, write from and until (起止) into the programme. Without from it begins on the day of its document.',
  },
  pass: `
    # data/programs/2025.yaml
    - { id: 联建, title: 党建联建, from: 2025-03-11 }
    # data/activities/2025.yaml
    - { id: 义诊, title: 义诊, date: 2025-03-15, types: [义诊], program: 联建 }`,
  fail: `
    # data/programs/2025.yaml
    - { id: 联建, title: 党建联建, from: 2025-03-11 }
    # data/activities/2025.yaml
    - { id: 义诊, title: 义诊, date: 2025-02-15, types: [义诊], program: 联建 }`,
  record: eachOf(['activities'], (activity, report, { ledger }) => {
    const { program: id, date, until, events } = activity.value;
    const program = ledger.get('programs', id);
    if (!program || events?.at(-1)?.step === '取消') return;
    const day = activityDay(activity.value);
    const interval = programInterval(ledger, program);
    const lastDay = day === date && until !== undefined ? until : day;
    if (overlaps(interval, day, lastDay)) return;
    const args = { program: program.id, day, from: interval.from ?? '', until: interval.until ?? '' };
    report(activity, day === date ? '/date' : '/events', args);
  }),
});
