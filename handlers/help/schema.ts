import { z } from 'zod';

/** The button that shows the menu carries nothing. */
export const Menu = z.object({});
