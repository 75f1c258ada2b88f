import { DateTime } from 'luxon';
import { type Phrase, phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { findPerson } from '../../domain/people';
import { sayDay } from '../../domain/when';
import { unansweredBy } from '../asked';
import type { Desk } from '../capability';
import { daysUntil, type Why } from './rules';
import type { Event } from './schema';
import type { Standing } from './standing';

export function day(text: string): string {
  return sayDay(DateTime.fromISO(text, { zone: 'utc' }));
}

/** "… is due for review on 30 November 2026, in 6 days." */
export function dueLine({ policy: { title }, reviewOn }: Standing, desk: Desk): Phrase {
  if (!reviewOn) return phrase('review.undated', { title });
  const days = daysUntil(reviewOn, localDay(desk.school, desk.now));
  const when = days > 0 ? 'ahead' : days === 0 ? 'today' : 'past';
  return phrase(`review.is.${when}`, { title, date: day(reviewOn), days: Math.abs(days) });
}

export function historyLine(event: Event | undefined, { school }: Desk): Phrase | '' {
  if (!event) return '';
  const by = findPerson(school, event.by)?.name ?? phrase('review.someone');
  const { minute = '', reason = '' } = event;
  const facts = { on: day(event.on), next: day(event.nextOn), by, minute, hasMinute: minute ? 'yes' : 'no', reason };
  return phrase(`review.was.${event.event}`, facts);
}

/** The reminder, and the card behind the list: what is due, why you, and what you can do. */
export async function dueView(standing: Standing, why: Why, event: Event | undefined, desk: Desk): Promise<View> {
  const absent = (await unansweredBy(standing.policy.id, desk)).filter((each) => each.standing === 'absent').length;
  return {
    card: 'review/due',
    data: {
      policy: standing.policy.id,
      due: standing.reviewOn ?? '',
      isOverdue: isOverdue(standing, desk),
      line: dueLine(standing, desk),
      why: phrase(`review.why.${why}`),
      history: historyLine(event, desk),
      unanswered: absent > 0 ? phrase('review.unanswered', { absent }) : '',
      canPass: why === 'chair' || why === 'headteacher' || why === 'owner',
    },
  };
}

export function isOverdue({ reviewOn }: Standing, { school, now }: Desk): boolean {
  return reviewOn !== undefined && reviewOn < localDay(school, now);
}

/** What was recorded, in place of the card that asked. `isLate` when somebody else had been first. */
export function outcomeView(standing: Standing, event: Event | undefined, isLate: boolean, desk: Desk): View {
  return {
    card: 'review/outcome',
    data: { policy: standing.policy.title, isLate, history: historyLine(event, desk), line: dueLine(standing, desk) },
  };
}
