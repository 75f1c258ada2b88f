import { setTimeout as wait } from 'node:timers/promises';
import { schoolsIn } from '../../infra/backup-restore';
import { Shredded } from '../../infra/key-row';
import { knownMasterKey } from '../../infra/master-key';
import { resealSchool } from '../../infra/reseal';
import { rewrapKeys } from '../../infra/rewrap';
import { readSettings, type Settings } from '../config';
import { type Ground, openGround } from '../ground';
import { type Command, readWords, type Terminal, WrongWords } from './command';
import { wrapMasterKey } from './key-wrap';

/** Changes what locks the records, while the bot works. */
export const key: Command = {
  name: 'key',
  usage: ['key rotate [--reseal] [--school ID]', 'key wrap ADDRESS'],
  does: 'rotate: wraps the keys of the schools with a new LANTERN_KEY; --reseal: gives each a new data key as well and seals every row anew. wrap: has LANTERN_KEY wrapped by a key in Azure Key Vault',
  async run(words, terminal) {
    if (words[0] === 'wrap') return wrapMasterKey(words.slice(1), terminal);
    const { values, positionals } = readWords(words, { reseal: { type: 'boolean' }, school: { type: 'string' } });
    if (positionals.join(' ') !== 'rotate')
      throw new WrongWords('key is followed by rotate, or by wrap and the address of a key');
    const settings = readSettings(terminal.env);
    const ground = await openGround(settings);
    try {
      const schools = schoolsIn(await ground.store.partitions());
      const chosen = values.school === undefined ? schools : schools.filter((id) => id === values.school);
      if (chosen.length === 0)
        throw new WrongWords(`There is no school ${values.school ?? ''} here. There are: ${schools.join(', ')}`);
      const keys = [ground.masterKey, ...(ground.olderKeys ?? []), ...(await keyOfHome(settings))];
      let isChanged = false;
      for (const school of chosen) isChanged = (await rotate(school, keys, ground, terminal)) || isChanged;
      if (values.reseal) for (const school of chosen) await reseal(school, keys, ground, terminal);
      terminal.tell(isChanged ? CHANGED : values.reseal ? RESEALED : UNCHANGED);
      return 0;
    } finally {
      await ground.store.close();
    }
  },
};

const CHANGED =
  'Take LANTERN_OLD_KEY away, and start every Lantern again. Keep the older key as long as backups of its time. Addresses that it signed open no longer: print visitors\u2019 links anew, give out calendars anew, and give the web filter its new secret.';
const RESEALED = 'Backups that were made before open with the keys that are in them.';
const UNCHANGED =
  'Nothing was changed: LANTERN_KEY wraps them already. For a new one set LANTERN_KEY to it and LANTERN_OLD_KEY to the one of before, start every Lantern again with both, and run this again.';

/** A school that has used the key in its folder so far changes to LANTERN_KEY. */
async function keyOfHome({ home, key: secret }: Settings): Promise<Buffer[]> {
  const found = secret === undefined ? undefined : await knownMasterKey(home, undefined);
  return found ? [found] : [];
}

async function rotate(
  school: string,
  keys: readonly Buffer[],
  { store }: Ground,
  { print }: Terminal,
): Promise<boolean> {
  try {
    const isNew = await rewrapKeys(store, school, keys);
    print(`${school}: ${isNew ? 'wrapped with the new key' : 'wrapped with this key already'}`);
    return isNew;
  } catch (error) {
    if (!(error instanceof Shredded)) throw error;
    print(error.message);
    return false;
  }
}

/** Once it was begun it may be stopped and run again: it goes on where it was. */
async function reseal(school: string, master: readonly Buffer[], { store }: Ground, terminal: Terminal): Promise<void> {
  const pause = terminal.pause ?? wait;
  try {
    terminal.tell(
      `${school}: a new data key. Every Lantern that is running hears of it first: this takes two minutes and more.`,
    );
    const { rows, unreadable } = await resealSchool({
      store,
      school,
      master,
      now: Date.now,
      pause: async (ms) => void (await pause(ms)),
    });
    terminal.print(`${school}: ${rows} rows sealed anew`);
    if (unreadable > 0) terminal.print(`${school}: ${unreadable} rows open with no key: see verify`);
  } catch (error) {
    if (!(error instanceof Shredded)) throw error;
  }
}
