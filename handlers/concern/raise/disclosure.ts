import { type Datum, phrase } from '../../../cards/view';
import { whoIsAtHand } from '../../../domain/routes-presence';
import { classify } from '../../../library';
import type { Desk, Outcome, Turn } from '../../capability';
import { peopleOf, whomToFind } from '../../people-to-find';

/** Somebody who asks for a person, and says no more. */
const CALLS =
  /^\W*(please )?((can|could|will|would) (someone|somebody|anyone|anybody) (please )?(ring|call|phone|help|come( and help)?|(talk|speak) (to|with))( me| us)?( please| now)?|(can|could|may) i (please )?(talk|speak) (to|with) (someone|somebody|anyone|anybody)|i (really |just )?(need|want) (to (talk|speak) (to|with)|to ring|to call) (someone|somebody|anyone|anybody)|i (really )?need (someone|somebody)( to (talk|speak) to| now)?)\W*$/i;

export function callsForSomebody(text: string): boolean {
  return CALLS.test(text);
}

/** Who receives what is told of somebody who works here: neither they themselves nor, of the headteacher, anybody below them. */
const ABOVE = { staff: 'headteacher', headteacher: 'chairOfGovernors' } as const;

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

function told(text: string, { person }: Turn, { school, now }: Desk): Record<string, Datum> {
  const { urgent, about } = classify(text);
  const office = about === 'staff' || about === 'headteacher' ? ABOVE[about] : undefined;
  const above = office && whoIsAtHand(school, office, now, new Set([person.id]));
  return {
    title: phrase('concern.disclosure.title'),
    who: phrase(urgent ? 'concern.disclosure.find' : 'concern.disclosure.speak'),
    ...(above
      ? { find: peopleOf(school, above, now), notThem: phrase('concern.notThem.form') }
      : whomToFind(school, now, person.id)),
    question: phrase('concern.disclosure.question'),
  };
}

function called({ person }: Turn, { school, now }: Desk): Record<string, Datum> {
  return {
    title: phrase('concern.disclosure.calledTitle'),
    who: phrase('concern.disclosure.speak'),
    ...whomToFind(school, now, person.id),
    question: phrase('concern.disclosure.calledQuestion'),
  };
}
