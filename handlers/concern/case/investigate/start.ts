import { z } from 'zod';
import { type Datum, phrase } from '../../../../cards/view';
import { localDay } from '../../../../domain/calendar';
import type { Message } from '../../../../infra/outbox';
import type { Desk } from '../../../capability';
import { mayOpen } from '../../rules';
import { type Concern, type Share, Short } from '../../schema';
import { tellGuest, tellPerson } from '../../telling';
import type { KeptCase } from '../finding';
import { shareEnds } from '../share-ends';
import type { Step } from '../step';
import { whyNotLookedAt } from './offered';
import { askWho, chosen, FEWEST, eligible, seniors, tooFew } from './people';
import { currentOf, doneBy, isRunning, whyNotLooking } from './running';
import { trailView } from './trail';
import { legalClocks } from '../clock-lines';

/** How long whoever could not open the case may open it, once they are asked to look. */
const SHARED_DAYS = 28;

const ASKED = { why: phrase('concern.why.investigation') };

const shape = { people: z.string().max(3000), computer: Short.min(1) };

/** Begins the looking: two senior people at least, and one computer that no child uses (S423 to S425). */
export const investigate: Step<typeof shape> = {
  name: 'investigate',
  verb: 'concern/do-investigate',
  shape,
  hindrance(kept, desk) {
    if (isRunning(currentOf(kept.work)) && whyNotLooking(kept, desk) === undefined)
      return phrase('investigation.already');
    if (kept.work.investigations.some(({ stopped }) => stopped)) return phrase('investigation.wasStopped');
    const why = whyNotLookedAt(kept.concern);
    if (why) return why;
    return seniors(kept.concern, desk).length < FEWEST ? phrase('investigation.nobodyElse') : undefined;
  },
  lines: before,
  fields: ({ concern }, desk, person) => [
    askWho('people', seniors(concern, desk), eligible([person], concern, desk), desk),
    {
      id: 'computer',
      kind: 'line',
      isNeeded: true,
      hasHint: true,
      value: desk.school.concerns.designatedComputer ?? '',
    },
  ],
  act({ data, kept, desk, turn }) {
    const { concern, work } = kept;
    const people = chosen(data.people, seniors(concern, desk));
    const problem = tooFew(people.length);
    if (problem) return problem;
    const until = localDay(desk.school, desk.now.plus({ days: SHARED_DAYS }));
    const by = turn.person.id;
    const shared = people.filter((person) => !mayOpen(person, concern, desk.school, desk.now));
    const added: Share[] = shared.map((person) => ({ person, until, by, n: concern.facts + 1 }));
    const begun = { people, computer: data.computer, ...doneBy(by, desk), looks: [], care: {} };
    return {
      ...(added.length > 0 ? { concern: { shares: [...concern.shares, ...added] } } : {}),
      work: { investigations: [...work.investigations, begun] },
      fact: {
        kind: shared.length > 0 ? 'investigation-shared' : 'investigation',
        facts: { people: people.join(','), computer: data.computer, shared: shared.join(','), until },
      },
      jobs: added.map((share) => shareEnds(concern, share, desk)),
      messages: (after) => [
        ...askedToLook(
          people.filter((person) => person !== by && !shared.includes(person)),
          after,
          desk,
        ),
        ...added.map((share) => tellGuest(share, after, desk, ASKED)),
      ],
    };
  },
  instead: trailView,
};

/** What must be known before anybody looks: the police first, the council first, and who will be let in. */
function before({ concern }: KeptCase, desk: Desk): Datum[] {
  const isForCouncil = legalClocks(concern, desk).some(
    (clock) => clock.startsWith('LADO') || clock.startsWith('council'),
  );
  return [
    phrase('investigation.policeFirst'),
    ...(isForCouncil ? [phrase('investigation.councilFirst')] : []),
    phrase('investigation.letIn', { days: SHARED_DAYS }),
  ];
}

function askedToLook(people: readonly string[], after: Concern, desk: Desk): Message[] {
  return people.map((person) => ({
    ...tellPerson(person, after, desk, ASKED, true),
    id: `${after.ref}.${after.facts}.investigate.${person}`,
  }));
}
