import { IS_WHOLE } from './whole';

/** How a line begins that `bench/proof.ts` takes a figure from. */
export const FIGURE = 'figure|';

/** Tells how much was tried, or what came of it, to whoever keeps the figures of a long proof. Those of one name are added up. */
export function figure(what: string, count: number): void {
  if (IS_WHOLE) console.info(`${FIGURE}${what}|${count}`);
}
