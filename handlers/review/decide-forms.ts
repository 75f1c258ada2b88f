import { DateTime, Duration } from 'luxon';
import { phrase } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import type { Form } from './forms';

const SIGNED = ['yes', 'no'].map((value) => ({ value, title: phrase(`review.signedAs.${value}`) }));

/** The next review stands in the form already where the school has said how often. */
export const RATIFIED: Form = {
  name: 'ratified',
  verb: 'review/ratified',
  fields: ({ every }, { school, now }) => [
    { id: 'on', kind: 'day', label: phrase('review.ask.on'), isNeeded: true },
    {
      id: 'meeting',
      kind: 'line',
      label: phrase('review.ask.meeting'),
      hint: phrase('review.hint.meeting'),
      longest: 200,
    },
    {
      id: 'minute',
      kind: 'line',
      label: phrase('review.ask.minute'),
      hint: phrase('review.hint.minute'),
      longest: 200,
    },
    { id: 'signed', kind: 'options', label: phrase('review.ask.signed'), choices: SIGNED },
    {
      id: 'nextOn',
      kind: 'day',
      label: phrase('review.ask.nextOn'),
      isNeeded: true,
      ...(every ? { value: after(localDay(school, now), every) } : {}),
    },
  ],
};

export const MOVED: Form = {
  name: 'moved',
  verb: 'review/moved',
  fields: () => [
    { id: 'reason', kind: 'long', label: phrase('review.ask.reason'), isNeeded: true, longest: 1000 },
    { id: 'nextOn', kind: 'day', label: phrase('review.ask.movedTo'), isNeeded: true },
  ],
};

export const SIGNED_LATER: Form = {
  name: 'signed',
  verb: 'review/signed',
  fields: () => [{ id: 'on', kind: 'day', label: phrase('review.ask.signedOn'), isNeeded: true }],
};

function after(day: string, every: string): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus(Duration.fromISO(every)).toFormat('yyyy-MM-dd');
}
