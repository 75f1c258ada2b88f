import { DateTime } from 'luxon';
import { phrase, type View } from '../../cards/view';
import type { Person, PolicyEntry } from '../../domain/school';
import { sayDay } from '../../domain/when';
import { standingOf } from '../../pages/standing';
import type { Desk } from '../capability';
import { worthALook } from './frame';
import { isUndecided, keptOf } from './kept';
import { mayKeep } from './rules';

/** Policies on one card: more would not fit on a telephone, nor in one Slack message. */
const LINES = 6;

/** All policies: to those who keep them with what is to be done, to everybody else as something to ask about and to read. */
export async function listView(person: Person, desk: Desk, from = 0): Promise<View> {
  const all = [...desk.school.policies].sort((a, b) => (a.title < b.title ? -1 : 1));
  const lines = await Promise.all(all.slice(from, from + LINES).map((policy) => lineOf(policy, person, desk)));
  const isKeeper = all.some((policy) => mayKeep(desk.school, policy, person.id));
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

async function lineOf(policy: PolicyEntry, person: Person, desk: Desk) {
  const mayOpen = mayKeep(desk.school, policy, person.id);
  const page = desk.readInFull(policy.id) ?? '';
  return {
    policy: policy.id,
    title: policy.title,
    page,
    mayOpen,
    hasButtons: mayOpen || page !== '',
    ...(mayOpen ? await forKeepers(policy, desk) : { stated: '', due: '', tone: 'default', look: '', ask: '' }),
  };
}

/** Version, review date, what is worth a look, and what is to be decided. */
async function forKeepers(policy: PolicyEntry, desk: Desk) {
  const kept = await keptOf(policy, desk);
  if (!kept.held) return { stated: phrase('policy.notRead'), due: '', tone: 'attention', look: '', ask: '' };
  const { version, reviewOn, overdue } = await standingOf(kept.held, desk);
  const date = reviewOn && sayDay(DateTime.fromISO(reviewOn, { zone: 'utc' }));
  const findings = worthALook(kept, desk).length;
  return {
    stated: version,
    due: overdue ?? (date ? phrase('policy.date.review due', { date }) : phrase('policy.noReview')),
    tone: overdue ? 'attention' : 'default',
    look: phrase('policy.lookCount', { findings }),
    ask: (await isUndecided(kept, desk)) ? phrase('policy.toDecide') : '',
  };
}

/** How many new versions wait for this person's word on whether people must agree again. */
export async function countUndecided(person: Person, desk: Desk): Promise<number> {
  const mine = desk.school.policies.filter((policy) => mayKeep(desk.school, policy, person.id));
  const open = await Promise.all(mine.map(async (policy) => isUndecided(await keptOf(policy, desk), desk)));
  return open.filter(Boolean).length;
}
