import type { Person, School } from '../domain/school';

/** Ids that the school file, the windows and the first activities of the demonstration have in common. */
export const TENANT = 'oak-lane-tenant';
export const BOT = { id: '28:lantern', name: 'Lantern' } as const;
export const TEAM = '19:oak-lane@thread.tacv2';

/** How many other people a window wants to know of; it takes no fewer and no more. */
const OTHERS = 5;

export function personalChatOf({ id }: Person): string {
  return `a:oak-lane-${id}`;
}

/**
 * The world of one person's window, as `.m365agentsplayground.yml` wants it (its format 0.1.1).
 * @param triage the channel of the triage place; only a window whose person belongs there gets it.
 */
export function playgroundWorld(person: Person, { name, people }: School, triage: string | undefined) {
  const others = people.filter(({ id }) => id !== person.id).slice(0, OTHERS);
  return {
    version: '0.1.1',
    tenantId: TENANT,
    bot: BOT,
    currentUser: account(person),
    users: others.map(account),
    personalChat: { id: personalChatOf(person) },
    groupChat: { id: `19:oak-lane-staff-room-${person.id}@thread.v2`, name: 'Staff room' },
    team: {
      id: TEAM,
      name,
      aadGroupId: numbered(0),
      channels: triage ? [{ id: triage, name: 'Triage' }] : [],
    },
  };
}

function account(person: Person) {
  const { id, name, teams } = person;
  const email = `${id}@oak-lane.example`;
  const words = name.split(' ');
  return {
    id: teams ?? id,
    name,
    // "userPrinciple" is the playground's own spelling.
    userPrincipleName: email,
    aadObjectId: numbered([...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 1_000_000_000),
    givenName: words[0] ?? name,
    surname: words.slice(1).join(' ') || name,
    email,
  };
}

/** Looks like the id of an account, and is always the same for the same number. */
function numbered(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}
