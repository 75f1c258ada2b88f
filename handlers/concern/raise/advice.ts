import type { DateTime } from 'luxon';
import { type Datum, type Phrase, phrase } from '../../../cards/view';
import { holdersOf } from '../../../domain/people';
import type { Matter } from '../../../domain/matter';
import type { Route } from '../../../domain/routes';
import type { School } from '../../../domain/school';
import { type GuidanceId, guidanceFor, isLeadTold, MOST } from './guidance';
import { saySources } from './guidance-sources';
import { sayHelplines } from './helplines';

/** A telephone's screen takes so many lines beside the form; the rest unfolds. The most important come first. */
const AT_FIRST = 4;

export interface Advice {
  readonly guidance: readonly { readonly line: Datum }[];
  /** How many more there are. */
  readonly more: number;
  /** Where the lines on show come from, with dates. */
  readonly sources: Datum;
}

/** The advice for one concern as its card shows it: at most eight lines with the helplines, and where they come from. */
export function adviceFor(matter: Matter, route: Route, school: School, at: DateTime, showAll = false): Advice {
  const helplines = sayHelplines(matter.category, route, school);
  const lines = guidanceFor(matter, route, school, at, helplines === '' ? MOST : MOST - 1);
  const shown = showAll ? lines : lines.slice(0, AT_FIRST);
  const said: Datum[] = [
    ...shown.map((line) => sayLine(line, route, school)),
    ...(showAll && helplines ? [helplines] : []),
  ];
  return {
    guidance: said.map((line) => ({ line })),
    more: showAll ? 0 : lines.length - shown.length + (helplines ? 1 : 0),
    sources: saySources(shown, school.nation, matter.category),
  };
}

/** Lines that name the lead, and what they say where the lead does not receive it. */
const OTHERWISE = {
  'find-lead-in-person': 'guidanceOtherwise.find-lead-in-person',
  'leave-image-questions': 'guidanceOtherwise.leave-image-questions',
  prevent: 'guidanceOtherwise.prevent',
  'report-to-ceop': 'guidanceOtherwise.report-to-ceop',
  'fgm-own-duty': 'guidanceOtherwise.fgm-own-duty',
} as const satisfies Partial<Record<GuidanceId, string>>;

function sayLine(line: GuidanceId, route: Route, school: School): Phrase {
  if (Object.hasOwn(OTHERWISE, line) && !isLeadTold(route, school)) return phrase(`guidanceOtherwise.${line}`);
  const isVacant = holdersOf(school, 'dataProtectionOfficer').length === 0;
  if (line === 'tell-data-lead-now' && isVacant) return phrase('guidanceOtherwise.tell-data-lead-now');
  return phrase(`guidance.${line}`);
}
