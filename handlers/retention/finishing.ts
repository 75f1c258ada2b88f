import type { Change, Message } from '../../infra/outbox';
import type { Kept } from '../../infra/records';
import type { Desk } from '../capability';
import { appended } from './chain';
import { factsOf } from './proposing';
import { Removing } from './schema';
import { toldView } from './views';

/** Both hear how it ended; the row that named the records goes. */
export async function finish({ key, etag, value }: Kept, desk: Desk): Promise<Change> {
  const removing = Removing.parse(value);
  const { id, by, approvedBy, done, kept } = removing;
  const fact = { kind: 'finished', by: 'lantern', facts: { ...factsOf(removing, done), approvedBy, kept } } as const;
  const messages = [by, approvedBy].map(
    (person): Message => ({
      id: `retention-done|${id}|${person}`,
      to: { person },
      view: toldView('done', removing, done, kept),
      inHours: true,
    }),
  );
  return { ops: [{ op: 'delete', key, etag }, ...(await appended([fact], desk))], messages };
}
