import { DEEDS } from './deeds';
import { SCHOOL_DAYS } from './plain-days';
import { DECIDED_ON, IMPORTED_ON } from './plan';
import { VISITOR_ON } from './plan-work';
import { reckonAgreements } from './reckon-agreements';
import { reckonConfirmations, reckonDuties } from './reckon-duties';
import { reckonForms } from './reckon-forms';
import { reckonInduction } from './reckon-induction';
import { reckonReports } from './reckon-reports';
import { reckonReviews, reckonViews } from './reckon-reviews';
import { reckonTraining } from './reckon-training';
import { reckonNews, reckonQuestions, reckonRequest } from './reckon-turns';

/** A message: on which day, to whom, and of what. */
export interface Told {
  readonly day: string;
  readonly to: string;
  readonly what: string;
}

export type Tell = (to: string, what: string) => void;

/** One thing that Lantern reminds of, reckoned from day to day: what is to be told, and what people do at noon. */
export interface Part {
  look(day: string, tell: Tell): void;
  noon(day: string, tell: Tell): void;
}

export interface Reckoned {
  readonly told: readonly Told[];
  /** Who agrees on which day, at noon, by the card. */
  readonly agreed: readonly { readonly day: string; readonly id: string }[];
}

/**
 * What a school owes its people in a year, worked out day by day as somebody with a calendar and a pencil would: what is
 * due in the morning, what people do at noon, and what is due because of that.
 */
export function reckon(): Reckoned {
  const agreements = reckonAgreements();
  const training = reckonTraining();
  const parts: Part[] = [
    ...[agreements, training, reckonReviews(), reckonViews(), reckonDuties(), reckonConfirmations(), reckonReports()],
    ...[
      reckonInduction(agreements.owes, training.isUntrained),
      reckonForms(),
      reckonQuestions(),
      reckonNews(),
      reckonRequest(),
    ],
  ];
  const told: Told[] = [];
  for (const day of SCHOOL_DAYS) {
    const tell: Tell = (to, what) => void told.push({ day, to, what });
    for (const part of parts) part.look(day, tell);
    for (const part of parts) part.noon(day, tell);
    for (const part of parts) part.look(day, tell);
  }
  return { told: inOrder(told), agreed: agreements.agreed };
}

/** Whether somebody of the plan does something on this day. */
export function hasEvents(day: string, { agreed }: Reckoned): boolean {
  const others = [IMPORTED_ON, DECIDED_ON, VISITOR_ON];
  return others.includes(day) || agreed.some((each) => each.day === day) || DEEDS.some(({ on }) => on === day);
}

export function inOrder(told: readonly Told[]): Told[] {
  const text = ({ day, to, what }: Told) => `${day} ${to} ${what}`;
  return [...told].sort((one, other) => (text(one) < text(other) ? -1 : 1));
}
