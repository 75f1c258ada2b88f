import { holdersOf } from '../../../domain/people';
import { type Person, type School, STANDING_OFFICES } from '../../../domain/school';
import type { Settings } from '../../config';
import { type Finding, look, wrong } from './finding';

/** Without these a concern has nowhere to go. */
const NEEDED: readonly string[] = ['dsl', 'headteacher'];
/** Somebody must find them in person, or ring. */
const RUNG: readonly string[] = ['dsl', 'deputy', 'headteacher'];

/** Offices without holders, and people whom the bot cannot reach. */
export function checkPeople(school: School, settings: Pick<Settings, 'teams' | 'slack'>): Finding[] {
  return [...checkOffices(school), ...checkReach(school, settings), ...checkTwins(school)];
}

function checkOffices(school: School): Finding[] {
  const found: Finding[] = [];
  for (const office of STANDING_OFFICES) {
    if (holdersOf(school, office).length > 0) continue;
    const weight = NEEDED.includes(office) ? wrong : look;
    found.push(weight(`Nobody holds the office ${office}`, `name somebody under offices: ${office}`));
  }
  for (const office of RUNG) {
    for (const { id, telephone } of holdersOf(school, office)) {
      if (!telephone)
        found.push(
          look(
            `${id} (${office}) has no telephone number on the first card of a concern`,
            `add telephone: to ${id} under people`,
          ),
        );
    }
  }
  const onlyLeads = new Set([...holdersOf(school, 'dsl'), ...holdersOf(school, 'deputy')].map(({ id }) => id));
  if (onlyLeads.size === 1)
    found.push(look('One person is all the safeguarding leads there are', 'name a deputy who is somebody else'));
  return found;
}

function checkReach({ people, tenants }: School, { teams, slack }: Pick<Settings, 'teams' | 'slack'>): Finding[] {
  const found: Finding[] = [];
  const isReached = ({ teams: onTeams, slack: onSlack }: Person) => (teams && onTeams) || (slack && onSlack);
  if (teams || slack) {
    const lost = people.filter((person) => !isReached(person)).map(({ id }) => id);
    if (lost.length > 0)
      found.push(
        look(
          `The bot cannot write first to ${lost.join(', ')}`,
          'add teams: or slack: to them under people, or ask them to write to the bot once',
        ),
      );
  }
  if (teams && !tenants.teams)
    found.push(look('The school does not say which Teams tenant is its own', 'add teams: under tenants'));
  if (slack && !tenants.slack)
    found.push(look('The school does not say which Slack workspace is its own', 'add slack: under tenants'));
  return found;
}

/** The platform's id is who somebody is: two people with one id would be one. */
function checkTwins({ people }: School): Finding[] {
  return (['teams', 'slack'] as const).flatMap((channel) => {
    const seen = new Map<string, string>();
    return people.flatMap((person) => {
      const id = person[channel];
      if (id === undefined) return [];
      const other = seen.get(id);
      seen.set(id, person.id);
      return other ? [wrong(`${other} and ${person.id} have the same ${channel} id`, 'give each their own')] : [];
    });
  });
}
