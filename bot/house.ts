import type { DateTime } from 'luxon';
import type { School } from '../domain/school';
import type { Capability, Desk } from '../handlers/capability';
import type { AgreeLinks } from '../infra/agree-links';
import type { Clock } from '../infra/clock';
import type { Log } from '../infra/log';
import type { PageLinks } from '../infra/page-links';
import type { Records } from '../infra/records';
import type { SignedLinks } from '../infra/signed-links';
import type { SecondOpinion } from '../infra/second-opinion';
import type { Store } from '../infra/store';
import type { Library } from '../library';
import { linkTo } from '../pages/link';
import type { Channel } from './channel';
import type { Mailer } from './mailer';
import { membersOf } from './members';
import { memoryOf } from './memory';
import type { OtherSchools } from './other-schools';
import type { Pace } from './pace';

/** One school with its own sealed rows and its own library (P8). */
export interface Household {
  readonly school: School;
  readonly records: Records;
  readonly library: Library;
  /** Ids of policies whose newest version cannot be read: the one before it answers. */
  readonly behind?: readonly string[];
}

/** Everything that is running. */
export interface House {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Schools that are open for as long as the house is: all of a small house. */
  readonly households: ReadonlyMap<string, Household>;
  /** Every other school, opened when somebody asks for it; absent in a small house. Both are found by `householdOf`. */
  readonly others?: OtherSchools;
  readonly capabilities: readonly Capability[];
  readonly channels: readonly Channel[];
  /** Signs the addresses of pages; absent where nobody could open them. */
  readonly links?: PageLinks;
  /** The same for the pages on which people without an account agree. */
  readonly agreeLinks?: AgreeLinks;
  /** Signs the addresses of pages about reviews, of the register and of calendars; absent as above. */
  readonly signedLinks?: SignedLinks;
  /** Where questions may go for a second opinion; absent unless the settings name one. */
  readonly secondOpinion?: SecondOpinion;
  /** The last way to somebody whom chat does not reach; absent unless the settings name a mail server. */
  readonly mail?: Mailer;
  /** True when no other process works on this store: leases of an earlier one are void. */
  readonly sole: boolean;
  /** How patient it is with others that work on this store; as usual when left out. */
  readonly pace?: Pace;
  /** Called after a change is kept, so that what it owes goes out at once. */
  poke(): void;
}

export function deskOf(house: House, household: Household, now = house.clock.now()): Desk {
  return {
    now: now.setZone(household.school.timezone) as Desk['now'],
    school: household.school,
    records: household.records,
    library: household.library,
    readInFull: (policy, clause) => readInFull(house, household, now, policy, clause),
    ...agreePage(house, household),
    readReport: (report, chart) => house.links?.reportAddress({ school: household.school.id, report, chart }, now),
    pageAt: (kind, name, generation = '') =>
      house.signedLinks?.address({ kind, school: household.school.id, name, generation }, now),
    memory: memoryOf(household.records, now),
    secondOpinion: house.secondOpinion,
    membersOf: (place) => membersOf(house, household, place),
  };
}

function readInFull(
  { links }: House,
  { school, library }: Household,
  now: DateTime,
  policy: string,
  clause: string | undefined,
): string | undefined {
  const held = library.policy(policy);
  return held && links && linkTo(held, clause, school.id, links, now);
}

function agreePage({ agreeLinks: links }: House, { school }: Household): Pick<Desk, 'agreePage'> {
  if (!links) return {};
  return {
    agreePage(named) {
      const link = { ...named, school: school.id };
      return { page: links.address(link), poster: links.poster(link) };
    },
  };
}
