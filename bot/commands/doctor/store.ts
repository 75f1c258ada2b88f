import { HomeTaken, takeHome } from '../../../infra/home-lock';
import type { Settings } from '../../config';
import { healthOf } from '../../health';
import type { House } from '../../house';
import { type Finding, look, wrong } from './finding';

/** What is owed and does not get through, and whether a bot is there to send it. */
export async function checkStore(house: House, { store, home }: Pick<Settings, 'store' | 'home'>): Promise<Finding[]> {
  const found: Finding[] = [];
  const { store: answers, outbox } = await healthOf(house);
  if (answers === 'failing')
    found.push(wrong('The store does not answer', 'check the disk, or the address and the rights of Azure Tables'));
  if (outbox.dead > 0)
    found.push(wrong(`${outbox.dead} messages were given up`, 'tell the people in person: see open concerns'));
  if (outbox.failing > 0)
    found.push(
      look(
        `${outbox.failing} messages were refused and are tried again`,
        'check that the bot is installed for the people and in the place',
      ),
    );
  if (store.kind === 'sqlite' && !isRunning(home)) found.push(look('No bot is running in this home', 'npm start'));
  return found;
}

function isRunning(home: string): boolean {
  try {
    takeHome(home)();
    return false;
  } catch (error) {
    if (error instanceof HomeTaken) return true;
    throw error;
  }
}
