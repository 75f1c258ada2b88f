import { type Datum, phrase } from './view';

/** Several things within one sentence: "staff, governors, volunteers"; '' where there are none. */
export function inARow([first = '', ...rest]: readonly Datum[]): Datum {
  return rest.reduce((row, next) => phrase('common.and', { first: row, next }), first);
}
