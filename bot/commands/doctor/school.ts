import type { DateTime } from 'luxon';
import { isCalendarKnown } from '../../../domain/calendar';
import { Category } from '../../../domain/categories';
import type { About, School } from '../../../domain/school';
import type { Settings } from '../../config';
import { mayBeTold } from '../../service-hosts';
import { checkCover } from './cover';
import { type Finding, look, wrong } from './finding';

/** Ofcom keeps these numbers free for drama: nobody answers there. */
const EXAMPLE_NUMBER = /^(\+44|0) ?(1632 ?960|7700 ?900|20 ?7946 ?0)/;

const CONTACTS: Readonly<Record<School['nation'], readonly string[]>> = {
  england: ['childrensServices', 'emergencyDutyTeam', 'lado'],
  wales: ['childrensServices', 'emergencyDutyTeam', 'councilSafeguarding'],
};

export function checkSchool(school: School, now: DateTime, settings: Pick<Settings, 'teams' | 'slack'>): Finding[] {
  return [
    ...checkContacts(school),
    ...checkCalendar(school, now),
    ...checkPlaces(school, settings),
    ...checkRoutes(school),
  ];
}

/** Of these a place is told only when the school says so, and then its members must be few. */
const COLLEAGUES: readonly About[] = ['adult', 'headteacher', 'lead', 'governor', 'self'];

/** The numbers that are shown when nobody inside may be told. */
function checkContacts({ nation, contacts }: School): Finding[] {
  const absent = CONTACTS[nation].filter((name) => !contacts[name]);
  const examples = Object.keys(contacts).filter((name) => EXAMPLE_NUMBER.test(contacts[name]?.telephone ?? ''));
  return [
    ...absent.map((name) =>
      wrong(`There is no number for ${name}`, `add ${name} with name and telephone under contacts`),
    ),
    ...examples.map((name) => look(`The number of ${name} is an example`, 'put in the real one')),
  ];
}

function checkCalendar(school: School, now: DateTime): Finding[] {
  const { terms } = school.calendar;
  if (terms.length === 0)
    return [look('There are no terms, so every weekday counts as a school day', 'add terms under calendar')];
  const found: Finding[] = [];
  if (!isCalendarKnown(school, now.plus({ weeks: 4 })))
    found.push(look('The last term in the school file is nearly over', 'add the terms of the next year'));
  return [...found, ...checkCover(school, now.toFormat('yyyy-MM-dd'))];
}

function checkPlaces({ places, offices }: School, { teams, slack }: Pick<Settings, 'teams' | 'slack'>): Finding[] {
  return Object.entries(places).flatMap(([name, place]) => {
    const found: Finding[] = [];
    if ((teams && !place.teams && !(slack && place.slack)) || (slack && !place.slack && !(teams && place.teams)))
      found.push(
        look(`The place ${name} has no address on the platform in use`, `add teams: or slack: to ${name} under places`),
      );
    if (teams && place.teams && place.serviceUrl && !mayBeTold(place.serviceUrl, teams))
      found.push(
        wrong(
          `The place ${name} has a serviceUrl that is not Microsoft's, so nothing is sent there`,
          `take serviceUrl away from ${name} under places, or name its host in TEAMS_SERVICE_HOSTS if it is yours`,
        ),
      );
    if (place.for.some((about) => COLLEAGUES.includes(about)))
      found.push(
        look(
          `The place ${name} may have cards of concerns about adults`,
          'make sure that only those who receive them are members',
        ),
      );
    for (const office of place.serves ?? [])
      if (!offices[office])
        found.push(look(`The place ${name} serves ${office}, which nobody holds`, 'check the name of the office'));
    return found;
  });
}

function checkRoutes({ routes }: School): Finding[] {
  const known: readonly string[] = Category.options;
  return routes.flatMap(({ for: { category = [] } }, index) =>
    category
      .filter((name) => !known.includes(name))
      .map((name) =>
        wrong(`Route ${index + 1} is for ${name}, which is no category`, `use one of ${known.join(', ')}`),
      ),
  );
}
