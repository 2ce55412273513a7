import type { Inline } from './report-document.js';

/** A whole-day event of a calendar that phones and Outlook read. */
export interface CalendarEvent {
  /** What the event is, the same in every issue of the calendar, however it is moved or renamed. */
  readonly key: string;
  /** YYYY-MM-DD, both included. */
  readonly from: string;
  readonly until: string;
  readonly title: readonly Inline[];
  readonly place?: readonly Inline[];
  /** Lines that say more. */
  readonly notes: readonly (readonly Inline[])[];
  readonly category: string;
  readonly cancelled: boolean;
}

/** The events of a period as one calendar. */
export interface CalendarEvents {
  readonly name: string;
  /** Banners: 内部资料, samples. */
  readonly notices: readonly string[];
  /** The last day whose records count, YYYY-MM-DD. */
  readonly asOf: string;
  readonly events: readonly CalendarEvent[];
}
