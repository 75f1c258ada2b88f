import { z } from 'zod';
import { phrase, type View } from '../../../cards/view';
import { findPerson } from '../../../domain/people';
import { routeConcern } from '../../../domain/routes';
import type { Desk, Outcome, Verb } from '../../capability';
import { growAgain } from '../ageing';
import { matterOf, mayLead } from '../rules';
import { type Concern, Ref, Which } from '../schema';
import { tellSeen, triageView } from '../telling';
import { type CasePress, caseVerb } from './case-verb';
import { contentView } from './content';
import { factsBefore } from './history';
import { keep } from './keeping';
import { reportView } from './report-view';
import { already, instead, onCard, reachedBy, show } from './showing';

/** Whether its holder is still there to work it. Somebody who left, or is away, holds nobody up. */
function isWorking(concern: Concern, { school, now }: Desk): boolean {
  return routeConcern(school, matterOf(concern), now).mayOpenPeople.includes(concern.takenBy ?? '');
}

async function open(press: CasePress<{ on?: 'content' }>): Promise<Outcome> {
  const { turn, desk, kept, data } = press;
  const by = turn.person.id;
  // Somebody with whom it was shared reads it; it is opened once somebody looks who leads it.
  if (kept.concern.state !== 'raised' || !mayLead(by, kept.concern, desk.school, desk.now)) return show(press);
  const done = await keep(
    kept,
    {
      concern: { ...reachedBy(by, kept.concern), state: 'opened', openedAt: desk.now.toUTC().toISO() },
      fact: { kind: 'viewed', by, facts: {} },
      messages: (after) => tellSeen(by, kept.concern, after, desk),
    },
    desk,
  );
  return { reply: onCard(data, await contentView(done, desk, by, done)), change: done.change };
}

async function take(press: CasePress<{ on?: 'content' }>): Promise<Outcome> {
  const { turn, desk, kept, data } = press;
  const { concern } = kept;
  if (concern.state === 'closed') return already(press);
  const holder = findPerson(desk.school, concern.takenBy)?.name;
  if (concern.takenBy && isWorking(concern, desk))
    return show(press, phrase('concern.problem.taken', { by: holder ?? phrase('concern.somebody') }));
  const at = desk.now.toUTC().toISO();
  const by = turn.person.id;
  const done = await keep(
    kept,
    {
      concern: {
        ...reachedBy(by, concern),
        state: 'in-hand',
        takenBy: by,
        takenAt: at,
        openedAt: concern.openedAt ?? at,
      },
      fact: { kind: 'taken', by, facts: {} },
      messages: (after) => tellSeen(by, concern, after, desk),
    },
    desk,
  );
  return { reply: onCard(data, await contentView(done, desk, by, done)), change: done.change };
}

/** Keeps everything; the case is in hand again with whoever opened it again. */
async function reopen(press: CasePress<{ on?: 'content' }>): Promise<Outcome> {
  const { turn, desk, kept } = press;
  const { ref, state } = kept.concern;
  if (state !== 'closed') return show(press);
  const by = turn.person.id;
  const done = await keep(
    kept,
    {
      concern: { state: 'in-hand', takenBy: by, takenAt: desk.now.toUTC().toISO() },
      fact: { kind: 'reopened', by, facts: {} },
      ops: [{ op: 'insert', key: `open|${ref}`, value: { ref } }],
      jobs: await growAgain(kept.concern, desk),
    },
    desk,
  );
  return { reply: { here: [await contentView(done, desk, by, done)] }, change: done.change };
}

/** `less`: folded again, with what has been done in place of all that can be. */
const Unfolded = Which.extend({ less: z.literal('yes').optional() });

/** `before`: only facts older than this one. */
const HistoryPage = z.object({ ref: Ref, before: z.coerce.number().int().min(1).max(1_000_000).optional() });

async function historyView({ kept, desk, data, turn }: CasePress<z.output<typeof HistoryPage>>): Promise<View> {
  const { ref, facts } = kept.concern;
  const before = Math.min(data.before ?? facts + 1, facts + 1);
  const { lines, oldest } = await factsBefore(ref, before, desk, turn.person.id);
  return {
    card: 'concern/history',
    data: {
      ref,
      lines,
      before: String(oldest),
      earlier: oldest > 1,
    },
  };
}

export const openVerbs: readonly Verb[] = [
  caseVerb('concern/open', Which, open, { reach: 'guests' }),
  caseVerb('concern/take', Which, take),
  caseVerb('concern/reopen', Which, reopen),
  caseVerb('concern/more', Unfolded, async ({ turn, desk, kept, data }) => ({
    reply: { here: [await contentView(kept, desk, turn.person.id, { isUnfolded: data.less === undefined })] },
  })),
  caseVerb('concern/read', Which, (press) => instead(press, reportView(press.kept.concern, press.desk)), {
    reach: 'guests',
  }),
  caseVerb('concern/history', HistoryPage, async (press) => instead(press, await historyView(press)), {
    reach: 'guests',
  }),
  /** Teams asks for the card of the person who looks at the place: the same facts, without a name or a story. */
  caseVerb('concern/card', Which, async ({ desk, kept }) => ({ reply: { here: [triageView(kept.concern, desk)] } }), {
    isForAll: true,
  }),
];
