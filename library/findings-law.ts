import type { Clause } from './document';
import type { Finding } from './finding-kinds';
import { REPLACED, YEARLY } from './replaced';

/** Law, guidance and bodies that others have taken the place of. */
export function replacedIn(clause: Clause, today: string): Finding[] {
  const found = REPLACED.flatMap(({ words, now }): Finding[] => {
    const match = words.exec(clause.text);
    if (!match) return [];
    const said = { words: match[0], clause: clause.id };
    return [
      now === undefined
        ? { ...said, kind: 'ended law or guidance' }
        : { ...said, kind: 'replaced law or guidance', note: now },
    ];
  });
  // Guidance for a school year starts in September: before that month last year's is in force.
  const [year = 0, month = 1] = today.split('-').map(Number);
  const inForce = month >= 9 ? year : year - 1;
  for (const match of clause.text.matchAll(YEARLY)) {
    if (Number(match[1]) < inForce)
      found.push({ kind: 'replaced law or guidance', words: match[0], note: String(inForce), clause: clause.id });
  }
  return found;
}

/** UKCIS, "Sharing nudes and semi-nudes" (March 2024): nobody but the safeguarding lead decides, and nobody deletes. */
const NUDES = 'Sharing nudes and semi-nudes (UKCIS, 2024)';
const DELETES =
  /\b(?:delet|eras)\w*\b[^.]{0,60}\b(?:images?|photos?|photographs|pictures?|files?|material|data|content)\b|\b(?:images?|photos?|pictures?|material|content)\b[^.]{0,40}\b(?:be|to) (?:deleted|erased)\b/i;
const ON_A_PUPILS_DEVICE =
  /\b(?:inappropriate|indecent|nude|sexual|explicit|pornograph\w+)\b|\b(?:pupil|child|student)\w*[’']?s?[’']? (?:\w+ )?(?:devices?|phones?)\b/i;
const BY_STAFF = /\b(?:staff|teachers?|headteacher|dsl|power|they should)\b/i;
const NOT = /\b(?:not|never|nor|without)\b[^.]{0,40}\b(?:delet|eras|view|cop)|\bcomplaints? about\b/i;
const HANDLES =
  /\bstaff (?:members? )?(?:should|must|may|can|will) (?:view|look at|copy|print|forward|save|download)\b[^.]{0,60}\bimages?\b/i;

/** A rule that has staff delete or handle such images, which they must leave alone. */
export function againstGuidanceIn({ id, text, intro = '' }: Clause): Finding[] {
  const context = `${intro} ${text}`;
  const deletes = DELETES.test(text) && ON_A_PUPILS_DEVICE.test(context) && BY_STAFF.test(context);
  if (NOT.test(context) || !(deletes || HANDLES.test(text))) return [];
  return [{ kind: 'against guidance', words: text, note: NUDES, clause: id }];
}

/** Whoever quotes such a rule to somebody must say that it no longer holds (P10). */
export function isAgainstGuidance(clause: Clause): boolean {
  return againstGuidanceIn(clause).length > 0;
}
