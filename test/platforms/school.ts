import { sampleSchool } from '../sample-school';
import type { PlaceName } from './person';

/** How a platform numbers people and places. */
export interface Numbering {
  readonly tenant: string;
  person(id: string): string;
  place(name: PlaceName): Readonly<Record<string, string>>;
}

/** Nothing else on its mind: no agreement to ask for, no review due. */
export const QUIET = { policies: [], agreements: [] };

/** The school of the stories, with its people and places as one platform knows them. */
export function schoolOn(channel: 'teams' | 'slack', by: Numbering, change: Readonly<Record<string, unknown>> = {}) {
  return {
    ...sampleSchool,
    tenants: { [channel]: by.tenant },
    people: sampleSchool.people.map(({ teams: _teams, slack: _slack, ...person }) => ({
      ...person,
      [channel]: by.person(person.id),
    })),
    places: { triage: { for: ['pupil', 'system'], ...by.place('triage') } },
    ...change,
  };
}

export const PEOPLE = sampleSchool.people.map(({ id }) => id);
