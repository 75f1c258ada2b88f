import { DateTime } from 'luxon';
import { phrase, type View } from '../../cards/view';
import { belongs } from '../../domain/belonging';
import { dayAt, isOpen, localDay } from '../../domain/calendar';
import { isAwayForDays } from '../../domain/absence';
import { type Ladder, ladderOf, nudgeId, rungAt } from '../../domain/ladder';
import { findPerson, holdersOf } from '../../domain/people';
import type { Person } from '../../domain/school';
import { dayInWords } from '../../domain/when';
import type { Desk, Nudge } from '../capability';
import { requestOf } from './finding';
import { allOpen, allWaiting } from './listed';
import { deciders, mayDecide } from './rules';
import type { Request } from './schema';
import { askedView, titleOf } from './views';

/** What nobody has decided, and websites whose last day has come: reminders of those alone that are near. */
export async function* nudges(desk: Desk): AsyncGenerator<Nudge> {
  if (!isOpen(desk.school, desk.now)) return;
  const { school } = desk;
  const waiting = nearBy(await allWaiting(desk), ladderOf(school, 'request'), desk);
  const open = await allOpen(desk, horizon(ladderOf(school, 'blockAgain'), desk));
  for (const { ref } of [...waiting, ...open]) yield* await nudgesOf(ref, desk);
}

/** The latest due day of which a ladder may remind today. */
function horizon(ladder: Ladder, { school, now }: Desk): string {
  const first = ladder.find(({ reached }) => typeof reached === 'number')?.reached;
  const days = typeof first === 'number' ? -first : 0;
  return DateTime.fromISO(localDay(school, now), { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}

function nearBy<Row extends { dueOn: string }>(rows: readonly Row[], ladder: Ladder, desk: Desk): Row[] {
  const last = horizon(ladder, desk);
  return rows.filter(({ dueOn }) => dueOn <= last);
}

async function nudgesOf(ref: string, desk: Desk): Promise<Nudge[]> {
  const kept = await requestOf(ref, desk);
  if (!kept) return [];
  const { request } = kept;
  const { state, dueOn, until = '', askedAt } = request;
  if (state === 'waiting') {
    const since = dayAt(askedAt, desk.school);
    const view = askedView(request, desk, phrase('request.reminder', { on: dayInWords(since) }));
    return along('request', dueOn, request, view, desk);
  }
  return state === 'open' ? along('blockAgain', until, request, blockView(request, desk), desk) : [];
}

function along(kind: 'request' | 'blockAgain', on: string, request: Request, view: View, desk: Desk): Nudge[] {
  const rung = rungAt(ladderOf(desk.school, kind), on, desk.now, desk.school);
  if (!rung) return [];
  const why = kind === 'request' ? `${request.ref} waits for a decision` : `${request.ref} is open until ${on}`;
  return peopleFor(rung.to, request, desk).map(({ id }) => ({
    id: nudgeId(kind === 'request' ? 'request' : 'block-again', request.ref, on, rung.id, id),
    to: id,
    kind: 'request',
    why: `${why} (${rung.id})`,
    view,
  }));
}

/** `person` is whoever decides; of an open website whoever decided it, while they are there. */
function peopleFor(to: readonly string[], request: Request, { school, now }: Desk): Person[] {
  const before = findPerson(school, request.decision?.by);
  const isThere = before && mayDecide(school, request, before.id, now) && !isAwayForDays(school, before, now);
  const owing = isThere ? [before] : deciders(school, request, now);
  const offices = to.flatMap((office) => holdersOf(school, office));
  const others = offices.filter((person) => person.id !== request.by && belongs(person, localDay(school, now)));
  return [...new Set([...(to.includes('person') ? owing : []), ...others])];
}

function blockView(request: Request, { school, now }: Desk): View {
  const { ref, until = '' } = request;
  const when = until < localDay(school, now) ? 'past' : until === localDay(school, now) ? 'today' : 'ahead';
  return {
    card: 'request/block-again',
    data: {
      request: ref,
      stands: until,
      title: titleOf(request),
      line: phrase(`request.blockAgain.${when}`, { until: dayInWords(until) }),
    },
  };
}
