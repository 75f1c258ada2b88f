import { z } from 'zod';

export const OfOffice = z.object({ office: z.string().max(64) });

/** `calendar|<office>`: which address of its calendar holds. It counts up when the office ends one. */
export const Address = z.object({ generation: z.int().min(1) });
