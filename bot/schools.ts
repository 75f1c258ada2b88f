import type { Person } from '../domain/school';
import type { ChannelName } from './channel';
import type { House, Household } from './house';

/*
 * How a school is found. Those of a small house are open from its start to its end; in a house of many, `others` opens
 * the one that is asked for.
 */

/** @returns undefined where there is no such school, or its key was destroyed. */
export async function householdOf(house: House, school: string): Promise<Household | undefined> {
  return house.households.get(school) ?? house.others?.open(school);
}

/** Every school, one after the other; in a house of many they do not stay open. */
export async function* everyHousehold(house: House): AsyncGenerator<Household> {
  for (const id of everySchool(house)) {
    const household = await householdOf(house, id);
    if (household) yield household;
  }
}

/** The schools that somebody may be answered from at this moment; none is opened for it. */
export async function openNow({ households, others }: Pick<House, 'households' | 'others'>): Promise<Household[]> {
  return [...households.values(), ...((await others?.openNow()) ?? [])];
}

/** The ids of all schools. */
export function everySchool({ households, others }: Pick<House, 'households' | 'others'>): readonly string[] {
  return [...households.keys(), ...(others?.ids() ?? [])];
}

/** Whose limits count for a school: its tenant's or workspace's, which it may share with others. */
export function tenantOf({ households, others }: Pick<House, 'households' | 'others'>, school: string): string {
  const { teams, slack } = households.get(school)?.school.tenants ?? others?.tenantsOf(school) ?? {};
  return teams || slack || school;
}

/**
 * The school and the person behind a platform's ids. The tenant or workspace leads to the school; the only
 * school there is is found without one, but never for a tenant that it says is not its own.
 */
export async function whoIs(
  house: House,
  channel: ChannelName,
  tenant: string | undefined,
  userId: string,
): Promise<{ household: Household; person: Person | undefined } | undefined> {
  const candidates = await candidatesFor(house, channel, tenant);
  for (const household of candidates) {
    const person = household.school.people.find((each) => each[channel] === userId);
    if (person) return { household, person };
  }
  const [first] = candidates;
  return first && candidates.length === 1 ? { household: first, person: undefined } : undefined;
}

async function candidatesFor(house: House, channel: ChannelName, tenant: string | undefined): Promise<Household[]> {
  const ofTenant = tenant === undefined ? [] : await householdsOf(house, channel, tenant);
  if (ofTenant.length > 0 || everySchool(house).length !== 1) return ofTenant;
  const [only] = house.households.values();
  return only && (!only.school.tenants[channel] || !tenant) ? [only] : [];
}

/** The schools of one tenant or workspace: mostly one, those of a trust together. */
async function householdsOf(house: House, channel: ChannelName, tenant: string): Promise<Household[]> {
  const open = [...house.households.values()].filter(({ school }) => school.tenants[channel] === tenant);
  const others = house.others?.ofTenant(channel, tenant) ?? [];
  const opened = await Promise.all(others.map((id) => householdOf(house, id)));
  return [...open, ...opened.flatMap((household) => household ?? [])];
}
