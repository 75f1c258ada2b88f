import { z } from 'zod';
import type { Act } from '../../handlers/capability';
import { textOfHtml } from '../../library';
import type { Activity } from './activity';
import { countFiles } from './said';

/** The command of the manifest in the menu of every message. */
export const PASS_ON = 'report-message';

const MOST = 200_000;
const named = z.object({ id: z.string().max(500).nullish(), displayName: z.string().max(500).nullish() });

/** What Teams sends of the message (`messagePayload` of an action command). Its files are counted, never fetched (P4). */
const PassedOn = z.object({
  commandId: z.literal(PASS_ON),
  messagePayload: z.object({
    deleted: z.boolean().nullish(),
    linkToMessage: z.string().max(4000).nullish(),
    body: z.object({ contentType: z.string().nullish(), content: z.string().max(MOST).nullish() }).nullish(),
    from: z.object({ user: named.nullish(), application: named.nullish() }).nullish(),
    attachments: z
      .array(z.object({ contentType: z.string().nullish(), content: z.unknown().optional() }))
      .max(100)
      .nullish(),
  }),
});

/** "Report a concern" in the menu of a message, with or without a dialog of Teams' own before it. */
export function isPassedOn({ type, name }: Pick<Activity, 'type' | 'name'>): boolean {
  return type === 'invoke' && (name === 'composeExtension/fetchTask' || name === 'composeExtension/submitAction');
}

/** The message that is passed on; undefined for another command, or one that cannot be read. */
export async function passedOn({ value }: Activity): Promise<Act | undefined> {
  const { data } = PassedOn.safeParse(value);
  if (!data) return undefined;
  const { body, from, attachments, linkToMessage, deleted } = data.messagePayload;
  const content = deleted ? '' : (body?.content ?? '');
  const isHtml = body?.contentType?.toLowerCase() === 'html';
  const author = from?.user ?? from?.application;
  return {
    kind: 'shared',
    text: isHtml ? await textOfHtml(content) : content,
    author: author?.displayName || author?.id || '',
    link: linkToMessage ?? '',
    ...(deleted ? { isGone: true } : {}),
    pictures: countFiles({
      attachments: [...(attachments ?? []), ...(isHtml ? [{ contentType: 'text/html', content }] : [])],
    }),
  };
}
