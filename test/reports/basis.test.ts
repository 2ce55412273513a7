import { expect, test } from 'vitest';
import { renderTerminal } from '../../src/render/terminal.js';
import { buildAnnual } from '../../src/reports/annual/annual-document.js';
import type { ReportContext } from '../../src/reports/context.js';
import { buildProgress } from '../../src/reports/progress/progress-document.js';
import { publicVersion } from '../../src/reports/public/public-version.js';
import { buildExplanation } from '../../src/reports/registry/explain-document.js';
import { explain } from '../../src/reports/registry/explanation.js';
import { type BuildOptions, buildLedger, type Drafts, held } from '../support/ledger-builder.js';
import { contextOf, placeOf } from './report-context.js';

/** Three activities, one of which nobody has counted the people of. */
const PARTLY: Drafts = {
  branches: [{ id: '外科党支部' }],
  programs: [{ id: '越医有爱', from: '2025-01-01' }],
  organizations: [{ id: '东湖中心' }],
  pairings: [{ id: '东湖', lead: '外科党支部' }],
  agreements: [
    {
      id: '东湖-2025',
      pairing: '东湖',
      termYears: 1,
      signed: [
        { side: '甲方', on: '2025-01-15' },
        { side: '乙方', on: '2025-02-15' },
      ],
    },
  ],
  activities: [120, 80, undefined].map((beneficiaries, index) => ({
    id: `义诊${index}`,
    date: '2025-03-15',
    lead: '外科党支部',
    pairings: ['东湖'],
    events: held('2025-03-15'),
    ...(beneficiaries === undefined ? {} : { beneficiaries }),
  })),
};

const context = (drafts = PARTLY, options?: BuildOptions) => contextOf(buildLedger(drafts, options), 2025);
const shown = (document: Parameters<typeof renderTerminal>[0]) =>
  renderTerminal(document, { width: 400, color: false, ascii: false });

function explained(own: ReportContext, id: string): string {
  const figure = own.figures.byId(id);
  if (!figure) throw new TypeError(`${id} does not open`);
  return shown({ body: buildExplanation(explain(own, figure, placeOf), false) });
}

test('a sentence says of how many activities the people are known, and a table once', () => {
  expect(shown(buildAnnual(context()))).toContain('服务群众不少于200人次（3场中2场有数）');
  const tables = shown(buildProgress(context(), 'month'));
  expect(tables.match(/人次按有数的计：3场中2场有数。/g)).toHaveLength(1);
});

test('nothing of it where all are known, and nothing for the public', () => {
  const activities = PARTLY.activities?.slice(0, 2) ?? [];
  const all = context({ ...PARTLY, activities });
  expect(shown(buildAnnual(all)) + shown(buildProgress(all, 'month'))).not.toContain('有数');
  const open = shown(publicVersion(context(), buildAnnual));
  expect(open).toContain('服务群众不少于200人次');
  expect(open).not.toMatch(/有数|即将到期/);
});

test('what is figured by a setting says by which, in tables and when it is explained', () => {
  const own = context(PARTLY, { workspace: { policies: { expiringDays: 50, yellowFrom: 70 } } });
  expect(shown(buildProgress(own, 'partner'))).toContain('协议到期前50天内为即将到期。');
  expect(shown(buildProgress(own))).toContain('协议到期前50天内为即将到期。');
  expect(explained(own, 'pairings@year=2025,state=即将到期')).toContain('协议到期前50天内为即将到期。');
  expect(explained(own, 'alerts@year=2025,type=即将到期')).toContain('协议到期前50天内为即将到期。');
  expect(explained(own, 'alerts@year=2025,type=滞后序时')).toContain('黄灯：达到应完成数的70%');
  expect(explained(own, 'todo@year=2025,type=临期任务')).toContain('30天内到期');
});

test('a number that is not known of all opens with how many', () => {
  expect(explained(context(), 'beneficiaries@year=2025')).toContain('3场中2场有数');
});

test('a cell counts inspections, the cells that are covered are weeks', () => {
  const own = context({
    targets: [
      {
        id: '督查',
        from: '2025-06-02',
        until: '2025-06-15',
        count: { kind: 'inspections' },
        per: 'week',
        atLeast: 1,
        unit: '周次',
      },
    ],
    inspections: [
      { id: '一', date: '2025-06-03' },
      { id: '二', date: '2025-06-04' },
    ],
  });
  expect(own.figures.byId('done@target=督查,cell=2025-W23')).toMatchObject({ value: 2, unit: '次' });
  expect(own.figures.byId('done@target=督查')).toMatchObject({ value: 1, unit: '周次' });
});

test('that targets are behind is a sample’s word where samples are all that was done', () => {
  const target = { id: '义诊', from: '2025-01-01', until: '2025-12-31', atLeast: 100 };
  const own = context({ targets: [target] }, { samples: { activities: PARTLY.activities ?? [] } });
  expect(own.figures.byId('alerts@year=2025,type=严重滞后')).toMatchObject({ value: 1, sample: true });
});
