import { chooseSchools, withHouse } from './house-of-command';
import { type Command, readWords, WrongWords } from './command';
import { checkChronologies } from './whole-chains';

/** Proves that no concern was changed behind Lantern's back (P6). */
export const verify: Command = {
  name: 'verify',
  usage: ['verify [--school ID]'],
  does: 'checks the chronology of every concern; names the first entry that was changed or is missing',
  async run(words, terminal) {
    const { values, positionals } = readWords(words, { school: { type: 'string' } });
    if (positionals.length > 0) throw new WrongWords('verify takes --school and nothing else');
    return withHouse(terminal, async ({ house }) => {
      let broken = 0;
      for (const household of chooseSchools(house, values.school)) {
        const { school } = household;
        const { concerns, entries, faults } = await checkChronologies(house.store, household);
        for (const { ref, at, why } of faults)
          terminal.print(`${school.id} ${ref}${at === undefined ? '' : ` entry ${at}`}: ${why}`);
        const verdict = faults.length === 0 ? 'all as they were written' : `${faults.length} not as they were written`;
        terminal.print(`${school.id}: ${concerns} concerns, ${entries} entries, ${verdict}`);
        broken += faults.length;
      }
      return broken === 0 ? 0 : 1;
    });
  },
};
