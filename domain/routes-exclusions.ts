import type { DateTime } from 'luxon';
import { localDay } from './calendar';
import { isSelfReport, type Matter } from './matter';
import { findPerson } from './people';
import type { School } from './school';

const MEANT_BY = {
  headteacher: ['headteacher'],
  lead: ['dsl', 'deputy'],
  governor: ['chairOfGovernors', 'onlineSafetyGovernor'],
} as const;

/**
 * Everybody who must never be told of this matter, open it or be the next: the subject, and whoever the reporter says
 * is too close. By person, so that one who is excluded under one office is excluded under all of theirs (P2).
 */
export function excludedFrom(school: School, matter: Matter, at: DateTime): Set<string> {
  const excluded = new Set<string>();
  for (const id of subjectsOf(school, matter, at)) excluded.add(id);
  for (const conflict of matter.conflicts) {
    if (findPerson(school, conflict)) excluded.add(conflict);
    for (const id of everyHolder(school, conflict, at)) excluded.add(id);
  }
  return excluded;
}

function subjectsOf(school: School, matter: Matter, at: DateTime): string[] {
  const subjects: string[] = [];
  if (isSelfReport(matter) && matter.raisedBy !== undefined) subjects.push(matter.raisedBy);
  if (findPerson(school, matter.subject)) return [...subjects, matter.subject ?? ''];
  // Nobody was picked: everybody who may be meant is kept out, since one of them is.
  if (matter.about !== 'headteacher' && matter.about !== 'lead' && matter.about !== 'governor') return subjects;
  for (const office of MEANT_BY[matter.about]) subjects.push(...everyHolder(school, office, at));
  if (matter.about !== 'governor') return subjects;
  // A headteacher sits on the board as well; had the reporter meant them, there is a door for that.
  const onlyGovernors = school.people.filter(({ roles }) => roles.includes('governor') && !roles.includes('staff'));
  return [...subjects, ...onlyGovernors.map(({ id }) => id)];
}

/** Those who hold an office, and those who cover it that day. */
function everyHolder(school: School, office: string, at: DateTime): string[] {
  const day = localDay(school, at);
  const cover = school.cover.filter((one) => one.office === office && one.from <= day && day <= one.to);
  // What a form claims to be an office may be the name of anything.
  const holders = Object.hasOwn(school.offices, office) ? (school.offices[office] ?? []) : [];
  return [...holders, ...cover.flatMap((one) => one.people)];
}
