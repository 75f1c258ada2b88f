/** How often a process looks for what is due, and how patient those are with each other that work on one store; in milliseconds. */
export interface Pace {
  readonly lookEvery: number;
  /** How often each says that it is here. */
  readonly beatEvery: number;
  /** For how long that counts: after so long without a word others look after its schools. */
  readonly hereFor: number;
  /** What has waited for so long is for whoever finds it and may help, whosever school it is of. */
  readonly anybodysAfter: number;
  /** The same of what is in no hurry: it may have to wait for its platform, and whoever came to help would wait as well. */
  readonly calmIsAnybodysAfter: number;
  /** A process that has not come back to a job for so long is gone. */
  readonly lease: number;
  /** So long it may begin what nobody can take back; that is over, one way or the other, before the lease is. */
  readonly beginsWithin: number;
}

/** Together they keep the promise that what a dead process held is sent within a minute. */
export const PACE: Pace = {
  lookEvery: 1000,
  beatEvery: 3000,
  hereFor: 12_000,
  anybodysAfter: 12_000,
  calmIsAnybodysAfter: 120_000,
  lease: 30_000,
  beginsWithin: 15_000,
};
