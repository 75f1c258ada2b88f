import { isOpen, localDay } from '../../domain/calendar';
import { type Ladder, ladderOf, latestRung, nudgeId } from '../../domain/ladder';
import type { Person } from '../../domain/school';
import type { Desk, Nudge } from '../capability';
import { type Ask, owed, type Wording, wordings } from './asking';
import { atHand, inOrder } from './at-hand';
import { questionNudges } from './question/nudging';
import { listAsk, listNudges, type WeeksLists } from './outstanding';
import { isReachable } from '../../domain/people';
import { askView } from './views';

/** So many people are looked at together: a school of thousands is never in memory with all its cards. */
const AT_ONCE = 200;

/** Whoever is on the list keeps the last reminder: after a holiday it may still be unsent. */
const personsOwn = (ladder: Ladder) => ladder.filter(({ to }) => to.includes('person'));

/** What is due now: to everybody who owes an agreement, the latest rung; to those whom that names besides, once a week, a list. */
export async function* nudges(desk: Desk): AsyncGenerator<Nudge> {
  if (!isOpen(desk.school, desk.now)) return;
  const all = await wordings(desk);
  const today = localDay(desk.school, desk.now);
  const lists: WeeksLists = new Map();
  for (let from = 0; all.length > 0 && from < desk.school.people.length; from += AT_ONCE) {
    for (const ask of await asksOf(inOrder(desk.school.people).slice(from, from + AT_ONCE), all, desk)) {
      listAsk(ask, lists, desk);
      if (isReachable(ask.person)) yield* nudgeFor(ask, today, desk);
      yield* await questionNudges(ask, desk);
    }
  }
  yield* listNudges(lists, desk);
}

/** What these people owe, with their rows read together. */
async function asksOf(people: readonly Person[], all: readonly Wording[], desk: Desk): Promise<Ask[]> {
  const ids = people.map(({ id }) => id);
  const asks = await Promise.all(
    all.map(async (wording) => {
      const near = await atHand(desk, wording.entry.id, ids);
      return Promise.all(people.map((person) => owed(wording, person, near)));
    }),
  );
  return people.flatMap((_, at) => asks.flatMap((each) => each[at] ?? []));
}

function nudgeFor(ask: Ask, today: string, desk: Desk): Nudge[] {
  const { person, wording, because, dueOn, askId, askedOn } = ask;
  // Not while a question of theirs waits, and not on a day on which the office had them reminded.
  if (ask.question !== undefined || ask.remindedOn === today) return [];
  const nudge = (rung: string) => ({
    to: person.id,
    kind: 'agreement',
    why: `${wording.entry.id} is to be agreed to by ${dueOn} (${rung}, ${because})`,
    view: askView(ask, desk),
    stillIf: { kind: 'agreement/owed', data: { agreement: wording.entry.id, person: person.id } },
  });
  if (askedOn === undefined) return [{ id: askId, ...nudge('asked') }];
  const id = rungId(ask, today, desk);
  return id === undefined ? [] : [{ id, ...nudge(id.split('|').at(-2) ?? '') }];
}

/** The identity of the latest reminder that a person who was asked has reached; asking itself is the first rung, and has been climbed. */
export function rungId({ wording, person, dueOn }: Ask, today: string, { school }: Desk): string | undefined {
  const rung = latestRung(personsOwn(ladderOf(school, 'agreement', wording.entry)), dueOn, today);
  return rung?.on ? nudgeId('agreement', wording.entry.id, dueOn, rung.id, person.id) : undefined;
}
