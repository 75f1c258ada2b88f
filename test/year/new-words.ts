import { modelPolicy } from '../stories/new-version';

const LAST_PROMISE = /^9\. I understand that the school filters.*$/m;

/** The acceptable use policy with one promise more. */
export function newWords(): string {
  return modelPolicy('acceptable-use').replace(
    LAST_PROMISE,
    (last) => `${last}\n10. I hand my laptop in when I leave.`,
  );
}
