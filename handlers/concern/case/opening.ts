import type { z } from 'zod';
import { type Datum, phrase, type View } from '../../../cards/view';
import { findPerson } from '../../../domain/people';
import type { Change, Message } from '../../../infra/outbox';
import { type Desk, type Outcome, type Press, type Verb, verb } from '../../capability';
import type { Entry } from '../../../domain/chronology';
import { addFact, type NewFact, recentFacts } from '../facts';
import { routeWithMembers } from '../first-telling';
import { concernOf, type KeptConcern } from '../finding';
import { routeConcern } from '../../../domain/routes';
import { matterOf, mayOpen } from '../rules';
import { type Concern, Which } from '../schema';
import { sayOutside } from '../shown';
import { blankPlace, isAlarm, refreshCards, stateData, tellReporter, triageView } from '../telling';

export type ConcernPress<Data> = Press<Data, KeptConcern>;

/**
 * A verb on a concern: only for those whose office may open it at this moment. Anybody else is refused with the same
 * words as for a concern that does not exist, and the attempt is a fact in its chronology (P2, P5).
 */
export function concernVerb<Shape extends z.ZodType<{ ref: string }>>(
  name: string,
  data: Shape,
  handle: (press: ConcernPress<z.output<Shape>>) => Promise<Outcome>,
  invalid?: (ref: string, raw: Readonly<Record<string, unknown>>, press: ConcernPress<unknown>) => Promise<Outcome>,
  more: { readonly isForAll?: true } = {},
): Verb {
  return verb<Shape, KeptConcern>({
    ...more,
    name,
    data,
    find: ({ ref }, _turn, desk) => concernOf(ref, desk),
    may: (person, { concern }, desk) => mayOpen(person.id, concern, desk.school, desk.now),
    handle,
    refused: async ({ turn, desk, kept }) => {
      const { op, entry } = addFact(
        kept.concern,
        { kind: 'refused', by: turn.person.id, facts: { verb: name } },
        desk.now,
        kept.etag,
      );
      return { reply: { privately: [{ card: 'common/refused', data: {} }] }, change: { ops: [op, entry] } };
    },
    async invalid(_issues, raw, turn, desk) {
      const which = Which.safeParse(raw);
      const kept = which.success ? await concernOf(which.data.ref, desk) : undefined;
      if (!kept || !invalid || !mayOpen(turn.person.id, kept.concern, desk.school, desk.now)) {
        return { reply: { privately: [{ card: 'common/unreadable', data: {} }] } };
      }
      return invalid(kept.concern.ref, raw, { turn, desk, data: raw, kept });
    },
  });
}

/**
 * Keeps a fact about a concern, and changes every card of it that stands somewhere. Who is in a place is asked again:
 * somebody who must not know may have joined since, and then the card there goes blank (P2).
 */
export async function withFact(
  kept: KeptConcern,
  changes: Partial<Concern>,
  fact: NewFact,
  desk: Desk,
): Promise<{ concern: Concern; added: Entry; change: Change }> {
  const { place } = kept.concern;
  const reason = place ? (await routeWithMembers(kept.concern, desk)).placeReason : undefined;
  const isUnfit = reason === 'member-excluded' || reason === 'members-unknown';
  const changed = { ...kept.concern, ...changes, ...(isUnfit ? { place: undefined } : {}) };
  const { concern, op, entry, added } = addFact(changed, fact, desk.now, kept.etag);
  const blank = isUnfit && place ? [blankPlace(place, concern)] : [];
  return { concern, added, change: { ops: [op, entry], messages: [...refreshCards(concern, desk), ...blank] } };
}

export async function contentView(
  concern: Concern,
  desk: Desk,
  more: { problem?: Datum; added?: Entry } = {},
): Promise<View> {
  const { story } = concern;
  const subject = findPerson(desk.school, concern.subject)?.name;
  const rows: [string, Datum][] = [
    ['about', subject ?? phrase(`concern.aboutShort.${concern.about}`)],
    ['reporter', findPerson(desk.school, concern.raisedBy)?.name ?? phrase('concern.somebody')],
    ['who', story?.who],
    ['when', story?.when],
    ['where', story?.where ? phrase(`where.${story.where}`) : ''],
    ['address', story?.address],
    ['device', story?.device],
    ['told', story?.told],
    ['done', story?.done],
  ];
  return {
    card: 'concern/content',
    data: {
      ...stateData(concern, desk),
      tone: isAlarm(concern) ? 'attention' : 'default',
      steps: nextSteps(concern, desk),
      problem: more.problem ?? '',
      facts: rows.flatMap(([name, value]) => (value ? [{ title: phrase(`concern.fact.${name}`), value }] : [])),
      story: story?.story ?? phrase('concern.detailsToCome'),
      ownWords: story?.words ?? '',
      history: await recentFacts(concern, desk, more.added),
    },
  };
}

/** Shows the content to this person, and writes down that it was shown (P5). Nothing else of the concern changes. */
export async function show(
  { turn, desk, kept, data }: ConcernPress<{ on?: 'content' }>,
  problem?: Datum,
): Promise<Outcome> {
  const { concern, op, entry, added } = addFact(
    kept.concern,
    { kind: 'viewed', by: turn.person.id, facts: {} },
    desk.now,
    kept.etag,
  );
  const view = await contentView(concern, desk, { added, ...(problem ? { problem } : {}) });
  return { reply: onCard(data, view), change: { ops: [op, entry] } };
}

/** What is pressed on the opened content changes that card; what is pressed on a notice leaves the notice where it is. */
export function onCard({ on }: { on?: 'content' }, view: View): Outcome['reply'] {
  return on === 'content' ? { here: [view] } : { privately: [view] };
}

/** Pressed on an old card: what the state is, and what can still be done. */
export function already(press: ConcernPress<{ on?: 'content' }>): Promise<Outcome> {
  const { state } = stateData(press.kept.concern, press.desk);
  return show(press, phrase('concern.problem.closed', { state: state ?? '' }));
}

/** Whether its holder is still there to work it. Somebody who left, or is away, holds nobody up. */
function isWorking(concern: Concern, { school, now }: Desk): boolean {
  return routeConcern(school, matterOf(concern), now).mayOpenPeople.includes(concern.takenBy ?? '');
}

/** The reporter hears "seen" once: when somebody who may open it first does. */
function seenBy(person: string, before: Concern, after: Concern): Message[] {
  if (before.state !== 'raised' || after.raisedBy === person) return [];
  return [tellReporter(after, 'seen', phrase(after.story ? 'concern.news.seen' : 'concern.news.seenNoDetails'))];
}

const STEPS = {
  danger: ['safe', 'find', 'refer', 'write'],
  usual: ['talk', 'decide', 'refer', 'parents', 'record'],
} as const;

/** What a lead does next, in the order in which it is done. */
function nextSteps(concern: Concern, { school, now }: Desk): { line: Datum }[] {
  const { outOfHours, end } = routeConcern(school, matterOf(concern), now);
  const outside = sayOutside(outOfHours ?? end) || phrase('outside.childrensServices');
  const reporter = findPerson(school, concern.raisedBy)?.name ?? phrase('concern.somebody');
  const kind = isAlarm(concern) ? 'danger' : 'usual';
  return STEPS[kind].map((step, index) => ({
    line: phrase(`concern.step.${kind}.${step}`, { n: index + 1, outside, reporter }),
  }));
}

export const openVerbs: readonly Verb[] = [
  concernVerb('concern/open', Which, async (press) => {
    const { turn, desk, kept, data } = press;
    if (kept.concern.state !== 'raised') return show(press);
    const opened: Partial<Concern> = { state: 'opened', openedAt: desk.now.toUTC().toISO() };
    const { concern, added, change } = await withFact(
      kept,
      opened,
      { kind: 'viewed', by: turn.person.id, facts: {} },
      desk,
    );
    const messages = [...(change.messages ?? []), ...seenBy(turn.person.id, kept.concern, concern)];
    return { reply: onCard(data, await contentView(concern, desk, { added })), change: { ...change, messages } };
  }),

  concernVerb('concern/take', Which, async (press) => {
    const { turn, desk, kept, data } = press;
    if (kept.concern.state === 'closed') return already(press);
    const holder = findPerson(desk.school, kept.concern.takenBy)?.name;
    if (kept.concern.takenBy && isWorking(kept.concern, desk))
      return show(press, phrase('concern.problem.taken', { by: holder ?? phrase('concern.somebody') }));
    const at = desk.now.toUTC().toISO();
    const taken: Partial<Concern> = {
      state: 'in-hand',
      takenBy: turn.person.id,
      takenAt: at,
      openedAt: kept.concern.openedAt ?? at,
    };
    const { concern, added, change } = await withFact(
      kept,
      taken,
      { kind: 'taken', by: turn.person.id, facts: {} },
      desk,
    );
    const messages = [...(change.messages ?? []), ...seenBy(turn.person.id, kept.concern, concern)];
    return { reply: onCard(data, await contentView(concern, desk, { added })), change: { ...change, messages } };
  }),

  /** Teams asks for the card of the person who looks at the place: the same facts, without a name or a story. */
  concernVerb(
    'concern/card',
    Which,
    async ({ desk, kept }) => ({ reply: { here: [triageView(kept.concern, desk)] } }),
    undefined,
    { isForAll: true },
  ),
];
