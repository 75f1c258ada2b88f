import { z } from 'zod';
import { phrase } from '../../../../cards/view';
import { localDay } from '../../../../domain/calendar';
import { Day } from '../../../../domain/school';
import { isUnsafeAddress } from '../../../../domain/address';
import { Short } from '../../schema';
import { atSchool } from '../../shown';
import { IN_FUTURE, isFuture, today } from '../days';
import type { Step } from '../step';
import { askWho, chosen, eligible, mayLook, NOT_YOURS, tooFew } from './people';
import { changed, currentOf, doneBy, whyNotLooking } from './running';
import { trailView } from './trail';

const LONGEST = 1000;
/** A row holds so many with ease; beyond, a second investigation is begun. */
const MOST = 200;

const shape = {
  present: z.string().max(3000),
  on: Day,
  when: Short.min(1),
  computer: Short.min(1),
  address: Short.min(1),
  saw: z.string().trim().min(1).max(LONGEST),
};

/** Who looked at what and when; two of them were there, and the address is kept so that nobody opens it by mistake (S426, S427). */
export const logLook: Step<typeof shape> = {
  name: 'log-look',
  verb: 'concern/do-log-look',
  reach: 'guests',
  shape,
  hindrance: whyNotLooking,
  lines: () => [phrase('investigation.never'), phrase('investigation.screens')],
  fields({ concern, work }, desk) {
    const { people = [], computer = '' } = currentOf(work) ?? {};
    const present = eligible(people, concern, desk);
    return [
      askWho('present', present, present, desk),
      { id: 'on', kind: 'day', isNeeded: true, value: today(desk) },
      { id: 'when', kind: 'line', isNeeded: true, hasHint: true },
      { id: 'computer', kind: 'line', isNeeded: true, value: computer },
      { id: 'address', kind: 'line', isNeeded: true, hasHint: true },
      { id: 'saw', kind: 'long', isNeeded: true, hasHint: true, longest: LONGEST },
    ];
  },
  act({ data, kept, desk, turn }) {
    const current = currentOf(kept.work);
    if (!current) return { problem: phrase('investigation.none') };
    if (!mayLook(turn.person.id, current, kept.concern, desk)) return NOT_YOURS;
    const who = chosen(data.present, eligible(current.people, kept.concern, desk));
    const few = tooFew(who.length);
    if (few) return few;
    if (isFuture(data.on, desk)) return IN_FUTURE;
    if (data.on < localDay(desk.school, atSchool(current.at, desk))) return { problem: phrase('step.log-look.before') };
    if (isUnsafeAddress(data.address)) return { problem: phrase('concern.problem.address') };
    if (current.looks.length >= MOST) return { problem: phrase('step.log-look.full') };
    const { on, when, computer, address, saw } = data;
    const n = current.looks.length + 1;
    const look = { n, who, on, when, computer, address, what: saw, ...doneBy(turn.person.id, desk) };
    return {
      work: changed(kept.work, { ...current, looks: [...current.looks, look] }),
      fact: { kind: 'looked', facts: { n, people: who.join(','), on, when, computer, address, what: saw } },
    };
  },
  instead: trailView,
};
