import { DateTime } from 'luxon';
import { Day, type School } from '../../domain/school';
import { type Command, readWords, WrongWords } from './command';
import { foresee } from './foreseen';
import { chooseSchools, withHouse } from './house-of-command';

/** Tells what would go out at an instant, and sends none of it. */
export const due: Command = {
  name: 'due',
  usage: ['due [--at DAY|INSTANT] [--school ID]'],
  does: 'what would be sent then, one JSON line a message; a day means its opening; nothing is sent',
  async run(words, terminal) {
    const { values, positionals } = readWords(words, { at: { type: 'string' }, school: { type: 'string' } });
    if (positionals.length > 0) throw new WrongWords('due takes --at and --school, and nothing else');
    await withHouse(terminal, async ({ house }) => {
      for await (const household of chooseSchools(house, values.school)) {
        const at = values.at === undefined ? house.clock.now() : instantOf(values.at, household.school);
        for (const message of await foresee(house, household, at)) terminal.print(JSON.stringify(message));
      }
    });
    return 0;
  },
};

/** A time without an offset is the school's own. */
function instantOf(text: string, { hours, timezone }: School): DateTime<true> {
  const whole = Day.safeParse(text).success ? `${text}T${hours.from}` : text;
  const at = DateTime.fromISO(whole, { zone: timezone });
  if (at.isValid) return at;
  throw new WrongWords(`${text} is no day or instant: write 2026-11-30 or 2026-11-30T09:00`);
}
