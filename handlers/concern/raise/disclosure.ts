import { type Datum, phrase } from '../../../cards/view';
import { isOpen } from '../../../domain/calendar';
import { routeConcern } from '../../../domain/routes';
import { classify } from '../../../library';
import type { Desk, Outcome, Turn } from '../../capability';
import { numberOutside, peopleOf, sayOutside, whomToFind } from '../../people-to-find';
import { toldFirst } from '../shown';

/** Somebody who asks for a person, and says no more. */
const CALLS =
  /^\W*(please )?((can|could|will|would) (someone|somebody|anyone|anybody) (please )?(ring|call|phone|help|come( and help)?|(talk|speak) (to|with))( me| us)?( please| now)?|(can|could|may) i (please )?(talk|speak) (to|with) (someone|somebody|anyone|anybody)|i (really |just )?(need|want) (to (talk|speak) (to|with)|to ring|to call) (someone|somebody|anyone|anybody)|i (really )?need (someone|somebody)( to (talk|speak) to| now)?)\W*$/i;

export function callsForSomebody(text: string): boolean {
  return CALLS.test(text);
}

/**
 * The emergency line, people to speak to, the private form, and a word about names; what was typed is not repeated
 * anywhere. Whom it is about is only a guess, so the card says as well what to do where it is about one of these people (P2).
 */
export function disclosure(turn: Turn, desk: Desk, text: string): Outcome {
  const view = {
    card: 'concern/disclosure',
    data: {
      ...(callsForSomebody(text) ? called(turn, desk) : told(text, turn, desk)),
      pictures: turn.act.kind === 'said' && turn.act.pictures > 0,
    },
  };
  if (turn.where === 'private') return { reply: { here: [view] } };
  return { reply: { here: [{ card: 'concern/elsewhere', data: {} }], privately: [view] } };
}

function told(text: string, { person }: Turn, desk: Desk): Record<string, Datum> {
  const { urgent, about } = classify(text);
  return {
    title: phrase('concern.disclosure.title'),
    who: phrase(urgent ? 'concern.disclosure.find' : 'concern.disclosure.speak', { isShut: isShut(desk) }),
    ...(about === 'staff' || about === 'headteacher'
      ? toFindOfAdult(about === 'staff' ? 'adult' : 'headteacher', person.id, desk)
      : toFind(person.id, desk)),
    question: phrase('concern.disclosure.question'),
  };
}

function called({ person }: Turn, desk: Desk): Record<string, Datum> {
  return {
    title: phrase('concern.disclosure.calledTitle'),
    who: phrase('concern.disclosure.speak', { isShut: isShut(desk) }),
    ...toFind(person.id, desk),
    question: phrase('concern.disclosure.calledQuestion'),
  };
}

/** Out of hours the people of the school may not answer: then somebody outside who does. */
function toFind(by: string, { school, now }: Desk): Record<string, Datum> {
  return { ...whomToFind(school, now, by), outside: isOpen(school, now) ? '' : numberOutside(school, now) };
}

/** Of somebody who works here: whoever would receive it, and where nobody can, whom the school would ring (P2). */
function toFindOfAdult(about: 'adult' | 'headteacher', by: string, { school, now }: Desk): Record<string, Datum> {
  const raisedAt = now.toISO();
  const matter = { about, category: 'staff-conduct', conflicts: [by], danger: false, raisedBy: by, raisedAt } as const;
  const route = routeConcern(school, matter, now);
  const people = toldFirst(route);
  const needsOther = people.length === 0 || !isOpen(school, now);
  return {
    find: peopleOf(school, people, now),
    notThem: phrase('concern.notThem.form'),
    outside: needsOther ? sayOutside(route.outOfHours ?? route.end) : '',
  };
}

function isShut({ school, now }: Desk): 'yes' | 'no' {
  return isOpen(school, now) ? 'no' : 'yes';
}
