import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Turn } from '../../handlers/capability';
import { type Activity, isPersonal } from './activity';
import { isPassedOn, passedOn } from './passed-on';
import { countFiles, typedText } from './said';

/** One thing that one person did, not yet known by the school's own id for them. */
export interface Deed {
  readonly id: string;
  /** Ids of Teams that may stand in the school file for this person. */
  readonly user: readonly string[];
  readonly where: Turn['where'];
  readonly act: Turn['act'];
  /** Where the pressed card stands, in a chat with one person alone. */
  readonly spot?: Turn['spot'];
  /** Teams asked by itself, because the card has a refresh: nobody pressed, so nobody is spoken to. */
  readonly unasked: boolean;
}

const CardAction = z.object({
  action: z.object({
    type: z.string().nullish(),
    verb: z.string().max(200),
    data: z.record(z.string(), z.unknown()).nullish(),
  }),
  trigger: z.string().nullish(),
});

/** The deeds in an activity, mostly one. None for what Lantern does not listen to; undefined for an unknown invoke. */
export async function translate(activity: Activity): Promise<readonly Deed[] | undefined> {
  switch (activity.type) {
    case 'message':
      return [deed(activity, { kind: 'said', text: typedText(activity), pictures: countFiles(activity) })];
    case 'invoke':
      if (isPassedOn(activity)) return shared(activity);
      return activity.name === 'adaptiveCard/action' ? pressed(activity) : undefined;
    case 'installationUpdate':
      return isPersonal(activity) && activity.action?.startsWith('add') ? [joined(activity, activity.from)] : [];
    case 'conversationUpdate':
      return arrivals(activity).map((account) => joined(activity, account));
    default:
      return [];
  }
}

function pressed(activity: Activity): Deed[] | undefined {
  const { data: press } = CardAction.safeParse(activity.value);
  if (!press) return undefined;
  const act = { kind: 'pressed' as const, verb: press.action.verb, data: press.action.data ?? {} };
  return [{ ...deed(activity, act), ...spotOf(activity), unasked: press.trigger === 'automatic' }];
}

function spotOf(activity: Activity): Pick<Deed, 'spot'> {
  const { conversation, replyToId, serviceUrl } = activity;
  if (!isPersonal(activity) || !replyToId) return {};
  return { spot: { channel: 'teams', handle: { conversation: conversation.id, activity: replyToId, serviceUrl } } };
}

async function shared(activity: Activity): Promise<Deed[] | undefined> {
  const act = await passedOn(activity);
  return act && [deed(activity, act)];
}

/** In a chat of one's own it is the person who arrives, also when Teams names the bot. */
function arrivals(activity: Activity): Activity['from'][] {
  const added = activity.membersAdded ?? [];
  if (isPersonal(activity)) return added.length > 0 ? [activity.from] : [];
  return added.filter(({ id }) => id !== activity.recipient.id);
}

/** Who arrives is spoken to alone, wherever that was. */
function joined(activity: Activity, account: Activity['from']): Deed {
  return { ...deed(activity, { kind: 'joined' }), user: idsOf(account), where: 'private' };
}

function deed(activity: Activity, act: Turn['act']): Deed {
  const where = isPersonal(activity) ? 'private' : 'group';
  return { id: turnId(activity), user: idsOf(activity.from), where, act, unasked: false };
}

/** The ids of an account that a school file may have: the bot's own for it, and the school's. */
export function idsOf({ id, aadObjectId }: Activity['from']): string[] {
  return aadObjectId ? [id, aadObjectId] : [id];
}

/** An activity's id is its own within its conversation; one without an id is known by what is in it. */
export function turnId({ id, conversation, replyToId, type, text, value, timestamp }: Activity): string {
  if (id) return `${conversation.id}|${id}`;
  const content = JSON.stringify([conversation.id, replyToId, type, text, value, timestamp]);
  return `unnumbered|${createHash('sha256').update(content).digest('hex')}`;
}
