import { z } from 'zod';
import { phrase } from '../../../../cards/view';
import { Long } from '../../schema';
import { FollowUp, Substance } from '../schema';
import type { Step } from '../step';
import { askWho, chosen, eligible, tooFew } from './people';
import { changed, currentOf, doneBy, whyNotLooking } from './running';
import { cares } from './care';
import { trailView } from './trail';

const shape = {
  judges: z.string().max(3000),
  substance: Substance,
  why: Long.min(1),
  next: z.string().max(200).default(''),
};

/** What was found, as those who looked judge together (S430 to S433). Lantern applies nothing. */
export const conclude: Step<typeof shape> = {
  name: 'conclude',
  verb: 'concern/do-conclude',
  shape,
  hindrance: whyNotLooking,
  lines: ({ work }) =>
    cares(work).flatMap(({ care, done }) =>
      done ? [] : [phrase('investigation.toDo', { what: phrase(`care.${care}`) })],
    ),
  fields({ concern, work }, desk) {
    const judges = eligible(currentOf(work)?.people ?? [], concern, desk);
    return [
      askWho('judges', judges, judges, desk),
      {
        id: 'substance',
        kind: 'options',
        isNeeded: true,
        choices: Substance.options.map((value) => ({ title: phrase(`substance.${value}`), value })),
      },
      { id: 'why', kind: 'long', isNeeded: true, hasHint: true },
      {
        id: 'next',
        kind: 'several',
        choices: FollowUp.options.map((value) => ({ title: phrase(`followUp.${value}`), value })),
      },
    ];
  },
  act({ data, kept, desk, turn }) {
    const current = currentOf(kept.work);
    if (!current) return { problem: phrase('investigation.none') };
    const people = chosen(data.judges, eligible(current.people, kept.concern, desk));
    const few = tooFew(people.length);
    if (few) return few;
    const { substance, why } = data;
    const next = FollowUp.options.filter((each) => data.next.split(',').includes(each));
    const ended = { people, substance, why, next, ...doneBy(turn.person.id, desk) };
    return {
      work: changed(kept.work, { ...current, ended }),
      fact: { kind: 'investigated', facts: { substance, why, people: people.join(','), next: next.join(',') } },
    };
  },
  instead: trailView,
};
