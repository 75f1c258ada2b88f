import type { Platform, Wanted } from './person';
import { openSlackPlatform } from './slack';
import { openTeamsPlatform } from './teams';

export type { Person, Platform, Wanted } from './person';

/** Both platforms, for `describe.each`: every story is told twice with the same words. */
export const PLATFORMS: readonly [name: string, open: (wanted?: Wanted) => Promise<Platform>][] = [
  ['Teams', openTeamsPlatform],
  ['Slack', openSlackPlatform],
];

/** Text of an error's way through the program, wherever it might show. */
export const STACK = /\n\s+at |\bat \S+ \(|\.[jt]s:\d+|node_modules|"places"/;
