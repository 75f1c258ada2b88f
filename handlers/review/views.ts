import { DateTime } from 'luxon';
import { officeInWords } from '../../cards/office-words';
import { type Phrase, phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { findPerson } from '../../domain/people';
import { sayDay } from '../../domain/when';
import { unansweredBy } from '../asked';
import type { Desk } from '../capability';
import { approvingOffice, daysUntil, type Why } from './rules';
import { isUnsigned, type Standing, type Told } from './standing';

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

/** "Last ratified on 20 November 2026 at full governors, minute 7.2. It is not signed yet. Recorded by …" */
export function historyLine(told: Told | undefined, { school }: Pick<Desk, 'school'>): Phrase | '' {
  if (!told) return '';
  const { event, signedOn } = told;
  const { meeting = '', minute = '', reason = '', nextOn } = event;
  return phrase(`review.was.${event.event}`, {
    on: day(event.on),
    next: nextOn ? day(nextOn) : '',
    by: findPerson(school, event.by)?.name ?? phrase('review.someone'),
    ...{ meeting, minute, reason },
    hasMeeting: meeting ? 'yes' : 'no',
    hasMinute: minute ? 'yes' : 'no',
    signed: signedOn ? 'later' : (event.signed ?? 'unsaid'),
    signedOn: signedOn ? day(signedOn) : '',
  });
}

/** The reminder, and the card behind the list: what is due, why you, and what you can do. */
export async function dueView(standing: Standing, why: Why, told: Told | undefined, desk: Desk): Promise<View> {
  const absent = (await unansweredBy(standing.policy.id, desk)).filter((each) => each.standing === 'absent').length;
  return {
    card: 'review/due',
    data: {
      policy: standing.policy.id,
      due: standing.reviewOn ?? '',
      isOverdue: isOverdue(standing, desk),
      line: dueLine(standing, desk),
      why: phrase(`review.why.${why}`, { office: officeInWords(approvingOffice(standing.policy)) }),
      history: historyLine(told, desk),
      canSign: isUnsigned(told),
      unanswered: absent > 0 ? phrase('review.unanswered', { absent }) : '',
      canPass: why === 'chair' || why === 'headteacher' || why === 'committee' || why === 'owner',
    },
  };
}

export function isOverdue({ reviewOn }: Standing, { school, now }: Desk): boolean {
  return reviewOn !== undefined && reviewOn < localDay(school, now);
}

/** What was recorded, in place of the card that asked. `isLate` when somebody else had been first. */
export function outcomeView(standing: Standing, told: Told | undefined, isLate: boolean, desk: Desk): View {
  return {
    card: 'review/outcome',
    data: { policy: standing.policy.title, isLate, history: historyLine(told, desk), line: dueLine(standing, desk) },
  };
}
