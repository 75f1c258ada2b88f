import { type Datum, phrase } from '../../cards/view';
import { inert } from '../../domain/address';
import type { Message } from '../../infra/outbox';
import type { Concern } from './schema';
import { number } from './telling';
import { stillIf } from './telling-still';

/** What the slot is called of the card with no more than ICT needs. */
export const TECHNICAL = 'technical';

/**
 * Address, device and time: what ICT needs, and no child's name (S297). Nor whom to tell: who has the rest changes, and an
 * office that was named might be held by the very person it is about (P2). They ask.
 */
export function tellTechnician(person: string, concern: Concern): Message {
  const { address, device, when } = concern.story ?? { address: '', device: '', when: '' };
  const given = (text: string): Datum => text || phrase('concern.notGiven');
  return {
    id: `${concern.ref}.${number(concern)}.technical.${person}`,
    to: { person },
    view: {
      card: 'concern/technical',
      data: { ref: concern.ref, address: given(inert(address)), device: given(device), when: given(when) },
    },
    slot: `concern.${concern.ref}.${TECHNICAL}`,
    ...stillIf({ ref: concern.ref, technician: person }),
  };
}
