import { plus, SCHOOL_DAYS, weekdayOf } from './plain-days';
import { DECIDED_ON, IMPORTED_ON, PLANNED, type Planned, REVIEWS } from './plan';

/** A reminder: on which day, to whom, and of what. */
export interface Reminder {
  readonly day: string;
  readonly to: string;
  readonly what: string;
}

export interface Reckoned {
  readonly reminders: readonly Reminder[];
  /** Who agrees on which day, at noon. */
  readonly agreed: readonly { readonly day: string; readonly id: string }[];
}

/** What a school owes its people in a year, worked out day by day as somebody with a calendar and a pencil would. */
export function reckon(): Reckoned {
  const agreed: { day: string; id: string }[] = [];
  const reminders = [...PLANNED.flatMap((person) => ofAgreements(person, agreed)), ...lists(), ...ofReviews()];
  return { reminders: inOrder(reminders), agreed };
}

/** Whether somebody of the plan does something on this day. */
export function hasEvents(day: string, { agreed }: Reckoned): boolean {
  const isRatified = REVIEWS.some(({ ratifiedOn }) => ratifiedOn === day);
  return isRatified || day === IMPORTED_ON || day === DECIDED_ON || agreed.some((each) => each.day === day);
}

export function inOrder(reminders: readonly Reminder[]): Reminder[] {
  const text = ({ day, to, what }: Reminder) => `${day} ${to} ${what}`;
  return [...reminders].sort((one, other) => (text(one) < text(other) ? -1 : 1));
}

function isOfSchool({ startsOn = '', leavesOn = '9' }: Planned, day: string): boolean {
  return startsOn <= day && day <= leavesOn;
}

/** In school on this day: works on it, and is not away. */
function isIn(person: Planned, day: string): boolean {
  const isAway = (person.away ?? []).some((span) => {
    const [from = '', to = ''] = span.split('/');
    return from <= day && day <= to;
  });
  return isOfSchool(person, day) && !isAway && (!person.worksOn || person.worksOn.includes(weekdayOf(day)));
}

function schoolDaysAfter(day: string, count: number): string | undefined {
  return SCHOOL_DAYS.filter((each) => each >= day)[count];
}

/** A week before, on the day, and one and two weeks after; of several that were missed, the last. */
const AGREEMENT_RUNGS = [-7, 0, 7, 14];

function ofAgreements(person: Planned, agreed: { day: string; id: string }[]): Reminder[] {
  if (person.isOutside) return [];
  const sent: Reminder[] = [];
  let hasAgreed = false;
  let words = 'old';
  let asked: { readonly day: string; readonly due: string; readonly words: string; last: number } | undefined;
  let asks = 0;
  let agreesOn: string | undefined;

  function look(day: string): void {
    if (!isIn(person, day) || hasAgreed) return;
    if (!asked || asked.words !== words) {
      asked = { day, due: dueOf(person, day), words, last: Number.NEGATIVE_INFINITY };
      const after = person.agreesAfter[asks++];
      agreesOn = after === undefined ? undefined : schoolDaysAfter(day, after);
      sent.push({ day, to: person.id, what: 'agreement' });
      return;
    }
    const rung = AGREEMENT_RUNGS.filter((days) => plus(asked?.due ?? '', days) <= day).at(-1);
    if (rung === undefined || rung <= asked.last) return;
    asked.last = rung;
    sent.push({ day, to: person.id, what: 'agreement' });
  }

  for (const day of SCHOOL_DAYS) {
    look(day);
    if (day === IMPORTED_ON) words = 'new';
    // Whoever has agreed is left in peace until it is decided.
    if (day === DECIDED_ON) hasAgreed &&= asked?.words === 'new';
    if (day === IMPORTED_ON || day === DECIDED_ON) look(day);
    if (!hasAgreed && agreesOn === day && isOfSchool(person, day)) {
      hasAgreed = true;
      agreed.push({ day, id: person.id });
    }
  }
  return sent;
}

/** Three weeks from asking; for a starter two weeks from the first day, if that leaves a week. */
function dueOf({ startsOn }: Planned, asked: string): string {
  const settled = startsOn && plus(startsOn, 14);
  return settled && settled >= plus(asked, 7) ? settled : plus(asked, 21);
}

/** Somebody without an account is on the office manager's list from the first day, once a week. */
function lists(): Reminder[] {
  const office = PLANNED.find(({ id }) => id === 'office');
  const sent = new Map<string, Reminder>();
  for (const day of SCHOOL_DAYS) {
    const monday = plus(day, -['mon', 'tue', 'wed', 'thu', 'fri'].indexOf(weekdayOf(day)));
    const isOwed = PLANNED.some((person) => person.isOutside && isOfSchool(person, day));
    if (isOwed && office && isIn(office, day) && !sent.has(monday))
      sent.set(monday, { day, to: 'office', what: 'agreement-list' });
  }
  return [...sent.values()];
}

/** 8, 4 and 1 weeks before, on the day, and every week after. */
function ofReviews(): Reminder[] {
  return REVIEWS.flatMap(({ policy, people, reviewOn, ratifiedOn, nextOn }) =>
    people.flatMap((id) => {
      const person = PLANNED.find((each) => each.id === id);
      if (!person) throw new Error(`there is no ${id}`);
      const sent: Reminder[] = [];
      const before = new Set<string>();
      let due = reviewOn;
      for (const day of SCHOOL_DAYS) {
        const rung = latest(due, day);
        if (isIn(person, day) && rung !== undefined && !before.has(`${due} ${rung}`)) {
          before.add(`${due} ${rung}`);
          sent.push({ day, to: id, what: policy });
        }
        if (day === ratifiedOn) due = nextOn ?? due;
      }
      return sent;
    }),
  );
}

function latest(due: string, day: string): number | undefined {
  let rung = [-56, -28, -7, 0].filter((days) => plus(due, days) <= day).at(-1);
  for (let days = 7; plus(due, days) <= day; days += 7) rung = days;
  return rung;
}
