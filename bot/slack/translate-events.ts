import type { Deed, Translation } from './deed';
import { AnyEvent, type Event, EventCallback, EVENTS } from './payload-events';
import { plainText } from './plain-text';

/** What somebody typed, where they mentioned the bot, or that they came in. */
export function translateEvent(body: unknown): Translation {
  const any = AnyEvent.safeParse(body);
  if (!any.success) return 'malformed';
  if (!EVENTS.includes(any.data.event.type)) return 'passed over';
  const parsed = EventCallback.safeParse(body);
  return parsed.success ? deedOf(parsed.data) : 'malformed';
}

function deedOf({ team_id: team, event_id: id, event, authorizations }: EventCallback): Translation {
  if (event.type === 'team_join') return event.user.is_bot ? 'passed over' : arrival(id, team, event.user.id);
  if (event.type === 'app_home_opened') return { ...arrival(id, team, event.user), glance: true };
  const bot = authorizations.find(({ is_bot }) => is_bot)?.user_id ?? undefined;
  return isForUs(event, bot) ? said(id, team, event, bot) : 'passed over';
}

type Words = Extract<Event, { type: 'message' | 'app_mention' }>;

/** A new message of a person. Edits, deletions, notices and what bots write, ourselves included, are none. */
function isForUs(event: Words, bot: string | undefined): event is Words & { user: string } {
  if (event.bot_id || !event.user || event.user === bot) return false;
  if (event.subtype !== undefined && event.subtype !== 'file_share') return false;
  return event.type === 'app_mention' || event.channel_type === 'im';
}

function said(id: string, team: string, event: Words & { user: string }, bot: string | undefined): Deed {
  const isDirect = event.type === 'message';
  // A mention of us begins with our name; without an authorisation we know it by its place.
  const us = bot ?? (isDirect ? undefined : /^\s*<@(\w+)/.exec(event.text)?.[1]);
  return {
    id,
    team,
    user: event.user,
    where: isDirect ? 'private' : 'group',
    act: { kind: 'said', text: plainText(event.text, us), pictures: event.files.length },
    origin: isDirect
      ? { kind: 'said', channel: event.channel }
      : { kind: 'said', channel: event.channel, thread: event.thread_ts ?? event.ts },
  };
}

function arrival(id: string, team: string, user: string): Deed {
  return { id, team, user, where: 'private', act: { kind: 'joined' }, origin: { kind: 'joined' } };
}
