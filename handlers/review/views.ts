import { type Phrase, phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { findPerson } from '../../domain/people';
import { dayInWords } from '../../domain/when';
import type { Desk } from '../capability';
import { causeInWords } from './causes';
import { daysUntil } from './rules';
import type { Standing, Told } from './standing';

/** "… is due for review on 30 November 2026, in 6 days." */
export function dueLine({ policy: { title }, reviewOn }: Standing, desk: Desk): Phrase {
  if (!reviewOn) return phrase('review.undated', { title });
  const days = daysUntil(reviewOn, localDay(desk.school, desk.now));
  const when = days > 0 ? 'ahead' : days === 0 ? 'today' : 'past';
  return phrase(`review.is.${when}`, { title, date: dayInWords(reviewOn), days: Math.abs(days) });
}

/** "Last ratified on 20 November 2026 at full governors, minute 7.2. It is not signed yet. Recorded by …" */
export function historyLine(told: Told | undefined, desk: Pick<Desk, 'school'>): Phrase | '' {
  return told ? eventLine(told, desk, 'was') : '';
}

/** `was`: what was recorded last. `wasOnce`: one line of a history; `onPage`: the same without a name and what somebody typed. */
export function eventLine(
  { event, signedOn }: Told,
  { school }: Pick<Desk, 'school'>,
  as: 'was' | 'wasOnce' | 'onPage',
): Phrase {
  const { meeting = '', minute = '', nextOn } = event;
  const cause = event.cause === undefined ? undefined : causeInWords(event.cause);
  return phrase(`review.${as}.${event.event}`, {
    on: dayInWords(event.on),
    next: nextOn ? dayInWords(nextOn) : '',
    by: findPerson(school, event.by)?.name ?? phrase('review.someone'),
    ...{ meeting, minute },
    reason: event.reason ?? cause ?? '',
    cause: cause ?? '',
    hasMeeting: meeting ? 'yes' : 'no',
    hasMinute: minute ? 'yes' : 'no',
    signed: signedOn ? 'later' : (event.signed ?? 'unsaid'),
    signedOn: signedOn ? dayInWords(signedOn) : '',
  });
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
