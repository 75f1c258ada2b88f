import { phrase } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { alone } from '../alone';
import type { Capability, Speaker } from '../capability';
import { isVeryCommand } from '../command';
import { isStillWaiting } from './proposing';
import { removeNext } from './removing';
import { holdsKeepersOffice, isKeeper } from './rules';
import { shownTo, verbsOf, waitingFor } from './verbs';
import { walk } from './walking';
import { beginYearly, tellYearly } from './yearly';

/** Without any slip: "detention" is one letter away, and is for the policies. */
const COMMANDS = ['retention', 'what has reached its end', 'how long things are kept'];

/**
 * How long records are kept, and how they go: counted first, proposed by one person, agreed to by a second, removed by a
 * job, and a fact is left (S363). @param others what is kept until an end, in the order in which it is shown.
 */
export function openRetention(others: readonly Capability[]): Capability {
  const all = others.flatMap(({ retained }) => retained ?? []);
  const forgets = others.flatMap(({ forget }) => forget ?? []);
  return {
    name: 'retention',
    hears: (text, _pictures, by) => isVeryCommand(text, COMMANDS) && looksAfterIt(by),
    said: async (turn, desk) => ({ reply: alone(turn, await shownTo(turn.person, all, desk)) }),
    verbs: verbsOf(all),
    jobs: {
      'retention/remove': (data, desk) => removeNext(data, all, desk),
      'retention/walk': (data, desk) => walk(data, forgets, desk),
      'retention/yearly': (data, desk) => tellYearly(data, all, desk),
    },
    still: { 'retention/still-waiting': isStillWaiting },
    putRight: beginYearly,

    async summary(person, desk) {
      if (!isKeeper(desk.school, person.id, localDay(desk.school, desk.now))) return [];
      const { length: count } = (await waitingFor(person.id, all, desk)).filter(({ isOwn }) => !isOwn);
      return count > 0 ? [{ title: phrase('retention.summary', { count }), verb: 'retention/list' }] : [];
    },
  };
}

/** Whoever has no part in it asks a question about a policy. */
function looksAfterIt(by: Speaker | undefined): boolean {
  return by !== undefined && holdsKeepersOffice(by.school, by.person.id);
}
