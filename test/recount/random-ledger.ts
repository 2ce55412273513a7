/**
 * Random ledgers without an error: a small hospital around the year 2025, with what is easily counted wrong. Activities
 * are moved, cancelled, confirmed late or never, or run over the year's end; tasks stand at every step of every type of
 * board; agreements are half signed, run out, end early and are renewed; inspections lie around ISO years.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { Random } from '../support/random.js';
import { addDays } from './days.js';
import type { Occasion } from './recount.js';

type Drawn = Record<string, unknown>;
type Records = Record<string, Drawn[]>;

const ACTIVE = ['内科党支部', '外科党支部', '药剂党支部', '门诊党支部'];
const DEPARTMENTS = ['外联办', '党建办', '护理部'];
const PAIRINGS = ['东湖', '府山', '北海', '富盛'];
const LINKAGES = ['组织联建', '阵地联用', '活动联办'];
const ACTIONS = ['越医康养', '薪火传承'];
const STEPS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  揭榜挂帅: [
    ['征集需求', '定榜', '发榜', '揭榜', '签订责任书', '攻榜推进', '中期评估', '验榜', '结题'],
    ['征集需求', '定榜', '发榜', '流榜'],
    ['征集需求', '定榜', '发榜', '揭榜', '退榜'],
    ['征集需求', '定榜', '发榜', '揭榜', '攻榜推进', '验榜', '续榜'],
    ['征集需求', '定榜', '发榜', '揭榜', '攻榜推进', '验榜', '攻榜推进', '中期评估'],
  ],
  任务清单: [['推进中', '已完成待核', '已核验', '销号']],
  一书记一项目: [['选题', '申报', '立项', '实施', '中期检查', '结项']],
  工作清单: [['建账', '自查', '对账核查', '验收检查', '对账销号']],
  实事清单: [['建账', '自查', '对账核查', '限期整改', '验收检查', '对账销号']],
  整改清单: [
    ['立行立改', '整改到位'],
    ['限期整改', '基本到位', '整改到位'],
    ['持续整改', '基本到位'],
  ],
  工作要点: [['推进中', '已完成']],
};

/** Writes the ledger of a seed below `folder`. */
export function writeRandomLedger(folder: string, seed: number): void {
  const random = new Random(seed);
  const draw = new Draw(random);
  const records = draw.records();
  for (const [kind, list] of Object.entries(records)) {
    const samples = list.filter(({ id }) => String(id).startsWith('示例'));
    write(
      join(folder, 'data', kind),
      list.filter((record) => !samples.includes(record)),
    );
    write(join(folder, 'data/sample', kind), samples);
  }
  const workspace = { hospital: '本院', issuer: '中共本院委员会', timeZone: 'Asia/Shanghai', ...draw.policies() };
  writeFileSync(join(folder, 'data/workspace.yaml'), stringify(workspace));
}

/** The days to look from: some at random, and one near a year's end. */
export function occasionsOf(folder: string, seed: number): Occasion[] {
  const random = new Random(seed ^ 0x5eed);
  const day = () => addDays('2025-01-01', random.below(365));
  const end = random.pick(['2025-12-28', '2025-12-29', '2025-12-31', '2025-01-01', '2025-01-05']);
  return [
    { folder, year: 2025, asOf: day(), sample: true },
    { folder, year: 2025, asOf: end, sample: random.chance(0.7) },
    random.chance(0.5)
      ? { folder, year: 2025, today: addDays('2026-01-01', random.below(25)), sample: true }
      : { folder, year: 2026, asOf: addDays('2026-01-01', random.below(40)), sample: true },
  ];
}

function write(folder: string, records: readonly Drawn[]): void {
  if (records.length === 0) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'records.yaml'), stringify(records, { aliasDuplicateObjects: false, lineWidth: 0 }));
}

/** Draws the records of one ledger. */
class Draw {
  constructor(private readonly random: Random) {}

  policies(): Drawn {
    if (this.random.chance(0.7)) return {};
    return { policies: { yellowFrom: this.random.pick([50, 75, 90]), expiringDays: this.random.pick([15, 30, 90]) } };
  }

  records(): Records {
    const boards = Object.keys(STEPS).flatMap((type) => (this.random.chance(0.6) ? [this.board(type)] : []));
    return {
      ...this.world(),
      pairings: PAIRINGS.map((id, number) => this.pairing(id, `${id}中心`, number)),
      agreements: PAIRINGS.flatMap((pairing) => this.agreements(pairing)),
      boards,
      tasks: boards.flatMap((board) => this.list(6, (number) => this.task(board, number))),
      activities: this.list(40, (number) => this.activity(number)),
      meetings: this.list(12, (number) => this.meeting(number)),
      inspections: this.list(25, (number) => this.inspection(number)),
      publications: this.list(20, (number) => this.publication(number)),
      requests: this.list(5, (number) => this.request(number)),
      targets: this.targets(),
      facts: this.facts(boards),
    };
  }

  /** What the other records refer to. */
  private world(): Records {
    const { random } = this;
    return {
      sources: [
        { id: '本院党〔2025〕2号', title: '实施方案', issuer: '中共本院委员会', issued: '2025-03-11' },
        { id: '本院党〔2024〕9号', title: '工作安排', issuer: '中共本院委员会', issued: '2024-11-20' },
      ],
      organizations: ['本院', ...PAIRINGS.map((id) => `${id}中心`)].map((id) => ({ id, category: '医院' })),
      departments: DEPARTMENTS.map((id) => ({ id })),
      people: ['张平', '李安', '王和'].map((id) => ({ id })),
      branches: [
        ...ACTIVE.map((id, number) => ({
          id,
          category: '在职',
          ...(number < 3 ? { secretaries: this.secretaries() } : {}),
          ...(random.chance(0.5) ? { source: '本院党〔2024〕9号' } : {}),
        })),
        { id: '老干部党支部', category: '离退休', ...(random.chance(0.5) ? { opened: '2025-04' } : {}) },
        { id: '援外党支部', category: '在职', opened: '2025-02-10', ...this.maybe('closed', this.day(150, 300)) },
      ],
      programs: [
        {
          id: '越医有爱',
          title: '中医药延伸服务',
          ...random.pick<Drawn>([{ source: '本院党〔2025〕2号' }, { from: '2024-12' }, { from: '2025-01-15' }]),
          ...this.maybe('until', '2025-11'),
          linkages: LINKAGES.map((id) => ({ id })),
          actions: ACTIONS.map((id) => ({ id, lead: [random.pick(DEPARTMENTS)] })),
        },
        { id: '揭榜挂帅-2025', title: '揭榜挂帅', year: 2025, strategies: [{ id: '品牌化' }] },
      ],
    };
  }

  private secretaries(): Drawn[] {
    return this.random.pick<Drawn[]>([
      [{ person: '张平', knownOn: '2025-03-11' }],
      [
        { person: '李安', until: '2025-05-31' },
        { person: '王和', from: '2025-06-01' },
      ],
      [{ person: '王和', from: '2024-06' }],
    ]);
  }

  private pairing(id: string, partner: string, number: number): Drawn {
    return {
      id,
      program: '越医有爱',
      partners: [partner],
      ...this.roles(),
      ...(number === 0 ? { from: this.random.pick(['2025-02', '2025-03-20']) } : {}),
      ...(number === 1 ? this.maybe('until', '2025-10-15') : {}),
    };
  }

  /** Each in one role only, as validation demands. */
  private roles(): Drawn {
    const others = [...ACTIVE, '外联办'].sort(() => this.random.next() - 0.5);
    return {
      ...(this.random.chance(0.85) ? { lead: others[0] } : {}),
      ...(this.random.chance(0.4) ? { assist: others.slice(1, 2 + this.random.below(2)) } : {}),
      ...(this.random.chance(0.3) ? { joined: others.slice(3, 4 + this.random.below(2)) } : {}),
    };
  }

  private agreements(pairing: string): Drawn[] {
    const { random } = this;
    if (random.chance(0.2)) return [];
    const first = this.agreement(`${pairing}-甲`, pairing, this.day(-60, 200));
    if (random.chance(0.6)) return [first];
    return [first, { ...this.agreement(`${pairing}-乙`, pairing, this.day(210, 360)), renews: `${pairing}-甲` }];
  }

  private agreement(id: string, pairing: string, start: string): Drawn {
    const { random } = this;
    const second = addDays(start, random.below(40));
    const sides = [
      { side: '甲方', on: start },
      { side: '乙方', on: second },
    ].slice(0, random.pick([0, 1, 2, 2, 2, 2]));
    return {
      id,
      pairing,
      ...(sides.length > 0 ? { signed: random.chance(0.5) ? sides : sides.reverse() } : {}),
      ...this.maybe('termYears', random.pick([0.25, 0.5, 1, 2])),
      ...(sides.length === 2 && random.chance(0.2) ? { terminated: addDays(second, 20 + random.below(60)) } : {}),
    };
  }

  private board(type: string): Drawn {
    return {
      id: `2025-${type}`,
      name: type,
      type,
      year: this.random.chance(0.9) ? 2025 : 2026,
      ...(type === '揭榜挂帅' ? { program: '揭榜挂帅-2025', ...this.maybe('strategy', '品牌化') } : {}),
      ...(type === '揭榜挂帅' || this.random.chance(0.5) ? { source: '本院党〔2025〕2号' } : {}),
    };
  }

  private task(board: Drawn, number: number): Drawn {
    const { random } = this;
    const all = random.pick(STEPS[String(board.type)] ?? []);
    let on = this.day(0, 200, Number(board.year));
    const events = all.slice(0, random.below(all.length + 1)).map((step) => {
      const event = { on, step };
      on = addDays(on, random.below(50));
      return event;
    });
    return {
      id: `${board.id}-${number}`,
      board: board.id,
      number: number + 1,
      title: `任务${number}`,
      ...this.maybe('branch', random.pick(ACTIVE)),
      ...this.maybe('due', random.pick([this.day(60, 360), '2025-06', '2025-10', '2025'])),
      ...(events.length > 0 ? { events } : {}),
    };
  }

  private activity(number: number): Drawn {
    const { random } = this;
    const date = this.day(-15, 385);
    const sample = random.chance(0.3);
    return {
      id: `${sample ? '示例-' : ''}活动${number}`,
      title: `${sample ? '【示例】' : ''}活动${number}`,
      date,
      ...(random.chance(0.1) ? { until: addDays(date, 1 + random.below(5)) } : {}),
      types: random.pick([['义诊'], ['巡讲'], ['义诊', '讲座'], ['讲座', '巡讲']]),
      ...(random.chance(0.85) ? { program: '越医有爱', ...this.maybe('action', random.pick(ACTIONS)) } : {}),
      ...this.maybe('pairings', random.pick([['东湖'], ['府山'], ['北海'], ['东湖', '府山']])),
      ...this.roles(),
      ...this.maybe('beneficiaries', random.below(300)),
      ...this.maybe('approval', { by: '党建办', on: addDays(date, random.below(20) - 15) }),
      ...this.activityEvents(date),
      ...this.linkages(),
    };
  }

  /** Linkages demand a programme, and are the programme's. */
  private linkages(): Drawn {
    const linkages = LINKAGES.filter(() => this.random.chance(0.35));
    return linkages.length > 0 ? { program: '越医有爱', linkages } : {};
  }

  private activityEvents(date: string): Drawn {
    const { random } = this;
    const events: Drawn[] = [];
    let day = date;
    if (random.chance(0.4)) events.push({ on: addDays(date, -10), step: '计划' });
    if (random.chance(0.15)) {
      day = addDays(date, 3 + random.below(30));
      events.push({ on: addDays(date, -random.below(4)), step: '改期', to: day });
    }
    const outcome = random.below(10);
    if (outcome === 0) events.push({ on: addDays(day, -1), step: '取消' });
    if (outcome > 2)
      events.push({ on: addDays(day, random.pick([0, 0, 0, 3, 12])), step: random.pick(['已开展', '签到']) });
    return events.length > 0 ? { events } : {};
  }

  private meeting(number: number): Drawn {
    const { random } = this;
    return {
      id: `会议${number}`,
      title: `会议${number}`,
      type: random.pick(['联席会议', '主题党日', '理论学习', '意识形态']),
      date: this.day(-15, 385),
      ...this.maybe('pairings', random.pick([['东湖'], ['北海', '富盛']])),
      ...this.maybe('branches', [random.pick(ACTIVE)]),
      ...this.maybe('linkages', [random.pick(LINKAGES)]),
      ...(random.chance(0.1) ? { cancelled: true } : {}),
    };
  }

  private inspection(number: number): Drawn {
    const { random } = this;
    const date = random.chance(0.2) ? addDays('2025-12-24', random.below(20)) : this.day(-10, 375);
    const problems = this.list(3, () => ({
      category: random.pick(['服务态度', '环境卫生', '劳动纪律']),
      text: '情况',
      ...this.maybe('due', addDays(date, 10)),
      ...this.maybe('rectified', addDays(date, random.below(40))),
    }));
    return { id: `督查${number}`, date, ...(problems.length > 0 ? { problems } : {}) };
  }

  private publication(number: number): Drawn {
    const { random } = this;
    const date = this.day(-10, 375);
    const reviews = ['初审', '复审', '终审'].map((stage, step) => ({
      stage,
      by: '党建办',
      on: addDays(date, step - 2),
    }));
    return {
      id: `稿件${number}`,
      title: `稿件${number}`,
      date,
      category: random.pick(['科普', '科普', '新闻']),
      ...this.maybe('program', '越医有爱'),
      ...this.maybe('branch', random.pick(ACTIVE)),
      ...(random.chance(0.7) ? { reviews: reviews.slice(0, 1 + random.below(3)) } : {}),
    };
  }

  private request(number: number): Drawn {
    let on = this.day(0, 330);
    const steps = ['点单', '派单', '接单', '办单', '评单'].slice(0, 1 + this.random.below(5));
    const events = steps.map((step) => {
      const event = { on, step };
      on = addDays(on, this.random.below(20));
      return event;
    });
    return { id: `点单${number}`, orderedBy: '东湖中心', pairing: '东湖', need: '义诊', events };
  }

  /** One of every sort, over a random part of the year. */
  private targets(): Drawn[] {
    const { random } = this;
    const weekly = { count: { kind: 'inspections' }, per: 'week', atLeast: 1, unit: '周次' };
    const drafts: Drawn[] = [
      { count: { kind: 'activities', where: { types: '义诊' } }, atLeast: 3 + random.below(40), unit: '场' },
      { count: { kind: 'activities', sum: 'beneficiaries' }, atLeast: 500 + random.below(5000), unit: '人次' },
      {
        count: { kind: 'publications', where: { category: ['科普', '新闻'], program: '越医有爱' } },
        atLeast: 12,
        unit: '篇',
      },
      { count: { kind: 'meetings', where: { type: '联席会议' } }, unit: '次' },
      weekly,
      { ...weekly, per: random.pick(['month', 'quarter']), atLeast: 2, unit: '期' },
      { ...weekly, count: { kind: 'activities', where: { lead: '内科党支部' } } },
      this.projects(),
      {
        count: { kind: 'activities' },
        each: { kind: 'branches', ...(random.chance(0.5) ? { where: { category: '在职' } } : {}) },
        per: random.pick(['week', 'month', 'quarter', 'year']),
        atLeast: 1,
        unit: '格',
      },
      { count: { kind: 'meetings' }, each: { kind: 'pairings' }, atLeast: 1, unit: '对' },
      { count: { kind: random.pick(['pairings', 'agreements', 'requests', 'boards']) }, atLeast: 3, unit: '个' },
    ];
    return drafts.filter(() => random.chance(0.7)).map((draft, number) => this.target(draft, number));
  }

  private target(draft: Drawn, number: number): Drawn {
    const whole = this.random.chance(0.3);
    const from = whole ? '2025-01-01' : this.day(0, 150);
    const until = whole || this.random.chance(0.6) ? '2025-12-31' : this.day(200, 360);
    return { id: `目标${number}`, title: `目标${number}`, from, until, ...draft };
  }

  private projects(): Drawn {
    return {
      count: { kind: 'tasks', where: { 'board.type': '一书记一项目' } },
      each: { kind: 'branches', where: { category: '在职' }, by: 'branch' },
      atLeast: 1,
      unit: '个支部',
    };
  }

  private facts(boards: readonly Drawn[]): Drawn[] {
    const common = { year: 2025, label: '文件明确数', value: 10, unit: '项', source: '本院党〔2025〕2号' };
    return [
      ...boards.slice(0, 2).map(({ id }) => ({ id: `${id}-任务数`, ...common, subject: id, measure: 'tasks' })),
      { id: '揭榜任务数', ...common, subject: '揭榜挂帅-2025', measure: 'tasks' },
    ];
  }

  private list<T>(limit: number, make: (number: number) => T): T[] {
    return Array.from({ length: this.random.below(limit + 1) }, (_, number) => make(number));
  }

  /** A field, or nothing in four cases of ten. */
  private maybe(field: string, value: unknown): Drawn {
    return value !== undefined && this.random.chance(0.6) ? { [field]: value } : {};
  }

  /** A day that many days, at random, behind the first of January. */
  private day(from: number, until: number, year = 2025): string {
    return addDays(`${year}-01-01`, from + this.random.below(until - from));
  }
}
