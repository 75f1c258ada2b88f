import { z } from 'zod';
import { phrase } from '../../../../cards/view';
import { Day } from '../../../../domain/school';
import type { Desk } from '../../../capability';
import { type Share, Short } from '../../schema';
import { sayDayOf } from '../../shown';
import { blankGuest, tellGuest } from '../../telling';
import { IN_PAST, today } from '../days';
import { guestsFor, peopleFields, sharesNow } from '../guests';
import { latestLines } from '../latest-lines';
import { nameOf } from '../names';
import { shareEnds, withoutShare } from '../share-ends';
import type { Step } from '../step';

const Person = z.string().max(80).default('');
const shape = { person0: Person, person1: Person, person2: Person, person3: Person, until: Day, why: Short.min(1) };

/** Each has a card and a row of a list, and all of them change with the case. */
const MOST = 20;

/** Lets one more person read a case up to a day. They may add a note and end tasks of their own, and nothing else. */
export const share: Step<typeof shape> = {
  name: 'share',
  verb: 'concern/do-share',
  shape,
  lines: ({ concern }, desk) => latestLines(sharesNow(concern, desk), (each) => sayShare(each, desk)),
  hindrance: ({ concern }, desk) => {
    if (guestsFor(concern, desk).length === 0) return phrase('step.share.nobody');
    return sharesNow(concern, desk).length >= MOST ? phrase('step.share.most', { most: MOST }) : undefined;
  },
  fields: ({ concern }, desk) => [
    ...peopleFields(guestsFor(concern, desk), (between) =>
      between ? phrase('step.share.between', between) : phrase('step.share.person'),
    ),
    { id: 'until', kind: 'day', isNeeded: true },
    { id: 'why', kind: 'line', isNeeded: true, hasHint: true },
  ],
  act({ data: { until, why, ...picked }, kept: { concern }, desk, turn }) {
    const [person, ...others] = [picked.person0, picked.person1, picked.person2, picked.person3].filter(Boolean);
    if (!person || others.length > 0) return { problem: phrase('step.share.one') };
    if (!guestsFor(concern, desk).some(({ id }) => id === person)) return { problem: phrase('step.share.cannot') };
    if (until < today(desk)) return IN_PAST;
    const earlier = concern.shares.find((each) => each.person === person);
    if (earlier?.until === until) return { problem: phrase('step.share.already') };
    const added: Share = { person, until, by: turn.person.id, n: concern.facts + 1 };
    return {
      concern: { shares: [...concern.shares.filter((each) => each !== earlier), added] },
      fact: { kind: 'shared', facts: { person, until, why } },
      jobs: [shareEnds(concern, added, desk)],
      messages: (after) => [
        ...(earlier ? [blankGuest(earlier, after)] : []),
        tellGuest(added, after, desk, { why: phrase('concern.why.shared') }),
      ],
    };
  },
};

const ending = { person: z.string().max(80) };

/** Ends a sharing before its day. What the person wrote stays. */
export const unshare: Step<typeof ending> = {
  name: 'unshare',
  verb: 'concern/do-unshare',
  shape: ending,
  isForClosedToo: true,
  hindrance: ({ concern }, desk) => (sharesNow(concern, desk).length === 0 ? phrase('step.unshare.none') : undefined),
  fields: ({ concern }, desk) => [
    {
      id: 'person',
      kind: 'choice',
      isNeeded: true,
      choices: sharesNow(concern, desk).map((each) => ({ title: sayShare(each, desk), value: each.person })),
    },
  ],
  async act({ data: { person }, kept: { concern }, desk, turn }) {
    const ended = sharesNow(concern, desk).find((each) => each.person === person);
    return ended ? withoutShare(concern, ended, turn.person.id, desk) : { problem: phrase('step.unshare.gone') };
  },
};

function sayShare({ person, until }: Share, desk: Desk) {
  return phrase('step.share.with', { person: nameOf(person, desk), until: sayDayOf(until) });
}
