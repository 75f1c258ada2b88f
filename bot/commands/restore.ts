import { UnusableBackup } from '../../infra/backup-file';
import { readBackup } from '../../infra/backup-read';
import { checkBackup, restoreRows, schoolsIn } from '../../infra/backup-restore';
import { keyFromSecret, knownMasterKey } from '../../infra/master-key';
import { mustOpen, Shredded } from '../../infra/seal';
import type { Store } from '../../infra/store';
import { readSettings, type Settings } from '../config';
import { vaultOf } from '../ground';
import { openPlace } from '../restore-place';
import { type Command, readWords, type Terminal, WrongWords } from './command';
import { openHouseToVerify, verifySchool } from './verify-school';

/** Brings back what `backup` wrote, into an empty place of either kind. */
export const restore: Command = {
  name: 'restore',
  usage: ['restore FILE [--again]'],
  does: 'brings back a backup into an empty place, a folder or Azure Tables; --again after one that was stopped',
  async run(words, terminal) {
    const { values, positionals } = readWords(words, { again: { type: 'boolean' } });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new WrongWords('restore takes the name of one backup');
    const settings = readSettings(terminal.env);
    const keys = await keysOf(settings);
    const found = await checkBackup(readBackup(file, keys), (school, row) => mustOpen(row, school, keys));
    const place = await openPlace(settings, values.again ?? false);
    let faults: number;
    try {
      await restoreRows(place.store, readBackup(file, keys), keys, place.by);
      terminal.print(`${file}: ${found.schools === 1 ? '1 school' : `${found.schools} schools`}, ${found.rows} rows`);
      faults = await verifyAll(place.store, keys, terminal);
    } catch (error) {
      await place.abandon();
      throw error;
    }
    await place.keep();
    terminal.tell('Restored. Start Lantern as always: messages that were on their way may come a second time.');
    return faults === 0 ? 0 : 1;
  },
};

/** What is to be opened has a key already: none may be made for it. */
async function keysOf(settings: Settings): Promise<Buffer[]> {
  const { home, key, oldKey } = settings;
  const vault = vaultOf(settings);
  const known = await knownMasterKey(home, key, vault);
  if (known) return [known, ...(oldKey === undefined ? [] : [await keyFromSecret(oldKey, vault)])];
  throw new UnusableBackup(
    `The key is not here. Set LANTERN_KEY to the one of the backup, or put your copy of master.key into ${home}/keys.`,
  );
}

async function verifyAll(store: Store, masterKeys: readonly Buffer[], terminal: Terminal): Promise<number> {
  let faults = 0;
  for (const school of schoolsIn(await store.partitions())) {
    const opened = await openHouseToVerify(store, school, masterKeys).catch((error) => unlessShredded(error, terminal));
    if (opened) faults += await verifySchool(store, opened, terminal);
  }
  return faults;
}

/** There is nothing in it that could be checked; that it was shredded is brought back. */
function unlessShredded(error: unknown, { print }: Terminal): undefined {
  if (!(error instanceof Shredded)) throw error;
  print(error.message);
}
