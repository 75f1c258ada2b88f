import { z } from 'zod';
import { workspace } from './payload-events';

const id = z.string().min(1).max(255);
const who = { user: z.object({ id }), team: z.object({ id: workspace }).nullish() };

/** A form that stands open in front of somebody; its values are read by `cards/slack-state`. */
const View = z.object({
  id,
  hash: z.string().max(255),
  private_metadata: z.string().max(3000).default(''),
  previous_view_id: z.string().nullish(),
  state: z.object({ values: z.unknown() }).nullish(),
});
export type View = z.infer<typeof View>;

/** A button pressed on a message, or in an open form. */
export const BlockActions = z.object({
  type: z.literal('block_actions'),
  ...who,
  trigger_id: id,
  response_url: z.url().optional(),
  container: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('message'),
      channel_id: id,
      message_ts: id,
      thread_ts: id.optional(),
      is_ephemeral: z.boolean().default(false),
    }),
    z.object({ type: z.literal('view') }),
  ]),
  view: View.optional(),
  actions: z
    .array(z.object({ action_id: z.string(), value: z.string().max(2000).optional(), action_ts: id }))
    .length(1),
});
export type BlockActions = z.infer<typeof BlockActions>;

/** A form sent. */
export const ViewSubmission = z.object({
  type: z.literal('view_submission'),
  ...who,
  trigger_id: id.optional(),
  // Bolt looks for its listener by this, and fails where there is none.
  view: View.extend({ callback_id: id }),
});
export type ViewSubmission = z.infer<typeof ViewSubmission>;

/** "Report a concern about this message", chosen in the menu of a message. */
export const MessageShortcut = z.object({
  type: z.literal('message_action'),
  callback_id: z.literal('report-message'),
  ...who,
  team: z.object({ id: workspace, domain: z.string().optional() }).nullish(),
  trigger_id: id,
  action_ts: id,
  channel: z.object({ id }),
  message: z.object({
    ts: id,
    user: id.optional(),
    text: z.string().max(200_000).default(''),
    files: z.array(z.unknown()).default([]),
  }),
});
export type MessageShortcut = z.infer<typeof MessageShortcut>;

/** `/concern` and `/policy`. */
export const SlashCommand = z.object({
  command: z.string().min(1).max(255),
  text: z.string().max(10_000).default(''),
  user_id: id,
  team_id: workspace,
  trigger_id: id,
  response_url: z.url(),
});
export type SlashCommand = z.infer<typeof SlashCommand>;

/** What interactivity posts of any kind; those that are not read here are nobody's turn. */
export const AnyInteraction = z.object({ type: z.string().min(1), user: z.object({ id }) });
