import type { Message } from '../../infra/outbox';
import type { Outcome } from '../capability';
import { type Doing, keep } from './keeping';
import { oneView } from './one';
import type { RequestPress } from './press';
import type { Request } from './schema';

/** Keeps what was done just now, owes what it owes, and shows the request as it stands from now on. */
export async function recorded(
  { kept, turn, desk }: RequestPress<unknown>,
  doing: Omit<Doing, 'by'>,
  messages: (after: Request) => readonly Message[] = () => [],
): Promise<Outcome> {
  const { request, entry, ops } = await keep(kept, { ...doing, by: turn.person }, desk);
  return {
    reply: { here: [await oneView(request, turn.person.id, desk, { added: entry })] },
    change: { ops, messages: messages(request) },
  };
}
