import { sampleSchool } from '../sample-school';
import { PLACE_NAMES, type PlaceName } from './person';

/** How a platform numbers people and places. */
export interface Numbering {
  readonly tenant: string;
  person(id: string): string;
  place(name: PlaceName): Readonly<Record<string, string>>;
}

/** Nothing else on its mind: no agreement to ask for, no review due. */
export const QUIET = { policies: [], agreements: [] };

/** What a story's school has differently; people and places without what a platform calls them. */
export interface Change {
  readonly people?: readonly { readonly id: string; readonly [key: string]: unknown }[];
  readonly places?: Readonly<Partial<Record<PlaceName, Readonly<Record<string, unknown>>>>>;
  readonly [key: string]: unknown;
}

/** The school of the stories, with its people and places as one platform knows them. */
export function schoolOn(channel: 'teams' | 'slack', by: Numbering, { people, places, ...change }: Change = {}) {
  const { teams: _teams, slack: _slack, ...triage } = sampleSchool.places.triage;
  return {
    ...sampleSchool,
    tenants: { [channel]: by.tenant },
    people: (people ?? sampleSchool.people).map((person) => ({
      ...person,
      teams: undefined,
      slack: undefined,
      // Whoever has an account on neither has none on this one.
      [channel]: 'teams' in person || 'slack' in person ? by.person(person.id) : undefined,
    })),
    places: Object.fromEntries(
      PLACE_NAMES.flatMap((name) => {
        const place = (places ?? { triage })[name];
        return place ? [[name, { ...place, teams: undefined, slack: undefined, ...by.place(name) }]] : [];
      }),
    ),
    ...change,
  };
}

/** Who sits in the places of a school, by id: nobody else reads what stands there. */
export const MEMBERS = { triage: ['lead', 'second-lead'], conduct: ['head', 'co-head'] };

/** Those who work there, by id. */
export function peopleOf({ people = sampleSchool.people }: Change = {}): string[] {
  return people.map(({ id }) => id);
}
