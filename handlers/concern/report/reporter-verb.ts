import type { z } from 'zod';
import { type Desk, type Outcome, type Turn, type Verb, verb } from '../../capability';
import { caseOf, type KeptCase } from '../case/finding';
import { Which } from '../schema';

export type Raw = Readonly<Record<string, unknown>>;

/** What was typed into a field, as far as it fits. */
export function typed(raw: Raw, name: string, longest: number): string {
  return typeof raw[name] === 'string' ? raw[name].trim().slice(0, longest) : '';
}

const UNREADABLE: Outcome = { reply: { privately: [{ card: 'common/unreadable', data: {} }] } };

/**
 * A verb of the person who raised the concern: they read their own words and may add to them, and read nothing of the case.
 * `again` shows the form with what was typed, after it could not be read.
 */
export function reporterVerb<Shape extends z.ZodType<{ ref: string }>>(
  name: string,
  data: Shape,
  handle: (found: KeptCase, data: z.output<Shape>, turn: Turn, desk: Desk) => Promise<Outcome>,
  again?: (found: KeptCase, raw: Raw, desk: Desk) => Promise<Outcome> | Outcome,
): Verb {
  const may = (turn: Turn, { concern }: KeptCase) => concern.raisedBy === turn.person.id;
  return verb<Shape, KeptCase>({
    name,
    data,
    find: ({ ref }, _turn, desk) => caseOf(ref, desk),
    may: (person, { concern }) => concern.raisedBy === person.id,
    handle: ({ kept, turn, desk, data: given }) => handle(kept, given, turn, desk),
    async invalid(_issues, raw, turn, desk) {
      const which = Which.safeParse({ ref: raw.ref });
      const found = which.success && again ? await caseOf(which.data.ref, desk) : undefined;
      if (!found || !again || !may(turn, found)) return UNREADABLE;
      return again(found, raw, desk);
    },
  });
}
