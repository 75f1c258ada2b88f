import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openShelf } from '../../bot/shelf';
import { keepPolicy } from '../../infra/stored-policies';
import { openWorld, type World } from '../world';

const POLICIES = join(dirname(require.resolve('#root')), 'policies');

/** The model policy of the project with this id. */
export function modelPolicy(id: string): string {
  return readFileSync(join(POLICIES, `${id}.md`), 'utf8');
}

/** A world whose policies lie in its store, as they do in a bot that has started once. */
export async function openStoredWorld(options: Parameters<typeof openWorld>[0] = {}): Promise<World> {
  const world = await openWorld(options);
  for (const { id, file } of world.school.policies)
    await keepPolicy(world.records, id, file, Buffer.from(modelPolicy(id)), at(world));
  await renew(world);
  return world;
}

/** Somebody imports this text as a policy of the school, and the bot has noticed. */
export async function importVersion(world: World, id: string, text: string): Promise<void> {
  await keepPolicy(world.records, id, `${id}.md`, Buffer.from(text), at(world), 'import');
  await renew(world);
}

async function renew({ house, school, records }: World): Promise<void> {
  const { library } = await openShelf({ school, records, folder: undefined, keepAt: undefined });
  Object.assign(house.households.get(school.id) ?? {}, { library });
}

function at(world: World): string {
  return world.now().toUTC().toISO() ?? '';
}
