import type { z } from 'zod';
import type { Person } from '../../../domain/school';
import { type Desk, type Outcome, type Press, type Turn, type Verb, verb } from '../../capability';
import { addFact } from '../facts';
import { mayLead, mayOpen } from '../rules';
import { Which } from '../schema';
import { caseOf, type KeptCase } from './finding';

export type CasePress<Data> = Press<Data, KeptCase>;

/** `leads`: whose office it is. `guests`: also those with whom it was shared. */
export type Reach = 'leads' | 'guests';

interface More {
  readonly reach?: Reach;
  readonly isForAll?: true;
  invalid?(press: CasePress<Readonly<Record<string, unknown>>>, issues: readonly z.core.$ZodIssue[]): Promise<Outcome>;
}

/**
 * A verb on a concern: only for those who may at this moment. Anybody else is refused with the same words as for a
 * concern that does not exist, and the attempt is a fact in its chronology (P2, P5).
 */
export function caseVerb<Shape extends z.ZodType<{ ref: string }>>(
  name: string,
  data: Shape,
  handle: (press: CasePress<z.output<Shape>>) => Promise<Outcome>,
  { reach = 'leads', isForAll, invalid }: More = {},
): Verb {
  const may = (person: Person, { concern }: KeptCase, { school, now }: Desk) =>
    (reach === 'guests' ? mayOpen : mayLead)(person.id, concern, school, now);
  return verb<Shape, KeptCase>({
    ...(isForAll ? { isForAll } : {}),
    name,
    data,
    find: ({ ref }, _turn, desk) => caseOf(ref, desk),
    may,
    handle,
    refused: ({ turn, desk, kept }) => refuse(name, turn, desk, kept),
    async invalid(issues, raw, turn, desk) {
      const which = Which.safeParse({ ref: raw.ref });
      const kept = which.success ? await caseOf(which.data.ref, desk) : undefined;
      if (!kept || !invalid || !may(turn.person, kept, desk)) return UNREADABLE;
      return invalid({ turn, desk, data: raw, kept }, issues);
    },
  });
}

const UNREADABLE: Outcome = { reply: { privately: [{ card: 'common/unreadable', data: {} }] } };

async function refuse(name: string, { person }: Turn, { now }: Desk, { concern, etag }: KeptCase): Promise<Outcome> {
  const { op, entry } = addFact(concern, { kind: 'refused', by: person.id, facts: { verb: name } }, now, etag);
  return { reply: { privately: [{ card: 'common/refused', data: {} }] }, change: { ops: [op, entry] } };
}
