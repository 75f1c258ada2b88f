import { z } from 'zod';
import type { Activity } from './activity';

const Mention = z.object({
  type: z.literal('mention'),
  text: z.string().nullish(),
  mentioned: z.object({ id: z.string() }),
});

/** What was typed, without the call to the bot itself ("@Lantern help" is "help"); others keep their name. */
export function typedText({ text, entities, recipient }: Activity): string {
  let typed = text ?? '';
  for (const entity of entities ?? []) {
    const { data: mention } = Mention.safeParse(entity);
    if (mention?.text && mention.mentioned.id === recipient.id) typed = typed.replaceAll(mention.text, ' ');
  }
  return typed
    .replace(/<\/?at(\s[^<>]*)?>/gi, '')
    .replace(/&nbsp;|\u00a0/gi, ' ')
    .trim();
}

/** Not files: a card, the html copy of a message (a mention brings one), the message that is answered. */
const NO_FILE = /^(text\/html|messagereference|application\/vnd\.microsoft\.card\.)/i;

/** Up to the next tag at most: a text of nothing but beginnings is looked through once, not once for each. */
const PICTURE = /<img\b[^<>]*>/gi;

/** How many pictures or other files came along. They are counted, never fetched (P4). */
export function countFiles({ attachments }: Pick<Activity, 'attachments'>): number {
  const files = (attachments ?? []).filter(({ contentType }) => contentType && !NO_FILE.test(contentType));
  const html = (attachments ?? []).filter(({ contentType }) => contentType?.toLowerCase() === 'text/html');
  const pictures = html.flatMap(({ content }) => (typeof content === 'string' ? (content.match(PICTURE) ?? []) : []));
  return Math.max(files.length, pictures.filter((tag) => !/emoji/i.test(tag)).length);
}
