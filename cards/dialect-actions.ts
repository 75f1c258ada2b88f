import { z } from 'zod';

/** Does something: comes back to the bot as `{ verb, data }`, with the answers of the form added to the data. */
const ActionExecute = z.strictObject({
  type: z.literal('Action.Execute'),
  title: z.string().min(1),
  verb: z.string().regex(/^\S{1,60}$/, 'a verb without spaces'),
  data: z.record(z.string(), z.json()).optional(),
  style: z.enum(['default', 'positive', 'destructive']).optional(),
  associatedInputs: z.enum(['auto', 'none']).optional(),
});
export type ActionExecute = z.infer<typeof ActionExecute>;

/** Opens a page in the browser. */
const ActionOpenUrl = z.strictObject({
  type: z.literal('Action.OpenUrl'),
  title: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }).max(3000),
});
export type ActionOpenUrl = z.infer<typeof ActionOpenUrl>;

// Action.ToggleVisibility is left out on purpose: Slack cannot. A folded part is a verb that redraws the card.
export const Action = z.discriminatedUnion('type', [ActionExecute, ActionOpenUrl]);
export type Action = z.infer<typeof Action>;

/** Teams shows six and drops the seventh without a word. */
export const Actions = z.array(Action).max(6);

/**
 * Asks Teams to fetch a card of their own for these people; the others go on seeing the one that was sent.
 * Slack has nothing like it: there a person's own card is sent to that person.
 */
export const Refresh = z.strictObject({
  action: z.strictObject({
    type: z.literal('Action.Execute'),
    title: z.string().min(1).optional(),
    verb: z.string().min(1),
    data: z.record(z.string(), z.json()).optional(),
  }),
  userIds: z.array(z.string()).min(1).max(60),
});
