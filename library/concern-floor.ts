import { messageWords } from './message-words';

/**
 * Words so grave that a message with one of them is never put aside as chatter. Small letters, no apostrophes, as
 * `messageWords` gives them. They are few on purpose: everything else is learnt from `library/messages`.
 */
const GRAVE: readonly RegExp[] = [
  /\b(?:suicid\w*|self ?harm\w*|overdos\w*|wants? to die|(?:kill|killing|hurt|hurting|cut|cutting) (?:him|her|them|my)sel\w+)\b/,
  /\b(?:raped?|molest\w*|groom(?:ed|ing)|blackmail\w*|sextort\w*|nudes?|naked|indecent|porn\w*|sexual\w*|private parts)\b/,
  /\b(?:abus(?:ed?|ing|ive)|assault\w*|strangl\w*|stabb?\w*|(?:beat|hit|punch|slap|kick|burn|touch|chok)(?:s|es|ed)? (?:him|her|them|me))\b/,
  /\b(?:radicalis\w*|extremis\w*|county lines|trafficked|forced marriage|fgm)\b/,
];

/** Whether a message speaks of something so grave that only a plain policy question about it needs no form. */
export function isGrave(text: string): boolean {
  const said = messageWords(text).join(' ');
  return GRAVE.some((sign) => sign.test(said));
}
