import { type Datum, phrase, type View } from '../../../cards/view';
import { dayAt } from '../../../domain/calendar';
import { findPerson } from '../../../domain/people';
import { dayInWords } from '../../../domain/when';
import type { Desk } from '../../capability';
import type { Wording } from '../asking';
import { lastAct } from './last';
import { numberOf } from './rounds';
import { placeKey } from './rows';
import { Place } from './schema';

/** People on one card; they have no buttons. */
const LINES = 12;
/** Places looked through at one press: those who are still missing stand among them. */
const LOOKED_THROUGH = 200;

/** One page of those who have agreed in chat in this round, each with the day. They stand in no list, so places are looked through. */
export async function agreedView(wording: Wording, after: string, desk: Desk): Promise<View> {
  const { entry, title, campaign } = wording;
  const prefix = placeKey(entry.id);
  const last = after.split('|')[1];
  const { rows } = await desk.records.list({
    from: last ? `${prefix}${last}!` : prefix,
    to: `${prefix}~`,
    limit: LOOKED_THROUGH,
  });
  const places = rows.map(({ key, value }) => ({ id: key.slice(prefix.length), ...Place.parse(value) }));
  const agreed = places.filter(({ state, number }) => state === 'agreed' && number === numberOf(campaign));
  const shown = agreed.slice(0, LINES);
  const hasMore = agreed.length > LINES || rows.length === LOOKED_THROUGH;
  // Where the page is not full, all that was looked through is behind us.
  const end = agreed.length > LINES ? shown.at(-1) : places.at(-1);
  return {
    card: 'agreement/standing',
    data: {
      agreement: entry.id,
      title,
      notice: '',
      intro: phrase('agreement.listed.agreed', { count: shown.length }),
      people: await Promise.all(shown.map((place) => lineOf(place, wording, desk))),
      state: 'agreed',
      role: '',
      after: end ? `${end.role}|${end.id}` : '',
      hasMore,
    },
  };
}

async function lineOf({ id, role }: Place & { id: string }, { entry }: Wording, { school, records }: Desk) {
  const name: Datum = findPerson(school, id)?.name ?? phrase('agreement.somebody');
  const act = await lastAct(entry.id, id, records);
  return {
    person: id,
    name: phrase('agreement.personLine', { name, group: phrase(`agreement.role.${role}`) }),
    note: act ? phrase('agreement.agreedLine', { day: dayInWords(dayAt(act.at, school)) }) : '',
    ...{ isOutstanding: false, isExempt: false, isPaper: false, canRemind: false },
  };
}
