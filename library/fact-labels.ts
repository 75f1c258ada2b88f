import { findDates } from './dates';
import type { Clause } from './document';
import type { NamedFact } from './policy-facts';

/** The cover and the last page say who sees to a policy; in between, only a label with a colon does. */
const COVER = 60;
const LAST_PAGE = 30;
const LONGEST = 100;

const APPROVER =
  /^(?:approved by|approver|approval (?:body|by)|approving (?:body|committee)|ratified by|(?:policy )?to be (?:ratified|approved|adopted|agreed) by|adopted by|agreed by)\b/i;
const OWNER = [
  /^(?:policy )?(?:owner|author|lead)\b/i,
  /^(?:responsible (?:person|body|officer|member of staff)|(?:member of )?staff responsible|person responsible|lead (?:person|member of staff)|written by)\b/i,
];
const REVIEWER = /^(?:policy reviewed by|(?:policy )?to be reviewed by|reviewed by|reviewer)\b/i;
const BODY =
  "(?:the )?(?:full )?(?:local )?(?:governing (?:body|board)|governors|fgb|lgb|board of (?:governors|trustees|directors)|trust board|trustees|academy council|headteacher|head teacher|senior leadership team|[a-z&' ]{3,40} committee)";
const APPROVED = new RegExp(`\\b(?:approved|ratified|adopted) by (${BODY})\\b`, 'i');
const APPROVES = new RegExp(`^(${BODY}) (?:is|are|will be) responsible for (?:the )?(?:approving|approval of) `, 'i');
/** What is to be done says nothing of what was. */
const TO_COME = /^(?:policy )?to be\b|\b(?:to|will|must|shall|should|may|can) be (?:\w+ )?$/i;

export function approverIn(clauses: readonly Clause[]): NamedFact | undefined {
  const told = labelled(clauses, APPROVER);
  if (told !== undefined) return told;
  for (const { text, id } of clauses) {
    const approved = APPROVED.exec(text);
    const name = (approved ?? APPROVES.exec(text))?.[1];
    const isToCome = approved === null || TO_COME.test(text.slice(0, approved.index));
    if (name !== undefined) return { name, ...(isToCome ? { isToCome } : {}), clause: id };
  }
  return undefined;
}

export function ownerIn(clauses: readonly Clause[]): NamedFact | undefined {
  for (const label of OWNER) {
    const told = labelled(clauses, label);
    if (told !== undefined) return told;
  }
  return undefined;
}

export function reviewerIn(clauses: readonly Clause[]): NamedFact | undefined {
  return labelled(clauses, REVIEWER);
}

/**
 * `Approved by: the governors`, as a line of its own, as an item with its label in bold or as a row of two cells; a date
 * behind the name is left out.
 */
function labelled(clauses: readonly Clause[], label: RegExp): NamedFact | undefined {
  for (const [index, clause] of clauses.entries()) {
    const { id } = clause;
    const text = wholeLine(clause, index);
    if (text.length > LONGEST || !label.test(text)) continue;
    const colon = text.indexOf(':');
    const isNearEdge = index < COVER || index >= clauses.length - LAST_PAGE;
    if (colon < 0 && !isNearEdge) continue;
    const rest = colon >= 0 ? text.slice(colon + 1) : text.replace(label, '');
    const name = rest
      .slice(0, findDates(rest)[0]?.index)
      .replace(/^[\s|–-]+|[\s|:,(–-]+(?:on|date)?[\s|:,(–-]*$/gi, '')
      .trim();
    if (/\p{L}{2}/u.test(name)) return { name, ...(TO_COME.test(text) ? { isToCome: true } : {}), clause: id };
  }
  return undefined;
}

/** On the cover, a label in bold that opens an item is a part of its line: "**Owner:** the headteacher". */
function wholeLine({ text, path, names = 0 }: Clause, index: number): string {
  return names > 0 && index < COVER ? `${path.at(-1)}: ${text}` : text;
}
