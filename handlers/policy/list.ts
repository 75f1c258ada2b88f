import { type Phrase, phrase, type View } from '../../cards/view';
import type { Person, PolicyEntry } from '../../domain/school';
import { dayInWords } from '../../domain/when';
import { type Standing, standingOf } from '../../pages/standing';
import type { Desk } from '../capability';
import { worthALook } from './frame';
import { isUndecided, type Kept, keptOf } from './kept';
import { mayKeep } from './rules';

/** Policies on one card: more would not fit on a telephone, nor in one Slack message. */
const LINES = 6;

/** All policies, in the order of their reviews, those past it first: to keepers with what is to be done, to everybody else to read and ask about. */
export async function listView(person: Person, desk: Desk, from = 0): Promise<View> {
  const all = (await Promise.all(desk.school.policies.map((policy) => dated(policy, desk)))).sort(soonestFirst);
  const lines = await Promise.all(all.slice(from, from + LINES).map((policy) => lineOf(policy, person, desk)));
  const isKeeper = desk.school.policies.some((policy) => mayKeep(desk.school, policy, person.id));
  return {
    card: 'policy/list',
    data: {
      intro: phrase('policy.count', { count: all.length }),
      lines,
      isKeeper,
      next: from + LINES,
      left: Math.max(0, all.length - from - LINES),
    },
  };
}

/** A policy with its review date, which everybody may know; no standing where it could not be read. */
interface Dated {
  readonly policy: PolicyEntry;
  readonly kept: Kept;
  readonly standing?: Standing;
}

async function dated(policy: PolicyEntry, desk: Desk): Promise<Dated> {
  const kept = await keptOf(policy, desk);
  return { policy, kept, ...(kept.held ? { standing: await standingOf(kept.held, desk) } : {}) };
}

/** By the day of review, so that those past it come first; those without a day stand at the end. */
function soonestFirst(first: Dated, next: Dated): number {
  const day = ({ standing }: Dated) => standing?.reviewOn ?? '9999';
  return day(first).localeCompare(day(next)) || (first.policy.title < next.policy.title ? -1 : 1);
}

async function lineOf({ policy, kept, standing }: Dated, person: Person, desk: Desk) {
  const mayOpen = mayKeep(desk.school, policy, person.id);
  const page = desk.readInFull(policy.id) ?? '';
  return {
    policy: policy.id,
    title: policy.title,
    page,
    mayOpen,
    hasButtons: mayOpen || page !== '',
    due: standing ? dueLine(standing) : '',
    tone: standing?.overdue || (mayOpen && !standing) ? 'attention' : 'default',
    ...(mayOpen ? await forKeepers(kept, standing, desk) : { stated: '', look: '', ask: '' }),
  };
}

function dueLine({ reviewOn, overdue }: Standing): Phrase {
  if (overdue) return overdue;
  if (reviewOn === undefined) return phrase('policy.noReview');
  return phrase('policy.dueForReview', { date: dayInWords(reviewOn) });
}

/** Version, what is worth a look, and what is to be decided. */
async function forKeepers(kept: Kept, standing: Standing | undefined, desk: Desk) {
  if (!standing) return { stated: phrase('policy.notRead'), look: '', ask: '' };
  return {
    stated: standing.version,
    look: phrase('policy.lookCount', { findings: worthALook(kept, desk).length }),
    ask: (await isUndecided(kept, desk)) ? phrase('policy.toDecide') : '',
  };
}

/** How many new versions wait for this person's word on whether people must agree again. */
export async function countUndecided(person: Person, desk: Desk): Promise<number> {
  const mine = desk.school.policies.filter((policy) => mayKeep(desk.school, policy, person.id));
  const open = await Promise.all(mine.map(async (policy) => isUndecided(await keptOf(policy, desk), desk)));
  return open.filter(Boolean).length;
}
