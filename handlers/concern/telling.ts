import { type Datum, phrase, type View } from '../../cards/view';
import { findPerson } from '../../domain/people';
import type { Route } from '../../domain/routes';
import { sayInstant } from '../../domain/when';
import type { Message } from '../../infra/outbox';
import type { Desk } from '../capability';
import { ageOf } from './age';
import { heard } from './report/heard';
import { isKeptFrom, leaders, mayLead, openers } from './rules';
import { type Concern, type Share, THE_FILTER } from './schema';
import { atSchool } from './shown';
import { type StillIf, stillIf } from './telling-still';

/**
 * The cards that a concern owes: to people, to a place, to its reporter. They carry a reference, a category, a risk
 * and a state, never a name of a child or a story (P5). One slot a concern, so that a later card replaces the earlier.
 */

interface Why {
  readonly why: Datum;
  readonly tone?: 'attention' | 'default' | 'good';
  /** A reminder ends here, also one that waits because a channel refused. */
  readonly until?: StillIf['until'];
  /** Only that the card has changed: nobody is written an e-mail for that. */
  readonly isRefresh?: true;
  /** What it reminds of, which may be done while it waits. */
  readonly of?: Pick<StillIf, 'task' | 'clock'>;
}

/** What the slot of a card is called that stands beside the one that changes with the concern. */
export const URGENT = 'urgent';

/** In person, to somebody who may open it. Where danger was reported, with the name of who reported (`cards.md`). */
export function tellPerson(
  person: string,
  concern: Concern,
  desk: Desk,
  { why, tone = 'default', until, of, isRefresh }: Why,
  urgent = false,
): Message {
  const state = stateData(concern, desk);
  const isLead = mayLead(person, concern, desk.school, desk.now);
  return {
    // Beside the card that changes where it stands, an urgent one is another message to the same person.
    id: `${concern.ref}.${number(concern)}.person.${person}${urgent ? '.urgent' : ''}`,
    to: { person },
    view: {
      card: 'concern/told',
      data: {
        ...state,
        ...{ why, tone, canTake: isLead && state.canTake === true },
        reporter: isLead && concern.danger ? reporterOf(concern, desk) : '',
      },
    },
    // Something urgent comes as a message of its own, since a card changed far up in the chat is not seen. Its slot serves
    // to take it off again.
    slot: urgent ? `concern.${concern.ref}.${URGENT}.${number(concern)}` : `concern.${concern.ref}`,
    ...stillIf({ ref: concern.ref, person, ...(until ? { until } : {}), ...of }),
    ...(isRefresh ? {} : { byMail: { ref: concern.ref } }),
    ifRefused: { kind: 'concern/undelivered', data: { ref: concern.ref, person } },
  };
}

/** An urgent message for which nothing is written into the chronology, so that the number of facts does not tell it from others. */
export function besides(message: Message, what: string): Message {
  return { ...message, id: `${message.id}.${what}`, ...(message.slot ? { slot: `${message.slot}.${what}` } : {}) };
}

/**
 * To somebody with whom it is shared. Each sharing has a card of its own, so that a new one is seen in the chat, and the
 * one of a sharing that has ended can be taken off.
 */
export function tellGuest({ person, n }: Share, concern: Concern, desk: Desk, why: Why): Message {
  return { ...tellPerson(person, concern, desk, why), ...guestCard(person, n, concern) };
}

/** Takes everything off the card of somebody who may no longer read it. */
export function blankGuest({ person, n }: Share, concern: Concern): Message {
  return { to: { person }, view: { card: 'concern/blank', data: {} }, ...guestCard(person, n, concern) };
}

function guestCard(person: string, n: number, concern: Concern): Pick<Message, 'id' | 'slot'> {
  return { id: `${concern.ref}.${number(concern)}.guest.${n}.${person}`, slot: `concern.${concern.ref}.guest.${n}` };
}

export function tellPlace(place: string, concern: Concern, desk: Desk): Message {
  return {
    id: `${concern.ref}.${number(concern)}.place.${place}`,
    to: { place },
    view: triageView(concern, desk),
    slot: `concern.${concern.ref}`,
    refresh: {
      verb: 'concern/card',
      data: { ref: concern.ref },
      people: leaders(concern, desk.school, desk.now).slice(0, 60),
    },
  };
}

/** The same for somebody who may not have it any more: no reference, and nothing of why. */
export function blankPerson(person: string, concern: Concern): Message {
  return {
    id: `${concern.ref}.${number(concern)}.person.${person}`,
    to: { person },
    view: { card: 'concern/blank', data: {} },
    slot: `concern.${concern.ref}`,
  };
}

/** Takes everything off the card in a place where it must no longer stand. */
export function blankPlace(place: string, concern: Concern): Message {
  return {
    id: `${concern.ref}.${number(concern)}.place.${place}`,
    to: { place },
    view: { card: 'concern/blank', data: {} },
    slot: `concern.${concern.ref}`,
  };
}

export function triageView(concern: Concern, desk: Desk): View {
  return {
    card: 'concern/triage',
    data: { ...stateData(concern, desk), age: ageOf(concern, desk), tone: isAlarm(concern) ? 'attention' : 'default' },
  };
}

/** To the reporter: that it was seen, dealt with, or opened by nobody yet; nothing of what is in it. */
export function tellReporter(
  concern: Concern,
  desk: Desk,
  name: string,
  text: Datum,
  outside: Datum = '',
  until?: StillIf['until'],
): Message[] {
  if (concern.raisedBy === THE_FILTER || isKeptFrom(concern, desk)) return [];
  return [
    {
      id: `${concern.ref}.${number(concern)}.reporter.${name}`,
      to: { person: concern.raisedBy },
      view: heard(concern.ref, text, outside),
      byMail: { ref: concern.ref },
      ...stillIf({ ref: concern.ref, reporter: true, ...(until ? { until } : {}) }),
    },
  ];
}

/** The reporter hears "seen" once: when somebody who leads it first does something with it. */
export function tellSeen(person: string, before: Concern, after: Concern, desk: Desk): Message[] {
  if (before.state !== 'raised' || after.raisedBy === person) return [];
  return tellReporter(after, desk, 'seen', phrase(after.story ? 'concern.news.seen' : 'concern.news.seenNoDetails'));
}

function whyKnown(concern: Concern): Why {
  if (isAlarm(concern)) return { why: phrase('concern.why.danger'), tone: 'attention' };
  const isClosed = concern.state === 'closed';
  return { why: phrase(isClosed ? 'concern.why.closed' : 'concern.why.known'), tone: isClosed ? 'good' : 'default' };
}

/** Every card that stands somewhere already, as it is now. */
export function refreshCards(concern: Concern, desk: Desk): Message[] {
  const why: Why = { ...whyKnown(concern), isRefresh: true };
  const allowed = openers(concern, desk.school, desk.now);
  const people = concern.told
    .filter((person) => allowed.includes(person))
    .map((person) => tellPerson(person, concern, desk, why));
  const guests = concern.shares
    .filter(({ person }) => allowed.includes(person) && !concern.told.includes(person))
    .map((share) => tellGuest(share, concern, desk, why));
  const all = [...people, ...guests];
  return concern.place ? [...all, tellPlace(concern.place, concern, desk)] : all;
}

/** Danger was reported, and nobody has taken it in hand yet. */
export function isAlarm({ danger, state }: Concern): boolean {
  return danger && (state === 'raised' || state === 'opened');
}

function headingOf(concern: Concern): Datum {
  return isAlarm(concern) ? phrase('concern.heading.danger', { ref: concern.ref }) : concern.ref;
}

function kindOf({ category, danger, story, alerts = 0 }: Concern): Datum {
  if (alerts > 1) return phrase('concern.alertsOf', { kind: phrase(`category.${category}`), count: alerts });
  if (danger && category === 'other') return phrase(story ? 'concern.kindDanger' : 'concern.kindUnknown');
  return phrase(`category.${category}`);
}

/** Why somebody is told first. */
export function whyFirst(concern: Concern, route: Route): Why {
  if (concern.danger) return { why: phrase('concern.why.danger'), tone: 'attention' };
  return { why: phrase(route.line === 'adult' || concern.subject ? 'concern.why.adult' : 'concern.why.first') };
}

export function stateData(concern: Concern, desk: Desk): Record<string, Datum> {
  const { state } = concern;
  return {
    ref: concern.ref,
    heading: headingOf(concern),
    category: kindOf(concern),
    risk: phrase(`risk.${concern.risk}`),
    raised: sayInstant(atSchool(concern.raisedAt, desk)),
    state: stateLine(concern, desk),
    closed: state === 'closed',
    canTake: state !== 'closed' && concern.takenBy === undefined,
  };
}

/** "in hand, Safeguarding lead, since 14:41". */
export function stateLine(concern: Concern, desk: Desk): Datum {
  const since = (instant: string | undefined): string => (instant ? sayInstant(atSchool(instant, desk)) : '');
  if (concern.state === 'closed') return phrase('state.closed', { at: since(concern.closedAt) });
  if (concern.state === 'in-hand')
    return phrase('state.in-hand', {
      by: findPerson(desk.school, concern.takenBy)?.name ?? phrase('concern.somebody'),
      at: since(concern.takenAt),
    });
  if (concern.state === 'opened') return phrase('state.opened', { at: since(concern.openedAt) });
  return phrase('state.raised');
}

function reporterOf({ raisedBy }: Concern, { school }: Desk): string {
  return findPerson(school, raisedBy)?.name ?? '';
}

export function number({ facts }: Concern): string {
  return String(facts).padStart(6, '0');
}
