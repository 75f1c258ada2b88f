import { z } from 'zod';

export const OfOffice = z.object({ office: z.string().max(64) });

/** `calendar|<office>|<person>`: which address of theirs holds. It counts up when they end one. */
export const Address = z.object({ generation: z.int().min(1) });
