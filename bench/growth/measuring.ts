import { takingTurns, type Took } from '../taking-turns';
import { ACTS, openGrown } from './acts';
import type { Size } from './fill';
import { schoolOf } from './school';

export interface Row {
  readonly size: Size;
  readonly took: Readonly<Record<string, Took>>;
}

/** Every act in each of the stores. */
export async function measureAll(
  places: readonly { readonly file: string; readonly size: Size }[],
  key: Buffer,
): Promise<Row[]> {
  const houses = await Promise.all(places.map(({ file, size }) => openGrown(file, key, schoolOf(), size)));
  const took = await takingTurns(
    houses.map(({ acts }) => acts),
    ACTS,
  );
  await Promise.all(houses.map(({ close }) => close()));
  return places.map(({ size }, at) => ({ size, took: took[at] ?? {} }));
}
