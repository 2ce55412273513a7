import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../src/text/width.js';
import { contract, type ProgressJson, type ReportJson } from './reports/contracts.js';
import { REPOSITORY, runCli, runJson } from './support/run-cli.js';

/**
 * A second hospital, told by one undated newspaper article: other words, other roles, no document numbers, no boards.
 * What the program takes for granted of the first hospital shows here.
 */
const JIAXING = { cwd: join(REPOSITORY, 'test/fixtures/jiaxing') };

const progress = await runJson<ProgressJson>(['progress', '--year', '2024'], JIAXING);
const report = await runJson<ReportJson>(['report', '--year', '2024'], JIAXING);
const textOf = (id: string) => report.sections.find((section) => section.id === id)?.text ?? '';
const printed = async (line: string) => (await runCli(line.split(' '), JIAXING)).stdout;

const PRODUCTS = [
  'validate',
  'validate --format json',
  'progress --year 2023',
  'progress --year 2024',
  'progress --year 2024 --as-of 2024-06-30 --ascii',
  'progress --year 2024 --format json',
  'report --year 2023',
  'report --year 2024',
  'report --year 2025',
  'report --year 2024 --format json',
];

/** The first hospital's names, and what only its documents have. */
const SHAOXING =
  /绍兴|绍市|越医有爱|越医康养|蝶变|职场赋能|薪火|三百|医联体|五联|揭榜挂帅|一书记一项目|市卫生健康委党委/;

describe.each(PRODUCTS)('yueyi %s', (line) => {
  test('succeeds without a word of the first hospital', async () => {
    const { stdout, stderr, code } = await runCli(line.split(' '), JIAXING);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).not.toMatch(SHAOXING);
    if (line.includes('json')) return;
    for (const each of stdout.split('\n')) expect(displayWidth(each), each).toBeLessThanOrEqual(80);
  });
});

test.each(['', 'schema', 'schema pairings', 'schema workspace'])('yueyi %s ends well', async (line) => {
  const { stdout, stderr, code } = await runCli(
    line.split(' ').filter((word) => word !== ''),
    JIAXING,
  );
  expect([code, stderr]).toEqual([0, '']);
  if (line === '') expect(stdout).toMatch(/台账：嘉兴市中医医院，.*\n校验：没有发现问题\n/);
});

test('there is no finding', async () => {
  const { summary, diagnostics } = await runJson<{ summary: object; diagnostics: object[] }>(['validate'], JIAXING);
  expect(diagnostics).toEqual([]);
  expect(summary).toMatchObject({ errors: 0, warnings: 0 });
});

test.each([
  ['progress', progress],
  ['report', report],
] as const)('%s keeps its contract', (name, json) => {
  const validate = contract(name);
  validate(json);
  expect(validate.errors).toBeNull();
});

describe('three branches share three streets without a lead', () => {
  test('in the contract: nobody leads, each has its own role', () => {
    expect(progress.pairings.find(({ id }) => id === '城东')).toMatchObject({
      lead: null,
      partners: ['解放街道', '塘汇街道', '七星街道'],
      branches: [
        { id: '针推党支部', role: 'joined' },
        { id: '康复党支部', role: 'joined' },
        { id: '城东综合党支部', role: 'joined' },
      ],
    });
  });

  test('beside a pairing that has one', () => {
    expect(progress.pairings.find(({ id }) => id === '友谊社区')).toMatchObject({
      lead: '内科第四党支部',
      branches: [{ id: '内科第四党支部', role: 'lead' }],
    });
  });

  test('each of them is paired', () => {
    expect(progress.branches.map(({ id, pairings }) => [id, pairings])).toEqual([
      ['内科第四党支部', 1],
      ['针推党支部', 1],
      ['康复党支部', 1],
      ['城东综合党支部', 1],
    ]);
  });

  test('in the table: 未分牵头 with their names, not 未登记', async () => {
    const table = /结对一览\n([\s\S]*?)\n截至/.exec(await printed('progress --year 2024'))?.[1] ?? '';
    const cells = table.split('\n').map((row) => row.split('│')[2]?.trim() ?? '');
    expect(cells.join('')).toContain('未分牵头：针推党支部、康复党支部、城东综合党支部');
    expect(cells.join('')).toContain('1个，共同3个');
    expect(cells.join('')).not.toContain('未登记');
  });

  test('in the programme’s summary: the roles that occur, none with a zero', async () => {
    const stdout = (await printed('report --year 2024 --program 嘉中健康红色驿')).replaceAll('\n', '');
    expect(stdout).toContain('4个支部与4家单位结对，共2对，其中牵头支部1个、共同结对支部3个。');
    // A document names 26 branches: the four that are registered are not 全院's.
    expect(stdout).not.toContain('全院');
  });

  test('not in the year’s: the article names some of the pairings only, and tells their number itself', () => {
    expect(textOf('红色驿')).toContain('首批5个党支部');
    expect(textOf('红色驿')).not.toContain('共2对');
  });
});

describe('the article’s numbers are facts, hedged as they are there', () => {
  test.each([
    ['惠民成果', '义诊、讲座301场，受益群众36768人'],
    ['红色驿', '18个社区，惠及居民约172000人'],
    ['红色驿', '开展活动不少于100场'],
    ['支部建设', '由科室负责人担任书记的党支部占96.15%，由党支部总数计算为25个'],
    ['志愿服务', '3支特色志愿服务队'],
    ['志愿服务', '志愿服务计划10余项'],
  ])('%s: %s', (section, words) => {
    expect(textOf(section)).toContain(words);
  });

  test.each([
    ['2024-义诊讲座', 301, '场'],
    ['2024-受益群众', 36768, '人'],
    ['2024-党支部', 26, '个'],
    ['2024-城东-居民', 172000, '人'],
    ['2023-首批支部', 5, '个'],
  ])('%s is %d%s', (id, value, unit) => {
    expect(report.figures.find((figure) => figure.id === id)).toMatchObject({ value, unit, formula: 'fact' });
  });

  test('义诊 and 讲座 taken together are not held against a count of either', () => {
    expect(progress.declared.map(({ declared }) => declared)).toEqual([100]);
    expect(progress.months.every(({ activities }) => activities === null)).toBe(true);
  });

  test('no section is left to be filled, and no zero is printed', () => {
    const whole = report.sections.map(({ text }) => text).join('\n');
    expect(whole).not.toMatch(/【待补充】|尚未|(?<![\d.])0(?:场|个|人)/);
  });
});

describe('targets of its own', () => {
  test('at least one activity a week: every week the year touches', () => {
    const weekly = progress.targets.find(({ id }) => id === '2024-康复-每周公益');
    expect(weekly).toMatchObject({ target: 53, done: null, unit: '周次' });
  });

  test('the yearly rounds have a plan without a number', () => {
    const rounds = progress.targets.find(({ id }) => id === '2024-全年巡诊');
    expect(rounds).toMatchObject({ target: null, percent: null, status: 'none' });
  });
});

test('a hospital without 一书记一项目 has no column of zeros for it', async () => {
  expect(await printed('progress --year 2024')).not.toMatch(/│ 项目 /);
});

test.each([
  ['俞忠伟', '党委书记'],
  ['沈震', '医疗事业发展部主任'],
  ['金伟', '骨伤科副主任医师'],
  ['钱立锋', '康复党支部书记、康复科主任'],
])('%s has the post that the article gives', async (person, post) => {
  const { stdout } = await runCli(['show', person], JIAXING);
  expect(stdout).toMatch(new RegExp(`│ 职务 +│ ${post} `));
});
