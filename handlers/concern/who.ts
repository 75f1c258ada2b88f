import { fullyTold, mayOpen } from './rules';
import type { Route } from '../../domain/routes';
import type { Desk } from '../capability';
import type { Concern } from './schema';

/**
 * Who is told now. Every message about a concern that was raised earlier takes its people from here: having been told
 * once gives no right to be told again, because offices change hands, people leave, and a conflict may come to light (P2).
 */
export function stillTold(concern: Concern, { school, now }: Desk): string[] {
  return concern.told.filter((id) => mayOpen(id, concern, school, now));
}

/** Whoever should hear next: those who are first today but were not when it was raised, else the next office with somebody new. */
export function tellNow(concern: Concern, route: Route): { readonly office: string; readonly people: string[] } {
  const fresh = (people: readonly string[]) => people.filter((id) => !concern.told.includes(id));
  const first = fresh(fullyTold(route));
  if (first.length > 0) return { office: route.tell[0]?.office ?? '', people: first };
  const seat = route.next.find(({ people }) => fresh(people).length > 0);
  return seat ? { office: seat.office, people: fresh(seat.people) } : { office: '', people: [] };
}
