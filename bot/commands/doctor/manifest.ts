import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Settings } from '../../config';
import { type Finding, look, wrong } from './finding';

const Manifest = z.object({
  bots: z.array(z.object({ botId: z.string() })),
  composeExtensions: z.array(z.object({ botId: z.string() })).default([]),
  validDomains: z.array(z.string()).default([]),
});

/** Where the manifest that is uploaded to Teams stands in the project. */
export const TEAMS_MANIFEST = join(dirname(require.resolve('#root')), 'manifest', 'teams', 'manifest.json');

/** Whether the app that people install is the bot that runs here. */
export async function checkManifest({ teams }: Pick<Settings, 'teams'>): Promise<Finding[]> {
  if (!teams) return [];
  const manifest = Manifest.safeParse(await jsonIn(TEAMS_MANIFEST));
  if (!manifest.success)
    return [wrong('manifest/teams/manifest.json cannot be read', 'put back the one of the project')];
  const { bots, composeExtensions } = manifest.data;
  const isOurs = bots.some(({ botId }) => botId === teams.appId);
  // "Report a concern" in the menu of a message names the bot a second time.
  if (isOurs && composeExtensions.every(({ botId }) => botId === teams.appId)) return [];
  return [
    look(
      'The manifest for Teams names another bot',
      'put MicrosoftAppId in for id and for every botId before you upload it',
    ),
  ];
}

async function jsonIn(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}
