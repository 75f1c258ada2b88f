import { z } from 'zod';

const id = z.string().min(1).max(255);
const text = z.string().max(200_000);
/** As Slack writes it. Bolt looks its clients up by it in a plain record, and stumbles over `__proto__`. */
export const workspace = z.string().regex(/^[A-Z0-9]{1,64}$/);

const Said = {
  channel: id,
  user: id.optional(),
  text: text.default(''),
  ts: id,
  thread_ts: id.optional(),
  subtype: z.string().optional(),
  bot_id: z.string().nullish(),
  /** Counted, never fetched (P4). */
  files: z.array(z.unknown()).default([]),
};

const Event = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), channel_type: z.string().optional(), ...Said }),
  z.object({ type: z.literal('app_mention'), ...Said }),
  z.object({ type: z.literal('team_join'), user: z.object({ id, is_bot: z.boolean().default(false) }) }),
  z.object({ type: z.literal('app_home_opened'), user: id }),
]);
export type Event = z.infer<typeof Event>;

/** What Slack's Events API posts, for the events that the manifest asks for. */
export const EventCallback = z.object({
  type: z.literal('event_callback'),
  team_id: workspace,
  event_id: id,
  event: Event,
  /** For whom the event was sent: here is the bot's own account. */
  authorizations: z.array(z.object({ user_id: id.nullish(), is_bot: z.boolean().nullish() })).default([]),
});
export type EventCallback = z.infer<typeof EventCallback>;

/** An event callback of any kind: those that Lantern did not ask for are passed over. */
export const AnyEvent = z.object({ type: z.literal('event_callback'), event: z.object({ type: z.string() }) });

/** The kinds of event that are read; everything else is nobody's turn. */
export const EVENTS: readonly string[] = Event.options.map(({ shape }) => shape.type.value);
