import { writeBackup } from '../../infra/backup-write';
import { readSettings } from '../config';
import { openGround } from '../ground';
import { type Command, readWords, WrongWords } from './command';

/** Everything that is kept, in one file, while the bot runs. */
export const backup: Command = {
  name: 'backup',
  usage: ['backup FILE'],
  does: 'writes everything that is kept, of all schools, into one new file; the key that opens it is not in it',
  async run(words, terminal) {
    const { positionals } = readWords(words, {});
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new WrongWords('backup takes the name of one new file');
    const settings = readSettings(terminal.env);
    const { store, masterKey, clock } = await openGround(settings);
    try {
      const { schools, rows } = await writeBackup(store, masterKey, clock.now().toISO(), file);
      terminal.print(`${file}: ${schools === 1 ? '1 school' : `${schools} schools`}, ${rows} rows`);
      terminal.tell(keyNote(settings.key !== undefined, settings.home));
      return 0;
    } finally {
      await store.close();
    }
  },
};

function keyNote(isSet: boolean, home: string): string {
  const key = isSet ? 'LANTERN_KEY' : `${home}/keys/master.key`;
  return `The key is not in this file. Without ${key} nobody can read it, you included: keep a copy of the key in another place.`;
}
