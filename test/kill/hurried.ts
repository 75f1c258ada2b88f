import { start } from '../../bot/main';
import { PACE as OURS, type Pace } from '../../bot/pace';
import { runUntilStopped } from '../../bot/program';

/*
 * The real program, with a tenth of its patience for others that work on its store: what one leaves is taken up within
 * seconds. For the short forms of tests.
 */
const PACE: Pace = {
  ...OURS,
  ...{ beatEvery: 500, hereFor: 3000, anybodysAfter: 2000, calmIsAnybodysAfter: 12_000 },
  ...{ lease: 6000, beginsWithin: 3000 },
};

void runUntilStopped(() => start(process.env, { pace: PACE }));
