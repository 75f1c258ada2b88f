import { chooseSchools, withHouse } from './house-of-command';
import { type Command, readWords, WrongWords } from './command';
import type { Fault } from './chain';
import { checkChronologies } from './whole-chains';
import { checkRemovals } from './whole-removals';
import { checkRequests } from './whole-requests';

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
      for (const household of chooseSchools(house, values.school)) {
        const { school } = household;
        const removals = await checkRemovals(house.store, household);
        const { concerns, entries, faults } = await checkChronologies(house.store, household, removals);
        const wishes = await checkRequests(house.store, household, removals);
        const all = [...removals.faults, ...faults, ...wishes.faults];
        for (const fault of all) terminal.print(`${school.id}${faultLine(fault)}`);
        terminal.print(`${school.id}: ${concerns} concerns, ${entries} entries, ${verdictOn(faults)}`);
        if (wishes.requests + wishes.faults.length > 0)
          terminal.print(
            `${school.id}: ${wishes.requests} requests, ${wishes.entries} entries, ${verdictOn(wishes.faults)}`,
          );
        if (removals.entries + removals.faults.length > 0)
          terminal.print(
            `${school.id}: ${removals.concerns.size + removals.requests.size} removed, ${removals.entries} entries, ${verdictOn(removals.faults)}`,
          );
        broken += all.length;
      }
      return broken === 0 ? 0 : 1;
    });
  },
};

function faultLine({ ref, at, why }: Fault): string {
  return `${ref === undefined ? '' : ` ${ref}`}${at === undefined ? '' : ` entry ${at}`}: ${why}`;
}

function verdictOn(faults: readonly Fault[]): string {
  return faults.length === 0 ? 'all as they were written' : `${faults.length} not as they were written`;
}
