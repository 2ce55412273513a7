import { describe, expect, test } from 'vitest';
import { reportContract } from '../../../src/render/report-contract.js';
import { renderTerminal } from '../../../src/render/terminal.js';
import { buildAnnual } from '../../../src/reports/annual/annual-document.js';
import { publicContext } from '../../../src/reports/public/public-figures.js';
import { publicVersion } from '../../../src/reports/public/public-version.js';
import { buildPairingSummary } from '../../../src/reports/summaries/pairing-summary.js';
import { fieldsOf } from '../../../src/schema/fields.js';
import { KINDS } from '../../../src/schema/kinds.js';
import { buildLedger, type Drafts, entryOf, held } from '../../support/ledger-builder.js';
import { runCli } from '../../support/run-cli.js';
import { contextOf } from '../report-context.js';

const PLAIN = { width: 80, color: false, ascii: false };

/** The public annual report on some documents' numbers, all in one sentence. */
function told(facts: Drafts['facts'] = []): string {
  const ledger = buildLedger({
    sources: [{ id: '总结', public: true }, { id: '台账' }],
    facts: facts.map((fact) => ({ section: '目标任务', unit: '名', ...fact })),
    outlines: [{ id: '提纲', sections: [{ id: '目标任务', title: '目标任务' }] }],
  });
  const sections = reportContract(publicVersion(contextOf(ledger, 2025), buildAnnual), 2025).sections;
  return sections.find(({ id }) => id === '目标任务')?.text ?? '';
}

describe('documents’ numbers of persons', () => {
  test('are printed as they stand where the document is public', async () => {
    const { stdout } = await runCli(['report', '--year', '2021', '--public']);
    for (const words of ['每次安排1名', '其中高知3名', '1名同志获评', '不合格2名', '2位同志']) {
      expect(stdout.replaceAll('\n', '')).toContain(words);
    }
    expect(told([{ id: '获奖', value: 2, source: '总结' }])).toBe('获奖2名。');
  });

  test('are in tens else, and 不足10 below: a bound is kept and stays true', () => {
    expect(
      told([
        { id: '参学', value: 232 },
        { id: '参会', value: 235, bound: '约', source: '台账' },
        { id: '听讲', value: 238, bound: '余' },
        { id: '观展', value: 232, bound: '近' },
        { id: '献血', value: 239, bound: '不少于' },
        { id: '获奖', value: 9 },
        { id: '受处分', value: 0 },
        { id: '场次', value: 7, unit: '场' },
      ]),
    ).toBe('参学约230名，参会约240名，听讲230余名，观展近240名，献血不少于230名，获奖不足10名，受处分0名，场次7场。');
  });

  test('add up no few persons, and leave none as a difference', () => {
    const parts = [
      { id: '优秀', value: 51 },
      { id: '良好', value: 869 },
      { id: '不合格', value: 2 },
    ];
    const whole = { id: '考评', value: 922, parts: parts.map(({ id }) => id) };
    expect(told([whole, ...parts])).toBe('考评不少于920名，优秀约50名，良好约870名，不合格不足10名。');
    expect(
      told([
        { id: '党员', value: 52 },
        { id: '在职', value: 50, of: '党员' },
      ]),
    ).toBe('党员约50名，在职不公布。');
  });

  test('are not printed beside a public number that would give them away', () => {
    const parts = [
      { id: '优秀', value: 45 },
      { id: '不合格', value: 1 },
    ];
    const whole = { id: '考评', value: 46, parts: parts.map(({ id }) => id), source: '总结' };
    expect(told([whole, ...parts])).toBe('考评46名，优秀不公布，不合格不公布。');
  });
});

describe('persons of activities', () => {
  const activity = (id: string, pairing: string, beneficiaries?: number) => ({
    id,
    pairings: [pairing],
    events: held('2025-03-15'),
    ...(beneficiaries === undefined ? {} : { beneficiaries }),
  });
  const ledger = buildLedger({
    programs: [{ id: '越医有爱', from: '2025-03-11' }],
    pairings: ['东湖', '迪荡', '陶堰', '府山', '北海'].map((id) => ({ id })),
    activities: [
      activity('一', '东湖', 2),
      activity('二', '迪荡', 46),
      activity('三', '陶堰', 3),
      activity('四', '陶堰', 9),
      activity('五', '府山', 4),
      activity('六', '府山'),
      activity('七', '北海'),
    ],
    targets: [
      { id: '人次', atLeast: 92, unit: '人次', count: { kind: 'activities', sum: 'beneficiaries' } },
      {
        id: '东湖人次',
        atLeast: 10,
        unit: '人次',
        count: { kind: 'activities', where: { pairings: '东湖' }, sum: 'beneficiaries' },
      },
    ],
  });
  const { figures } = publicContext(contextOf(ledger, 2025));

  test('are in tens; fewer than ten at a time are not added up', () => {
    const document = publicVersion(contextOf(ledger, 2025), buildAnnual);
    const lists = reportContract(document, 2025).sections.map(({ text }) => text.split('\n'));
    const pairings = lists.find(([head]) => head?.startsWith('结对单位')) ?? [];
    const people = pairings.slice(1, 7).map((line) => line.split('\t').at(-1));
    expect(people).toEqual(['不足10', '约50', '每次不足10', '不公布', '暂未统计', '不少于40']);
  });

  test('give no rate, light or judging word but by what is printed', () => {
    expect(figures.byId('percent@target=人次')?.value).toBe(43.5);
    expect(figures.byId('percent@target=东湖人次')).toMatchObject({ value: null, missing: '不公布' });
    expect(figures.target(entryOf(ledger, 'targets', '东湖人次')).light).toBe('none');
  });

  test('are in tens in a pairing’s own version, which does not list those of single activities', () => {
    const open = (id: string) =>
      publicVersion(contextOf(ledger, 2025), (context) =>
        buildPairingSummary(context, entryOf(context.ledger, 'pairings', id)),
      );
    expect(renderTerminal(open('迪荡'), PLAIN)).toContain('服务群众约50人次');
    expect(renderTerminal(open('东湖'), PLAIN)).toContain('服务群众不足10人次');
    expect(open('迪荡').figures.some(({ id }) => id.startsWith('beneficiaries@activity='))).toBe(false);
  });

  test('and every name of a person are left out of the ledger that a public version is made from', () => {
    const fields = KINDS.flatMap((kind) =>
      kind === 'people' ? [] : fieldsOf(kind).map(({ path, node }) => ({ kind, path, node })),
    );
    const counts = fields.filter(({ node }) => ['人', '人次', '名', '位'].includes(node['x-unit'] ?? ''));
    const names = fields.filter(({ node }) => [node['x-ref'], node.items?.['x-ref']].flat().includes('people'));
    // A new one has to be withheld in src/reports/public/public-ledger.ts.
    expect(counts.map(({ kind, path }) => `${kind}.${path}`)).toEqual([
      'organizations.residents',
      'activities.volunteers',
      'activities.beneficiaries',
      'meetings.attendees',
    ]);
    expect(names.map(({ kind, path }) => `${kind}.${path}`)).toEqual([
      'branches.secretaries[].person',
      'tasks.leaders[]',
    ]);
  });
});
