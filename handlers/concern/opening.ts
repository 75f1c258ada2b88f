import type { z } from 'zod';
import { type Datum, phrase, type View } from '../../cards/view';
import { findPerson } from '../../domain/people';
import type { Change } from '../../infra/outbox';
import { type Desk, type Outcome, type Press, type Verb, verb } from '../capability';
import { addFact, type NewFact, recentFacts } from './facts';
import { concernOf, type KeptConcern } from './finding';
import { mayOpen } from './rules';
import { type Concern, Which } from './schema';
import { refreshCards, stateData, tellReporter, triageView } from './telling';

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
): Verb {
  return verb<Shape, KeptConcern>({
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

/** Keeps a fact about a concern, and changes every card of it that stands somewhere. */
export function withFact(
  kept: KeptConcern,
  changes: Partial<Concern>,
  fact: NewFact,
  desk: Desk,
): { concern: Concern; change: Change } {
  const { concern, op, entry } = addFact({ ...kept.concern, ...changes }, fact, desk.now, kept.etag);
  return { concern, change: { ops: [op, entry], messages: refreshCards(concern, desk) } };
}

export async function contentView(concern: Concern, desk: Desk, problem: Datum = ''): Promise<View> {
  const { story } = concern;
  const subject = findPerson(desk.school, concern.subject)?.name;
  const rows: [string, Datum][] = [
    ['about', subject ?? phrase(`about.${concern.about}`)],
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
      tone: concern.danger ? 'attention' : 'default',
      problem,
      facts: rows.flatMap(([name, value]) => (value ? [{ title: phrase(`concern.fact.${name}`), value }] : [])),
      story: story?.story ?? phrase('concern.detailsToCome'),
      ownWords: story?.words ?? '',
      history: await recentFacts(concern, desk),
    },
  };
}

export const openVerbs: readonly Verb[] = [
  concernVerb('concern/open', Which, async ({ turn, desk, kept }) => {
    const isFirst = kept.concern.state === 'raised';
    const changes: Partial<Concern> = isFirst ? { state: 'opened', openedAt: desk.now.toUTC().toISO() } : {};
    const fact: NewFact = { kind: 'viewed', by: turn.person.id, facts: {} };
    const { concern, change } = withFact(kept, changes, fact, desk);
    const heard =
      isFirst && concern.raisedBy !== turn.person.id
        ? [tellReporter(concern, 'seen', phrase('concern.heard.seen'))]
        : [];
    // A view alone changes no card.
    const messages = isFirst ? [...(change.messages ?? []), ...heard] : [];
    return { reply: { privately: [await contentView(concern, desk)] }, change: { ...change, messages } };
  }),

  concernVerb('concern/take', Which, async ({ turn, desk, kept }) => {
    const { state, takenBy } = kept.concern;
    if (state === 'closed') return already(kept.concern, desk);
    if (takenBy)
      return {
        reply: {
          privately: [
            await contentView(
              kept.concern,
              desk,
              phrase('concern.problem.taken', { by: findPerson(desk.school, takenBy)?.name ?? '' }),
            ),
          ],
        },
      };
    const at = desk.now.toUTC().toISO();
    const changes: Partial<Concern> = {
      state: 'in-hand',
      takenBy: turn.person.id,
      takenAt: at,
      openedAt: kept.concern.openedAt ?? at,
    };
    const { concern, change } = withFact(kept, changes, { kind: 'taken', by: turn.person.id, facts: {} }, desk);
    const isFirst = state === 'raised' && concern.raisedBy !== turn.person.id;
    const heard = isFirst ? [tellReporter(concern, 'seen', phrase('concern.heard.seen'))] : [];
    return {
      reply: { privately: [await contentView(concern, desk)] },
      change: { ...change, messages: [...(change.messages ?? []), ...heard] },
    };
  }),

  /** Teams asks for the card of the person who looks at the place: the same facts, without a name or a story. */
  concernVerb('concern/card', Which, async ({ desk, kept }) => ({ reply: { here: [triageView(kept.concern, desk)] } })),
];

/** Pressed on an old card: what the state is, and what can still be done. Nothing is changed. */
export async function already(concern: Concern, desk: Desk): Promise<Outcome> {
  const { state } = stateData(concern, desk);
  return {
    reply: { privately: [await contentView(concern, desk, phrase('concern.problem.closed', { state: state ?? '' }))] },
  };
}
