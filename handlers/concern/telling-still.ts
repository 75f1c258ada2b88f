import { z } from 'zod';
import type { Message } from '../../infra/outbox';

/** What a message about a concern depends on until it has arrived. */
export const StillIf = z.object({
  ref: z.string(),
  /** Who must still be allowed to open it. */
  person: z.string().optional(),
  /** It goes to whoever raised it, who may have come to be kept out of it. */
  reporter: z.literal(true).optional(),
  /** Who must still be one who is told no more than address, device and time. */
  technician: z.string().optional(),
  /** The state that makes it pointless. */
  until: z.enum(['opened', 'closed']).optional(),
  /** The task that must still be open, the clock that must still run. */
  task: z.int().optional(),
  clock: z.string().optional(),
});
export type StillIf = z.infer<typeof StillIf>;

export function stillIf(data: StillIf): Required<Pick<Message, 'stillIf'>> {
  return { stillIf: { kind: 'concern/still', data } };
}
