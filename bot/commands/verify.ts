import { chooseSchools, withHouse } from './house-of-command';
import { type Command, readWords, WrongWords } from './command';
import { verifySchool } from './verify-school';

/** Proves that no concern, and no request for permission, was changed behind Lantern's back (P6). */
export const verify: Command = {
  name: 'verify',
  usage: ['verify [--school ID]'],
  does: 'checks the chronology of every concern and every request; names the first entry that was changed or is missing',
  async run(words, terminal) {
    const { values, positionals } = readWords(words, { school: { type: 'string' } });
    if (positionals.length > 0) throw new WrongWords('verify takes --school and nothing else');
    return withHouse(terminal, async ({ house }) => {
      let broken = 0;
      for await (const household of chooseSchools(house, values.school))
        broken += await verifySchool(house.store, household, terminal);
      return broken === 0 ? 0 : 1;
    });
  },
};
