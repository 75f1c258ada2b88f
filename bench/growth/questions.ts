import { Asked } from '../../domain/asked';
import { passOn } from '../../handlers/answer/passing';
import { becomes } from '../../handlers/answer/tend-verb';
import type { Desk } from '../../handlers/capability';
import { refOf } from '../../handlers/clauses';
import type { Records } from '../../infra/records';
import { openDrafts } from '../drafts';

/** Where they were looked for. */
const POLICY = 'online-safety';

/** Questions from the first up to, without, the end, each passed on by a teacher and matched to a clause by its keeper. */
export async function matchQuestions(first: number, end: number, desk: Desk, records: Records): Promise<void> {
  const held = desk.library.policy(POLICY);
  const person = desk.school.people.find(({ id }) => id === 'teacher');
  const clause = held?.document.clauses[0];
  if (!held || !clause || !person) throw new Error('the policy has a clause, and the school a teacher');
  const drafts = openDrafts(records);
  for (let n = first; n < end; n++) {
    const asking = { policy: POLICY, question: `where is the spare charger of tablet ${n} kept` };
    const turn = { id: `passed-${n}`, person, where: 'private', act: { kind: 'said', text: '', pictures: 0 } } as const;
    const { change } = await passOn(asking, turn, { ...desk, records: drafts });
    const [op] = change?.ops ?? [];
    if (op?.op !== 'insert') throw new Error(`the question ${n} was to be a new one`);
    await drafts.commit([op]);
    const matched = { state: 'matched', clause: refOf({ held, clause }) } as const;
    const kept = { asked: Asked.parse(op.value), etag: '' };
    await drafts.commit((await becomes(kept, matched, { ...desk, records: drafts })).change?.ops ?? []);
  }
  await drafts.flush();
}
