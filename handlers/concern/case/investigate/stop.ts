import { phrase } from '../../../../cards/view';
import type { Message } from '../../../../infra/outbox';
import type { Desk, Outcome } from '../../../capability';
import { leaders, mayOpen } from '../../rules';
import { type Concern, Which } from '../../schema';
import { tellPerson } from '../../telling';
import { type CasePress, caseVerb } from '../case-verb';
import { keep } from '../keeping';
import { instead } from '../showing';
import { changed, currentOf, doneBy, isRunning } from './running';
import { trailView } from './trail';

/**
 * It may be child abuse, or another crime: the looking ends with this one press, for everybody and for good, and the card
 * says what to do for the police (S434, S439; UKCIS 2024: nobody views, copies, prints, shares, saves or deletes).
 */
async function stop(press: CasePress<unknown>): Promise<Outcome> {
  const { turn, desk, kept } = press;
  const current = currentOf(kept.work);
  const by = turn.person.id;
  if (!isRunning(current)) return instead(press, trailView(kept, desk, by));
  const done = await keep(
    kept,
    {
      work: changed(kept.work, { ...current, stopped: doneBy(by, desk) }),
      fact: { kind: 'stopped', by, facts: {} },
      messages: (after) => stopAll([...current.people, ...leaders(after, desk.school, desk.now)], by, after, desk),
    },
    desk,
  );
  return { reply: { here: [trailView(done, desk, by)] }, change: done.change };
}

/** Whoever might look again hears of it at once. */
function stopAll(people: readonly string[], by: string, after: Concern, desk: Desk): Message[] {
  return [...new Set(people)]
    .filter((person) => person !== by && mayOpen(person, after, desk.school, desk.now))
    .map((person) => ({
      ...tellPerson(person, after, desk, { why: phrase('concern.why.stopped'), tone: 'attention' }, true),
      id: `${after.ref}.${after.facts}.stopped.${person}`,
    }));
}

export const stopVerb = caseVerb('concern/stop', Which, stop, { reach: 'guests' });
