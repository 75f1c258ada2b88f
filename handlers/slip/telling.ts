import { phrase } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { holdersOf, isReachableOn } from '../../domain/people';
import type { Message } from '../../infra/outbox';
import type { Desk } from '../capability';
import type { OfClassForm } from './finding';
import { nameOf } from './words';

/**
 * To the office manager, once a parent has taken consent to photographs back or narrowed it: pictures may be out already.
 * It says the class and not the child, who is behind the button. @param at the instant of the fact.
 */
export function takenBack({ one, form, year }: OfClassForm, at: string, by: string, desk: Desk): Message[] {
  const { school, now } = desk;
  const today = localDay(school, now);
  return holdersOf(school, 'officeManager')
    .filter((to) => to.id !== by && isReachableOn(to, today))
    .map((to) => ({
      id: `slip-taken-back|${year}|${one.id}|${form.id}|${at}|${to.id}`,
      to: { person: to.id },
      view: {
        card: 'slip/taken-back',
        data: { class: one.id, title: phrase('slip.takenBack', { name: nameOf(one) }) },
      },
    }));
}
