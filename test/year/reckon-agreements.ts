import { latestOf, mondayOf, plus, schoolDayFrom } from './plain-days';
import { isIn, isOfSchool, personOf } from './plain-people';
import { DECIDED_ON, IMPORTED_ON, PLANNED, type Planned } from './plan';
import { ALL_REMINDED_ON, EXEMPT, PAPERS, QUESTIONS, REMINDED } from './plan-work';
import type { Part, Reckoned, Tell } from './reckoning';

/** A week before, on the day, and one and two weeks after; of several that were missed, the last. */
const RUNGS = [-7, 0, 7, 14];
/** From then on the office manager has it. */
const LISTED = 21;

interface Asked {
  readonly due: string;
  readonly words: 'old' | 'new';
  last: number;
}

interface Stand {
  readonly person: Planned;
  agreedTo?: 'old' | 'new';
  asked?: Asked;
  asks: number;
  agreesOn: string | undefined;
  /** The last day on which they were told. */
  toldOn?: string;
}

/** The agreement: whoever has not agreed is asked and reminded; whom no reminder reaches, or helps, is on a weekly list. */
export function reckonAgreements(): Part & {
  owes(id: string, day: string): boolean;
  readonly agreed: Reckoned['agreed'];
} {
  const agreed: { day: string; id: string }[] = [];
  const stands = new Map(
    PLANNED.map((person): [string, Stand] => [person.id, { person, asks: 0, agreesOn: undefined }]),
  );
  const weeks = new Set<string>();
  /** Who has a question, or need not agree in this round. */
  const waits = new Set<string>();
  const exempt = new Set<string>();
  let words: 'old' | 'new' = 'old';

  function owes(id: string, day: string): boolean {
    const stand = stands.get(id);
    return stand !== undefined && isOfSchool(stand.person, day) && stand.agreedTo === undefined && !exempt.has(id);
  }

  function mayRemind({ person, toldOn }: Stand, day: string): boolean {
    if (person.isOutside || toldOn === day) return false;
    return isIn(person, day) && owes(person.id, day) && !waits.has(person.id);
  }

  function remind(stand: Stand, day: string, tell: Tell): void {
    const { person, asked } = stand;
    if (!mayRemind(stand, day)) return;
    if (!asked || asked.words !== words) {
      stand.asked = { due: dueOf(person, day), words, last: Number.NEGATIVE_INFINITY };
      const after = person.agreesAfter[stand.asks++];
      stand.agreesOn = after === undefined ? undefined : schoolDayFrom(day, after);
      stand.toldOn = day;
      tell(person.id, 'agreement');
      return;
    }
    const rung = latestOf(RUNGS, asked.due, day);
    if (rung === undefined || rung <= asked.last) return;
    asked.last = rung;
    stand.toldOn = day;
    tell(person.id, 'agreement');
  }

  function isListed({ person, asked }: Stand, day: string): boolean {
    if (!owes(person.id, day)) return false;
    return person.isOutside === true || (asked?.words === words && plus(asked.due, LISTED) <= day);
  }

  return {
    owes,
    agreed,
    look(day, tell) {
      for (const stand of stands.values()) remind(stand, day, tell);
      const isOwed = [...stands.values()].some((stand) => isListed(stand, day));
      if (!isOwed || !isIn(personOf('office'), day) || weeks.has(mondayOf(day))) return;
      weeks.add(mondayOf(day));
      tell('office', 'agreement-list');
    },
    noon(day, tell) {
      for (const { by, on, endsOn } of QUESTIONS) {
        if (on === day) waits.add(by);
        if (endsOn === day) waits.delete(by);
      }
      if (day === EXEMPT.on) exempt.add(EXEMPT.id);
      if (day === DECIDED_ON) exempt.clear();
      for (const stand of stands.values()) {
        const isMeant = day === ALL_REMINDED_ON || (day === REMINDED.on && stand.person.id === REMINDED.id);
        if (!isMeant || !mayRemind(stand, day)) continue;
        stand.toldOn = day;
        tell(stand.person.id, 'agreement');
      }
      if (day === IMPORTED_ON) words = 'new';
      if (day === DECIDED_ON) for (const stand of stands.values()) if (stand.agreedTo === 'old') delete stand.agreedTo;
      // Whoever is asked because of that may agree on the same day.
      if (day === IMPORTED_ON || day === DECIDED_ON) for (const stand of stands.values()) remind(stand, day, tell);
      for (const stand of stands.values()) {
        const { id } = stand.person;
        const isOnPaper = PAPERS.some((paper) => paper.id === id && paper.on === day);
        if (!owes(id, day) || !(isOnPaper || stand.agreesOn === day)) continue;
        stand.agreedTo = words;
        if (!isOnPaper) agreed.push({ day, id });
      }
    },
  };
}

/** Three weeks from asking; for a starter two weeks from the first day, if that leaves a week. */
function dueOf({ startsOn }: Planned, asked: string): string {
  const settled = startsOn && plus(startsOn, 14);
  return settled && settled >= plus(asked, 7) ? settled : plus(asked, 21);
}
