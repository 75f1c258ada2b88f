import type { z } from 'zod';
import { type Datum, phrase } from '../../cards/view';
import type { Person } from '../../domain/school';
import { type Desk, type Outcome, type Press, type Verb, verb } from '../capability';
import { type KeptRequest, requestOf } from './finding';
import { oneView } from './one';
import { mayDecide } from './rules';

export type RequestPress<Data> = Press<Data, KeptRequest>;

/** `asker`: whose it is. `decider`: who may decide it, never the asker. `both`: either may read it. */
type Reach = 'asker' | 'decider' | 'both';

/** A verb on one request, for those alone whom it concerns at this moment. */
export function requestVerb<Shape extends z.ZodType<{ request: string }>>(
  name: string,
  reach: Reach,
  data: Shape,
  handle: (press: RequestPress<z.output<Shape>>) => Promise<Outcome>,
): Verb {
  return verb<Shape, KeptRequest>({
    name,
    data,
    find: ({ request }, _turn, desk) => requestOf(request, desk),
    may: (person, kept, desk) => isFor(reach, person, kept, desk),
    handle,
  });
}

function isFor(reach: Reach, { id }: Person, { request }: KeptRequest, { school, now }: Desk): boolean {
  const isAsker = request.by === id;
  const decides = mayDecide(school, request, id, now);
  return (reach !== 'decider' && isAsker) || (reach !== 'asker' && decides);
}

/** The request as it stands, in place of what was meant: somebody was first, or the pressed card is an old one. */
export async function asItStands({ kept, turn, desk }: RequestPress<unknown>, note?: Datum): Promise<Outcome> {
  const late = note ?? phrase(`request.late.${kept.request.state}`);
  return { reply: { here: [await oneView(kept.request, turn.person.id, desk, { note: late })] } };
}
