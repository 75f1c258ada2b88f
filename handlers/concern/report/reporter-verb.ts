import type { z } from 'zod';
import { type Desk, type Outcome, type Turn, type Verb, verb } from '../../capability';
import { caseOf, type KeptCase } from '../case/finding';
import { Which } from '../schema';

export type Raw = Readonly<Record<string, unknown>>;

/** What was typed into a field, as far as it fits. */
export function typed(raw: Raw, name: string, longest: number): string {
  return typeof raw[name] === 'string' ? raw[name].trim().slice(0, longest) : '';
}

/** A verb of the person who raised the concern: they may add to what they sent, and read nothing of the case. */
export function reporterVerb<Shape extends z.ZodType<{ ref: string }>>(
  name: string,
  data: Shape,
  handle: (found: KeptCase, data: z.output<Shape>, turn: Turn, desk: Desk) => Promise<Outcome>,
  again: (found: KeptCase, raw: Raw, desk: Desk) => Promise<Outcome> | Outcome,
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
      const found = which.success ? await caseOf(which.data.ref, desk) : undefined;
      if (!found || !may(turn, found)) return { reply: { privately: [{ card: 'common/unreadable', data: {} }] } };
      return again(found, raw, desk);
    },
  });
}
