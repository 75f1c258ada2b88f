import { z } from 'zod';
import { Answer } from '../../domain/agree-again';

/** From which line of a list on. */
const From = z.coerce.number().int().min(0).max(100_000).default(0);

export const FromLine = z.object({ from: From });

export const OfPolicy = z.object({ policy: z.string().max(64) });

/** `version` tells a card about an earlier version from one about the version that answers now. */
export const OfVersion = OfPolicy.extend({ version: z.string().max(64).default(''), from: From });

/** `after`: the answer that its card showed already. */
export const Again = OfVersion.extend({ answer: Answer, after: z.literal(['', 'no']).default('') });
