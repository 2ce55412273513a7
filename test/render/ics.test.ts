import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { CalendarEvent } from '../../src/document/calendar-events.js';
import type { Inline } from '../../src/document/report-document.js';
import { renderIcs } from '../../src/render/ics.js';
import { REPOSITORY } from '../support/run-cli.js';

const words = (text: string): readonly Inline[] => [{ type: 'text', text }];
const event = (title: string, more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  key: '活动/2025-03-15-东湖春季义诊',
  from: '2025-03-15',
  until: '2025-03-15',
  title: words(title),
  notes: [],
  category: '活动',
  cancelled: false,
  ...more,
});
const rendered = (...events: readonly CalendarEvent[]): string =>
  renderIcs({ name: '工作日历', notices: ['内部资料'], asOf: '2025-06-30', events });

/** The events as another program reads them. */
function readBack(ics: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
}

const HOSTILE = [
  'a;b,c\\d:e"f',
  '\\n 不是换行\\',
  '第一行\n第二行\nBEGIN:VEVENT',
  '👨‍👩‍👧‍👦家庭日🇨🇳'.repeat(20),
  '义诊'.repeat(500),
  'x'.repeat(1000),
  '，；：。',
];

test.each(HOSTILE)('another program reads the title as it is: %j', (title) => {
  const [read, ...more] = readBack(rendered(event(title, { place: words(title), notes: [words(title)] })));
  expect(more).toEqual([]);
  expect([read?.summary, read?.location, read?.description]).toEqual([title, title, title]);
});

describe('lines', () => {
  const lines = (ics: string) => ics.split('\r\n');

  test('end in CRLF and have at most 75 octets, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const ics = rendered(event(title));
        expect(ics.endsWith('\r\n')).toBe(true);
        expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of lines(ics)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }),
    );
  });

  test('are folded between characters: each is whole by itself', () => {
    const bytes = Buffer.from(rendered(event('义诊🩺'.repeat(100))));
    for (const line of bytes.toString('latin1').split('\r\n')) {
      expect(Buffer.from(line, 'latin1').toString('utf8')).not.toContain('\ufffd');
    }
  });
});

test('a calendar is what RFC 5545 says', () => {
  const more = { place: words('社区广场'), notes: [words('负责：内科'), words('截至2025年6月30日。')] };
  expect(rendered(event('春季义诊，讲座；一天', more)).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//yueyi//calendar//ZH',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:工作日历',
    'X-WR-CALDESC:内部资料',
    'BEGIN:VEVENT',
    'UID:f04655ff82caf203c2426eb7eab0b11e@yueyi',
    'DTSTAMP:20250630T000000Z',
    'DTSTART;VALUE=DATE:20250315',
    'DTEND;VALUE=DATE:20250316',
    'SUMMARY:春季义诊，讲座；一天',
    'LOCATION:社区广场',
    'DESCRIPTION:负责：内科\\n截至2025年6月30日。',
    'CATEGORIES:活动',
    'STATUS:CONFIRMED',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('an event ends on the day after its last one', () => {
  const [one, three] = readBack(rendered(event('一天'), event('三天', { key: '另一', until: '2025-03-17' })));
  expect([one?.startDate.toString(), one?.endDate.toString()]).toEqual(['2025-03-15', '2025-03-16']);
  expect([three?.startDate.toString(), three?.endDate.toString()]).toEqual(['2025-03-15', '2025-03-18']);
});

test('it is the same event whatever it is called and wherever it is moved, and another one than its neighbour', () => {
  const uid = (...given: Parameters<typeof event>) => readBack(rendered(event(...given)))[0]?.uid;
  expect(uid('改了名', { from: '2025-04-01', until: '2025-04-01' })).toBe(uid('春季义诊'));
  expect(uid('春季义诊', { key: '活动/别的' })).not.toBe(uid('春季义诊'));
  expect(uid('春季义诊')).toMatch(/^[0-9a-f]{32}@yueyi$/);
});

test('what is cancelled says so, so that a calendar that has it takes it back', () => {
  expect(rendered(event('高温', { cancelled: true }))).toContain('\r\nSTATUS:CANCELLED\r\n');
});

test('a private number is masked, and nothing in a title turns the writing round', () => {
  const ics = rendered(event('联系13812345678\u202e义诊'));
  expect(ics).not.toContain('13812345678');
  expect(ics).not.toContain('\u202e');
});

/** Reads a calendar in a time zone of its own: what a phone there shows as the day of each event. */
const READER = `
import ICAL from 'ical.js';
let text = '';
for await (const part of process.stdin) text += part;
const days = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => {
  const day = new ICAL.Event(each).startDate.toJSDate();
  return [day.getFullYear(), day.getMonth() + 1, day.getDate(), day.getHours()].join('-');
});
console.log(days.join(' '));
`;

test.each(['UTC', 'Asia/Shanghai', 'America/New_York'])('in %s: the same bytes, and the day is the day', (TZ) => {
  const env = { ...process.env, TZ, YUEYI_TODAY: '2026-11-22' };
  const data = join(REPOSITORY, 'test/fixtures/shaoxing/data');
  const args = ['bin/yueyi.js', 'calendar', '2025-06', '--format', 'ics', '--data', data];
  const ics = execFileSync(process.execPath, args, { cwd: REPOSITORY, env, encoding: 'utf8' });
  const usual = execFileSync(process.execPath, args, {
    cwd: REPOSITORY,
    env: { ...env, TZ: 'Pacific/Kiritimati' },
    encoding: 'utf8',
  });
  expect(ics).toBe(usual);
  const days = execFileSync(process.execPath, ['--input-type=module', '-e', READER], {
    cwd: REPOSITORY,
    env,
    input: ics,
    encoding: 'utf8',
  });
  expect(days.trim().split(' ')).toEqual(['2025-5-31-0', '2025-6-5-0', '2025-6-21-0']);
});
