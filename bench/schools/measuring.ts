import type { Act } from '../../handlers/capability';
import { actsOf } from '../load/acts';
import type { Kind } from '../load/school';
import { takingTurns, type Took } from '../taking-turns';
import { groundOn, openMany } from './house';

/** A Sunday: nobody is reminded of anything. */
export const AT = '2026-11-22T10:15';
/** Schools that are at work at the same time; fewer than stay open. */
const AT_WORK = 100;
/** Schools that are drawn from all, one after the other, and again from the beginning. */
const DRAWN = 1000;

/** In one school alone, in a hundred that are at work, and in any. Whoever is drawn from many finds their school shut. */
const ACTS = [
  ...['one: help', 'one: question', 'one: raise', 'one: open'],
  ...['at work: help', 'at work: question', 'at work: raise', 'at work: open'],
  ...['any: help', 'any: question'],
] as const;

/** Every act in each of the houses, from the tenant and the account to the card. */
export async function measureTurns(
  places: readonly { readonly file: string; readonly schools: number }[],
  key: Buffer,
): Promise<Record<string, Took>[]> {
  const houses = await Promise.all(
    places.map(async ({ file, schools }) => {
      const ground = groundOn(file, key, AT);
      return { ground, acts: actsIn((await openMany(ground)).turn, schools) };
    }),
  );
  const took = await takingTurns(
    houses.map(({ acts }) => acts),
    ACTS,
  );
  for (const { ground } of houses) await ground.store.close();
  return took;
}

type Turn = (tenant: string, account: string, act: Act) => Promise<string>;

function actsIn(turn: Turn, schools: number) {
  const atWork = Math.min(AT_WORK, schools);
  const drawn = Array.from({ length: DRAWN }, () => Math.floor(Math.random() * schools));
  const one = actsAt(() => Math.floor(schools / 2), turn);
  const some = actsAt((n) => (n % atWork) * Math.floor(schools / atWork), turn);
  const any = actsAt((n) => drawn[n % DRAWN] ?? 0, turn);
  return {
    ...{ 'one: help': one('help'), 'one: question': one('question'), 'one: raise': one('raise') },
    ...{ 'one: open': one('open'), 'at work: help': some('help'), 'at work: question': some('question') },
    ...{ 'at work: raise': some('raise'), 'at work: open': some('open') },
    ...{ 'any: help': any('help'), 'any: question': any('question') },
  };
}

/** @param schoolOf in which school something is done for the n-th time; what is raised for the n-th time is opened for the n-th time. */
function actsAt(schoolOf: (n: number) => number, turn: Turn) {
  let opened = 0;
  const at = (kind: Kind, n: number, act: Act) =>
    kind === 'lead'
      ? turn(`tenant-${schoolOf(opened++)}`, '29:lead', act)
      : turn(`tenant-${schoolOf(n)}`, '29:teacher', act);
  const acts = actsOf({
    say: async (kind, n, text) => void (await at(kind, n, { kind: 'said', text, pictures: 0 })),
    press: (kind, n, verb, data) => at(kind, n, { kind: 'pressed', verb, data: { ...data } }),
  });
  return (name: string) => async (n: number) => acts[name]?.(n);
}
