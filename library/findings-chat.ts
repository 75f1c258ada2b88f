import type { Clause } from './document';
import type { Finding } from './finding-kinds';

/** Words for the very channel that Lantern lives in, as policies have them. */
const CHAT =
  /\b(?:messaging (?:apps?|platforms?)|instant messag\w+|chat ?rooms?|chat apps?|text messaging|group chats?)\b/i;
const FORBIDS =
  /\b(?:not allowed|unacceptable|forbidden|prohibited|must not|may not|should not|never|banned|will not|do not)\b/i;
const ONLY_MAIL = /\b(?:only (?:use )?|use only )(?:the |their )?(?:official )?school[’']?s? e-?mail/i;

/** A rule against messaging apps or chat rooms for adults forbids Teams, Slack and Lantern with them. */
export function chatForbiddenIn(clause: Clause): Finding[] {
  if (isForPupils(clause)) return [];
  return ONLY_MAIL.test(clause.text) || forbidsChat(clause)
    ? [{ kind: 'forbids chat', words: clause.text, clause: clause.id }]
    : [];
}

function forbidsChat({ text, cells, intro }: Clause): boolean {
  if (!CHAT.test(text)) return false;
  const adults = (cells ?? []).filter((cell) => !/^pupils?:/i.test(cell)).join(' ');
  // The row of a table of sanctions names what has happened; its columns say what follows.
  if (cells !== undefined) return FORBIDS.test(adults);
  return FORBIDS.test(text) || (intro !== undefined && FORBIDS.test(intro));
}

function isForPupils({ path, text }: Clause): boolean {
  return [...path, text.slice(0, 40)].some(
    (words) => /\b(?:pupils?|children)\b/i.test(words) && !/\bstaff\b/i.test(words),
  );
}
