import type { z } from 'zod';
import { type Asked, tends } from '../../domain/asked';
import { localDay } from '../../domain/calendar';
import { askedOps, type KeptAsked, keptAsked, standingOf } from '../asked';
import { type Desk, type Outcome, type Press, type Verb, verb } from '../capability';
import type { OfAsked } from './schema';
import { decidedView } from './tending-views';

interface TendRule<Shape extends z.ZodType<z.infer<typeof OfAsked>>> {
  readonly name: string;
  readonly data: Shape;
  handle(press: Press<z.output<Shape>, KeptAsked>): Promise<Outcome>;
}

/** A verb about one question, for those who may say what becomes of it. */
export function tendVerb<Shape extends z.ZodType<z.infer<typeof OfAsked>>>({
  name,
  data,
  handle,
}: TendRule<Shape>): Verb {
  return verb({
    name,
    data,
    find: ({ asked }, _turn, desk) => keptAsked(asked, desk),
    may: (person, { asked }, { school, now }) => tends(school, asked, person.id, localDay(school, now)),
    handle,
  });
}

/** An old card decides nothing that is decided already: it shows what was, and how to change it. */
export function undecided<Data>(handle: (press: Press<Data, KeptAsked>) => Promise<Outcome>) {
  return async (press: Press<Data, KeptAsked>): Promise<Outcome> => {
    const { asked } = press.kept;
    const standing = standingOf(asked, press.desk);
    if (standing !== 'matched' && standing !== 'absent') return handle(press);
    return { reply: { here: [decidedView(asked, press.desk)] } };
  };
}

/** Keeps what becomes of a question, and shows it. */
export async function becomes({ asked, etag }: KeptAsked, turned: Partial<Asked>, desk: Desk): Promise<Outcome> {
  const { clause: _before, ...rest } = asked;
  const value: Asked = { ...rest, ...turned };
  return {
    reply: { here: [decidedView(value, desk)] },
    change: { ops: await askedOps(value, etag, desk) },
  };
}
