import { createHash } from 'node:crypto';
import type { CalendarEvent, CalendarEvents } from '../document/calendar-events.js';
import type { Inline } from '../document/report-document.js';
import { addDays } from '../text/calendar-date.js';
import { shownLines } from '../text/shown-text.js';
import { contentText, UNICODE_MARKS } from './inlines.js';

/** The longest line without its end, in octets (RFC 5545, 3.1). */
const LONGEST = 75;

/**
 * A calendar as iCalendar (RFC 5545). Its events are whole days (VALUE=DATE), which belong to no zone and so are the same
 * day everywhere; its stamp is the last day that counts, so that the same ledger gives the same bytes.
 */
export function renderIcs({ name, notices, asOf, events }: CalendarEvents): string {
  const stamp = `${compact(asOf)}T000000Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//yueyi//calendar//ZH',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${textValue(name)}`,
    ...(notices.length === 0 ? [] : [`X-WR-CALDESC:${textValue(notices.join('\n'))}`]),
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, stamp: string): readonly string[] {
  const { key, from, until, title, place, notes, category, cancelled } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(key)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(from)}`,
    // The end is the day after the last one.
    `DTEND;VALUE=DATE:${compact(addDays(until, 1))}`,
    `SUMMARY:${contentValue(title)}`,
    ...(place === undefined ? [] : [`LOCATION:${contentValue(place)}`]),
    ...(notes.length === 0 ? [] : [`DESCRIPTION:${notes.map(contentValue).join('\\n')}`]),
    `CATEGORIES:${textValue(category)}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // Nobody is busy the whole day because of it.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** ASCII, of one length, and nothing of the machine in it: some programs take no other characters in an id. */
function uidOf(key: string): string {
  return `${createHash('sha256').update(key).digest('hex').slice(0, 32)}@yueyi`;
}

function compact(date: string): string {
  return date.replaceAll('-', '');
}

function contentValue(content: readonly Inline[]): string {
  return textValue(contentText(content, UNICODE_MARKS));
}

/** A text with the characters escaped that end or divide a value (RFC 5545, 3.3.11). */
function textValue(text: string): string {
  return shownLines(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** A line folded so that none is too long; no character is cut, because some programs unfold after decoding. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= LONGEST) return line;
  let shown = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST) {
      shown += '\r\n ';
      octets = 1;
    }
    shown += character;
    octets += size;
  }
  return shown;
}
