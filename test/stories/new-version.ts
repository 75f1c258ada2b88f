import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openShelf } from '../../bot/shelf';
import { keepPolicy } from '../../infra/stored-policies';
import type { Library } from '../../library';
import { openWorld, type World } from '../world';

const POLICIES = join(dirname(require.resolve('#root')), 'policies');

/** The model policy of the project with this id. */
export function modelPolicy(id: string): string {
  return readFileSync(join(POLICIES, `${id}.md`), 'utf8');
}

/** The model policies, read once for all worlds. */
let models: Library | undefined;

/** A world whose policies lie in its store, as they do in a bot that has started once. */
export async function openStoredWorld(options: Parameters<typeof openWorld>[0] = {}): Promise<World> {
  const world = await openWorld({ ...options, ...(models ? { library: models } : {}) });
  for (const { id, file } of world.school.policies)
    await keepPolicy(world.records, id, file, Buffer.from(modelPolicy(id)), at(world));
  models = await renew(world, models);
  return world;
}

/** Somebody imports this text as a policy of the school, and the bot has noticed. */
export async function importVersion(world: World, id: string, text: string): Promise<void> {
  await keepPolicy(world.records, id, `${id}.md`, Buffer.from(text), at(world), 'import');
  await renew(world);
}

async function renew({ house, school, records }: World, known = models): Promise<Library> {
  const shelf = { school, records, folder: undefined, keepAt: undefined };
  const { library } = await openShelf(known ? { ...shelf, known } : shelf);
  Object.assign(house.households.get(school.id) ?? {}, { library });
  return library;
}

function at(world: World): string {
  return world.now().toUTC().toISO() ?? '';
}
