import { z } from 'zod';

/** What shows nothing and may hide or turn round what does: control, zero-width, bidirectional and tag characters. */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Joiners belong inside some emoji and between letters of some scripts; anywhere else they only hide. */
const LONE_JOINER =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\p{L}|\p{M})[\u200c\u200d]|[\u200c\u200d](?!\p{Extended_Pictographic}|\p{L})/gu;
const JOINER_IN_PLAIN_WORDS = /(?<=[\p{Script=Latin}\p{N}])[\u200c\u200d](?=[\p{Script=Latin}\p{N}])/gu;

/** What somebody typed, with every character that cannot be seen taken out. Line breaks stay, all of one kind. */
export function cleaned(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(UNSEEN, '')
    .replace(LONE_JOINER, '')
    .replace(JOINER_IN_PLAIN_WORDS, '');
}

/** The beginning of what somebody wrote, and no half of a character. */
export function beginning(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A field that somebody types into, without what cannot be seen and without blanks around it; '' where nothing was typed. */
export function typedText(longest: number) {
  return z.string().default('').transform(cleaned).pipe(z.string().trim().max(longest));
}
