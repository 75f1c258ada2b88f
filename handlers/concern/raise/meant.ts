import { type Route, routeConcern } from '../../../domain/routes';
import type { Desk, Turn } from '../../capability';
import type { Draft } from '../schema';
import { isAboutAnAdult } from './adults-meant';
import { routeOfDraft } from './look-view';
import { Picked } from './schema';

/**
 * To whom a form would have gone whose press could not be kept: the adult who was picked in that very press is left out,
 * and a form about an adult goes their way before it has a kind (P2). Undefined where nobody knows yet whom it is about.
 */
export function routeOfPress(turn: Turn, draft: Draft | undefined, desk: Desk): Route | undefined {
  const picked = pickedIn(turn);
  const conflicts = [...(draft?.conflicts ?? []), ...picked];
  const route = draft && routeOfDraft({ ...draft, conflicts }, turn.person.id, desk);
  if (route) return route;
  if (picked.length === 0 && !(draft && isAboutAnAdult(draft))) return undefined;
  const { school, now } = desk;
  const subject = picked[0] ?? draft?.subject;
  return routeConcern(
    school,
    {
      about: draft && isAboutAnAdult(draft) ? (draft.about ?? 'adult') : 'adult',
      category: 'staff-conduct',
      conflicts,
      danger: draft?.danger ?? false,
      raisedBy: turn.person.id,
      raisedAt: now.toISO(),
      ...(subject ? { subject } : {}),
    },
    now,
  );
}

function pickedIn({ act }: Turn): string[] {
  const picked = act.kind === 'pressed' ? Picked.partial().safeParse(act.data).data : undefined;
  return [picked?.subject0, picked?.subject1, picked?.subject2, picked?.subject3].flatMap((id) => id || []);
}
