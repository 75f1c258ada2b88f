import { type Datum, phrase, type View } from '../../../cards/view';
import { localDay } from '../../../domain/calendar';
import { findPerson, isReachable } from '../../../domain/people';
import { Role } from '../../../domain/school';
import { dayInWords } from '../../../domain/when';
import type { Desk } from '../../capability';
import { latestAct } from '../acts';
import { owed, type Wording } from '../asking';
import { type Listing, listedPeople } from './listed';
import { placeOf } from './rows';
import type { State } from './schema';

/** People on one card: each has three buttons. */
const LINES = 6;

/** One page of those who are outstanding, exempt or have signed on paper, read from the rows that list them. */
export async function listView(wording: Wording, listing: Listing, desk: Desk, notice: Datum = ''): Promise<View> {
  const { entry, title } = wording;
  const { state, role } = listing;
  const listed = await listedPeople(wording, listing, LINES + 1, desk);
  const shown = listed.slice(0, LINES);
  const people = await Promise.all(shown.map((place) => lineOf(place, state, wording, desk)));
  return {
    card: 'agreement/standing',
    data: {
      agreement: entry.id,
      title,
      notice,
      intro: phrase(`agreement.listed.${state}`, { count: shown.length }),
      people,
      state,
      role,
      after: shown.at(-1) ?? '',
      hasMore: listed.length > LINES,
    },
  };
}

async function lineOf(place: string, state: State, wording: Wording, desk: Desk) {
  const [role = '', id = ''] = place.split('|');
  const person = findPerson(desk.school, id);
  const name: Datum = person?.name ?? phrase('agreement.somebody');
  const group = phrase(`agreement.role.${Role.catch('staff').parse(role)}`);
  const is = { isOutstanding: state === 'outstanding', isExempt: state === 'exempt', isPaper: state === 'paper' };
  const line = { person: id, name: phrase('agreement.personLine', { name, group }), ...is, canRemind: false };
  if (state === 'paper') {
    const { signedOn = '', heldBy: holder = '' } = (await latestAct(wording, id, desk)) ?? {};
    return { ...line, note: signedOn ? phrase('agreement.signedOnPaper', { day: dayInWords(signedOn), holder }) : '' };
  }
  if (state === 'exempt') {
    const reason = (await placeOf(wording.entry.id, id, desk.records))?.value.reason;
    return { ...line, note: reason ? phrase('agreement.exemptLine', { reason }) : '' };
  }
  if (!person) return { ...line, note: '' };
  const ask = await owed(wording, person, desk);
  if (!ask) return { ...line, note: '' };
  const canRemind = isReachable(person) && ask.question === undefined;
  const isLate = ask.dueOn < localDay(desk.school, desk.now);
  const why = !isReachable(person) ? 'unreachable' : ask.question ? 'question' : isLate ? 'late' : 'due';
  return { ...line, canRemind, note: phrase(`agreement.note.${why}`, { due: dayInWords(ask.dueOn) }) };
}
