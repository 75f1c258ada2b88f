import icalendar, { ICalCalendarMethod } from 'ical-generator';
import { DateTime } from 'luxon';

/** What a calendar of an office holds: whole days with a title. No person and no content is ever given. */
export interface FeedDay {
  readonly id: string;
  readonly on: string;
  readonly title: string;
}

export interface Feed {
  readonly school: string;
  readonly office: string;
  /** The name that a calendar shows. */
  readonly name: string;
  readonly days: readonly FeedDay[];
  readonly now: DateTime;
}

/** Calendars ask again so often. */
const AGAIN_IN_SECONDS = 6 * 3600;

/** An iCalendar (RFC 5545) of all-day entries. */
export function feedOf({ school, office, name, days, now }: Feed): string {
  const calendar = icalendar({
    name,
    prodId: { company: 'Lantern', product: 'Lantern', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: AGAIN_IN_SECONDS,
  });
  for (const { id, on, title } of days) {
    const start = DateTime.fromISO(on, { zone: 'utc' }).toJSDate();
    calendar.createEvent({
      id: `${id}@${school}.${office}.lantern`,
      start,
      allDay: true,
      summary: title,
      stamp: now.toJSDate(),
    });
  }
  return calendar.toString();
}
