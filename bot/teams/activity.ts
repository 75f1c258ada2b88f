import { z } from 'zod';

const text = (longest: number) => z.string().max(longest);
const account = z.object({ id: text(500).min(1), aadObjectId: text(100).nullish() });

/** What Lantern reads of a Bot Framework activity. Everything else is passed over; what is here has this shape, or the body is refused. */
export const Activity = z.object({
  type: text(100).min(1),
  id: text(500).min(1).nullish(),
  timestamp: text(100).nullish(),
  channelId: z.literal('msteams'),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  from: account,
  recipient: account,
  conversation: z.object({
    id: text(500).min(1),
    conversationType: text(100).nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: text(100).nullish(),
  }),
  text: z.string().nullish(),
  name: text(200).nullish(),
  action: text(100).nullish(),
  replyToId: text(500).nullish(),
  value: z.unknown().optional(),
  membersAdded: z.array(account).max(1000).nullish(),
  attachments: z
    .array(z.object({ contentType: text(200).nullish(), content: z.unknown().optional() }))
    .max(100)
    .nullish(),
  entities: z
    .array(z.looseObject({ type: text(200) }))
    .max(200)
    .nullish(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: text(100).nullish() }).nullish(),
      team: z.looseObject({ id: text(500).nullish() }).nullish(),
      channel: z.looseObject({ id: text(500).nullish() }).nullish(),
    })
    .nullish(),
});
export type Activity = z.infer<typeof Activity>;

/** The school's own directory, as Microsoft numbers it. */
export function tenantOf({ conversation, channelData }: Activity): string | undefined {
  return conversation.tenantId ?? channelData?.tenant?.id ?? undefined;
}

/**
 * A chat with one person alone; everything else has listeners. Doubt counts as listeners: a message is passed on from
 * whatever chat it stands in, and one of two colleagues calls itself personal too.
 */
export function isPersonal({ conversation, name }: Activity): boolean {
  if (name?.startsWith('composeExtension/')) return false;
  return conversation.conversationType === 'personal' && conversation.isGroup !== true;
}
