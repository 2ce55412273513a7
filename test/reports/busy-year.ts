import { addDays } from '../../src/text/calendar-date.js';
import { type Drafts, held } from '../support/ledger-builder.js';

/** An office's year with something of everything, small enough to be counted by hand. */
export const BUSY_YEAR: Drafts = {
  departments: [{ id: '医务科' }, { id: '体检中心' }],
  branches: [{ id: '内科' }, { id: '外科' }, { id: '老干部', category: '离退休' }],
  programs: [
    {
      id: '越医有爱',
      from: '2025-01-01',
      linkages: [{ id: '组织联建' }, { id: '活动联办' }],
      actions: [{ id: '越医康养', lead: ['医务科'] }, { id: '职场赋能' }],
    },
  ],
  targets: [
    { id: '义诊', from: '2025-03-11', atLeast: 10, count: { kind: 'activities', where: { types: '义诊' } } },
    { id: '督查', from: '2025-09-01', atLeast: 1, per: 'week', unit: '周次', count: { kind: 'inspections' } },
    { id: '项目', atLeast: 1, unit: '个支部', each: { kind: 'branches', by: 'branch' }, count: { kind: 'tasks' } },
    { id: '联席会议', unit: '次', count: { kind: 'meetings' } },
  ],
  pairings: [
    { id: '东湖', lead: '内科' },
    { id: '迪荡', lead: '内科', assist: ['外科'] },
  ],
  agreements: [
    {
      id: '东湖-2025',
      pairing: '东湖',
      signed: [
        { side: '甲方', on: '2025-03-20' },
        { side: '乙方', on: '2025-04-02' },
      ],
      liaisons: [
        { side: '甲方', person: '李华' },
        { side: '乙方', person: '王芳' },
      ],
    },
  ],
  activities: [
    {
      id: '春义诊',
      date: '2025-03-20',
      types: ['义诊', '讲座'],
      program: '越医有爱',
      action: '越医康养',
      pairings: ['东湖', '迪荡'],
      lead: '内科',
      assist: ['外科'],
      linkages: ['活动联办'],
      beneficiaries: 86,
      events: held('2025-03-20'),
    },
    {
      id: '夏义诊',
      date: '2025-06-21',
      program: '越医有爱',
      action: '越医康养',
      pairings: ['迪荡'],
      joined: ['外科'],
      linkages: ['活动联办'],
      events: held('2025-06-21'),
    },
    {
      id: '职场讲座',
      date: '2025-07-01',
      types: ['讲座'],
      program: '越医有爱',
      action: '职场赋能',
      lead: '体检中心',
      linkages: ['组织联建'],
      beneficiaries: 30,
      events: held('2025-07-01'),
    },
    {
      id: '秋义诊',
      date: '2025-10-01',
      program: '越医有爱',
      action: '越医康养',
      pairings: ['东湖'],
      lead: '内科',
      assist: ['外科'],
      linkages: ['活动联办'],
      beneficiaries: 40,
      events: held('2025-10-01'),
    },
    { id: '散义诊', date: '2025-05-01', beneficiaries: 0, events: held('2025-05-01') },
    { id: '没有下文', date: '2025-09-01' },
    { id: '冬义诊', date: '2025-12-01', events: held('2025-12-01') },
  ],
  meetings: [
    { id: '联席', date: '2025-06-25', pairings: ['东湖'], linkages: ['组织联建'] },
    { id: '党日', type: '主题党日' },
  ],
  publications: [{ id: '膏方误区', date: '2025-04-01' }],
  requests: [{ id: '点单一', pairing: '东湖', events: [{ on: '2025-04-01', step: '点单' }] }],
  inspections: [
    { id: '一', date: '2025-09-01', problems: [{ category: '态度', text: '不耐心', rectified: '2025-09-05' }] },
    {
      id: '二',
      date: '2025-09-08',
      problems: [
        { category: '态度', text: '不耐心', department: '医务科', due: '2025-09-20' },
        { category: '卫生', text: '杂乱' },
      ],
    },
    { id: '三', date: '2025-10-06', problems: [{ category: '态度', text: '不耐心', due: '2025-10-25' }] },
  ],
  boards: [
    { id: '专病', name: '专病建设', type: '揭榜挂帅', program: '越医有爱' },
    { id: '书记', name: '书记项目', type: '一书记一项目' },
  ],
  tasks: [
    {
      id: '方案',
      board: '专病',
      number: 1,
      title: '诊疗方案',
      due: '2025-09',
      departments: ['医务科'],
      events: [
        { on: '2025-05-06', step: '揭榜' },
        { on: '2025-11-20', step: '结题' },
      ],
    },
    { id: '门诊', board: '专病', number: 2, title: '联合门诊', dueText: '6月前', branch: '内科' },
    { id: '专著', board: '专病', number: 3, title: '专病专著', events: [{ on: '2025-07-01', step: '流榜' }] },
    {
      id: '候药',
      board: '书记',
      title: '缩短候药时间',
      branch: '内科',
      events: [
        { on: '2025-05-30', step: '申报' },
        { on: '2025-06-02', step: '立项' },
      ],
    },
  ],
  facts: [{ id: '榜单', subject: '越医有爱', measure: 'tasks', label: '任务清单', value: 43 }],
};

const LINKAGES = ['组织联建', '阵地联用', '活动联办', '资源联享', '工作联动'];

/** A hospital with many branches and long names: what a table must bear. */
export function wideYear(branches: number): Drafts {
  const numbers = Array.from({ length: branches }, (_, index) => index);
  const branch = (index: number) => `急诊重症医学与康复针灸推拿联合第${index + 1}党支部`;
  const action = (index: number) => `薪火传承越医文化传播行动之${index + 1}`;
  return {
    branches: numbers.map((index) => ({ id: branch(index) })),
    programs: [
      {
        id: '越医有爱',
        from: '2025-01-01',
        linkages: LINKAGES.map((id) => ({ id })),
        actions: [0, 1, 2, 3, 4, 5].map((index) => ({ id: action(index), lead: [branch(index)] })),
      },
    ],
    pairings: numbers.map((index) => ({ id: `城东街道友谊社区之${index + 1}`, lead: branch(index) })),
    activities: numbers.map((index) => ({
      id: `义诊${index}`,
      date: addDays('2025-03-11', 8 * index),
      types: ['义诊', '健康体检', '居家护理'],
      program: '越医有爱',
      action: action(index % 6),
      pairings: [`城东街道友谊社区之${index + 1}`],
      lead: branch(index),
      linkages: [LINKAGES[index % 5] ?? ''],
      beneficiaries: 100_000,
      beneficiariesBound: '约',
      events: held(addDays('2025-03-11', 8 * index)),
    })),
    inspections: numbers.map((index) => ({
      id: `督查${index}`,
      date: addDays('2025-03-11', 8 * index),
      problems: [{ category: '窗口服务态度与排队秩序', text: '窗口解释不够耐心，队伍过长', due: '2025-05-01' }],
    })),
    boards: [{ id: '专病', name: '中医优势专病专科建设与重大疑难疾病协同诊疗榜单', type: '揭榜挂帅' }],
    tasks: numbers.map((index) => ({
      id: `任务${index}`,
      board: '专病',
      number: index + 1,
      title: '编制优势病种诊疗方案并评价疗效，开设专病联合门诊',
      due: '2025-06',
      branch: branch(index),
    })),
    targets: numbers.slice(0, 8).map((index) => ({
      id: `深入基层的健康义诊之${index + 1}`,
      atLeast: 10_000,
      count: { kind: 'activities' },
    })),
  };
}
