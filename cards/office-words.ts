import { STANDING_OFFICES } from '../domain/school';
import { type Phrase, phrase } from './view';

const KNOWN: readonly string[] = [...STANDING_OFFICES, 'clerk'];

/** An office as people call it; one of a school's own making by its own words: `standardsCommittee` is "standards committee". */
export function officeInWords(office: string): Phrase {
  if (KNOWN.includes(office)) return phrase(`officeName.${office}`);
  return phrase('officeName.own', { name: spaced(office) });
}

/** Who approves a policy, as a sentence goes on: "the governors", "the standards committee". */
export function approverInWords(approver: string): Phrase {
  if (approver === 'governors' || approver === 'headteacher') return phrase(`answer.approver.${approver}`);
  return phrase('officeName.the', { office: officeInWords(approver) });
}

function spaced(name: string): string {
  return name
    .replace(/[-_.]+/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .trim();
}
