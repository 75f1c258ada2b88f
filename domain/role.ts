import { z } from 'zod';

/** How this kind of person stands in the school; agreements and training are asked of roles. */
export const Role = z.enum(['staff', 'governor', 'volunteer', 'supply', 'visitor']);
export type Role = z.infer<typeof Role>;
