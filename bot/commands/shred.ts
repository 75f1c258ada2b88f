import { schoolsIn } from '../../infra/backup-restore';
import { lineLog } from '../../infra/log';
import { shredSchool } from '../../infra/shred';
import { readSettings } from '../config';
import { openGround } from '../ground';
import { CALLED } from './called';
import { type Command, readWords, WrongWords } from './command';

const LONGEST_WORD = 100;

/** Makes everything of a school unreadable, for good. */
export const shred: Command = {
  name: 'shred',
  usage: ['shred SCHOOL', 'shred SCHOOL --yes SCHOOL --by WHO'],
  does: 'says what destroying the keys of a school would mean; with --yes and its id once more it does it, for good',
  async run(words, terminal) {
    const { values, positionals } = readWords(words, { yes: { type: 'string' }, by: { type: 'string' } });
    const [school] = positionals;
    if (school === undefined || positionals.length > 1) throw new WrongWords('shred takes the id of one school');
    const { yes, by = '' } = values;
    if (yes !== undefined && yes !== school) throw new WrongWords(`--yes ${yes} is not ${school}: nothing was changed`);
    const word = by.trim();
    if (yes !== undefined && (word === '' || word.length > LONGEST_WORD))
      throw new WrongWords('--by says who wants this, in a few words such as "Office manager": nothing was changed');
    const { store, clock } = await openGround(readSettings(terminal.env));
    try {
      const schools = schoolsIn(await store.partitions());
      if (!schools.includes(school))
        throw new WrongWords(`There is no school ${school} here. There are: ${schools.join(', ')}`);
      if (yes === undefined) {
        for (const line of whatItMeans(school)) terminal.tell(line);
        return 1;
      }
      await shredSchool(store, school, word, clock.now().toUTC().toISO());
      lineLog((line) => terminal.tell(line.trimEnd()))('school shredded', { school });
      terminal.print(`${school}: shredded. A Lantern that is running forgets it within a minute or two.`);
      return 0;
    } finally {
      await store.close();
    }
  },
};

function whatItMeans(school: string): string[] {
  return [
    `This destroys the keys of ${school}. Its concerns, chronologies, agreements, training, requests and policies can then be read by nobody, ever: not by the school, not by you, not by a court. Nothing brings them back.`,
    'What stays: that it was shredded, when, and who said so. Row keys stay as well: references, ids and instants, and no words.',
    'Backups hold the keys as they were, locked with LANTERN_KEY. Destroy every backup too, and every copy of the database, or what is in them can still be read with that key.',
    'Ask first whether everything that must be kept has been handed on: concerns have to be kept for many years.',
    `To do it: ${CALLED} shred ${school} --yes ${school} --by "WHO SAYS SO"`,
  ];
}
