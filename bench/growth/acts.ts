import { openWatch } from '../../bot/watch';
import { dueJobs } from '../../bot/due';
import type { School } from '../../domain/school';
import { refFor } from '../../handlers/concern/rules';
import type { Store } from '../../infra/store';
import { CHILD } from '../../test/many-concerns';
import { sampleLibrary } from '../../test/sample-school';
import { openBenchHouse } from '../house';
import { actsOf, type Hands } from '../load/acts';
import { type Once, WARM } from '../taking-turns';
import { AGREEMENT, CROWD, type Kind, LEADS } from '../load/school';
import type { Size } from './fill';

/** What is measured, in this order: what leaves something owed comes last. */
export const ACTS = [
  ...['look at what is due', 'help', 'help for a lead', 'question', 'my agreements', 'a round', 'who has not agreed'],
  ...['list of concerns', 'find a child', 'open an old case', 'raise', 'open', 'my reports', 'agree'],
] as const;

const whom = (kind: Kind, n: number) => `${kind}${kind === 'staff' ? n % CROWD : n}`;

/** The house over a file or an open store, and each act as it is done there for the n-th time. */
export async function openGrown(where: string | Store, masterKey: Buffer, school: School, { concerns }: Size) {
  const { house, turn, close } = await openBenchHouse(where, school, await sampleLibrary(), masterKey);
  const say = (person: string, text: string) => turn(person, { kind: 'said', text, pictures: 0 });
  const press = (person: string, verb: string, data: Readonly<Record<string, unknown>>) =>
    turn(person, { kind: 'pressed', verb, data: { ...data } });
  const hands: Hands = {
    say: async (kind, n, text) => void (await say(whom(kind, n), text)),
    press: (kind, n, verb, data) => press(whom(kind, n), verb, data),
  };
  const watch = openWatch(() => house.clock);
  /** Spread over all. While nothing is measured each is opened for the first time, when whoever reported it is told. */
  const old = (n: number) => refFor('oak-lane', 2026, 1 + Math.floor(((n % WARM) * concerns) / WARM));
  const round = { agreement: AGREEMENT };
  const own = {
    'look at what is due': () => dueJobs(house, { watch }),
    'help for a lead': (n: number) => say(`lead${n % LEADS}`, 'help'),
    'my agreements': (n: number) => say(`signer${n}`, 'my agreements'),
    'a round': () => press('office', 'agreement/campaign', round),
    'who has not agreed': () =>
      press('office', 'agreement/standing', { ...round, state: 'outstanding', role: '', after: '' }),
    'list of concerns': (n: number) => say(`lead${n % LEADS}`, 'open concerns'),
    'find a child': (n: number) => say(`lead${n % LEADS}`, `find ${CHILD}`),
    'open an old case': (n: number) => press('lead0', 'concern/open', { ref: old(n) }),
    'my reports': (n: number) => say(`staff${n % CROWD}`, 'my reports'),
  };
  const acts: Readonly<Record<string, Once>> = { ...actsOf(hands), ...own };
  return { acts, close };
}
