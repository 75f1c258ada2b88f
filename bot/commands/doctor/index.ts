import type { DateTime } from 'luxon';
import { localDay } from '../../../domain/calendar';
import { UnusableSchool } from '../../../infra/directory';
import { readSettings, type Settings, WrongSettings } from '../../config';
import type { Household } from '../../house';
import { type Command, readWords, type Terminal, WrongWords } from '../command';
import { chooseSchools, withHouse } from '../house-of-command';
import { type Finding, wrong } from './finding';
import { checkConcerns } from './concerns';
import { checkDuties } from './duties';
import { checkForms } from './forms';
import { checkManifest } from './manifest';
import { checkPeople } from './people';
import { checkPolicies } from './policies';
import { checkRequests } from './requests';
import { checkRetention } from './retention';
import { checkSchool } from './school';
import { checkPermissions, checkSettings } from './settings';
import { checkStore } from './store';

/** Says what is missing or wrong, and how to mend it, before a concern finds out. */
export const doctor: Command = {
  name: 'doctor',
  usage: ['doctor [--school ID]'],
  does: 'what is missing or wrong in settings, school file, policies, manifest and permissions, and how to mend it',
  async run(words, terminal) {
    const { values, positionals } = readWords(words, { school: { type: 'string' } });
    if (positionals.length > 0) throw new WrongWords('doctor takes --school and nothing else');
    const found = await examine(values.school, terminal);
    for (const { weight, what, mend } of [...found].sort(wrongFirst))
      terminal.print(`${weight === 'wrong' ? 'WRONG ' : 'look  '}${what}: ${mend}`);
    const count = found.filter(({ weight }) => weight === 'wrong').length;
    terminal.print(count === 0 ? 'Nothing is wrong.' : `${count} wrong.`);
    return count === 0 ? 0 : 1;
  },
};

/** Settings or a school file that nothing can be opened with are findings too. */
async function examine(school: string | undefined, terminal: Terminal): Promise<Finding[]> {
  try {
    return await examineAll(school, terminal);
  } catch (error) {
    if (error instanceof WrongSettings) return error.problems.map((problem) => wrong(problem, 'see .env.example'));
    if (error instanceof UnusableSchool)
      return error.problems.map((problem) => wrong(`School file ${error.file}: ${problem}`, 'mend the file'));
    throw error;
  }
}

async function examineAll(school: string | undefined, terminal: Terminal): Promise<Finding[]> {
  const settings = readSettings(terminal.env);
  return withHouse(terminal, async ({ house }) => {
    const now = house.clock.now();
    const perSchool: Finding[] = [];
    for await (const household of chooseSchools(house, school)) perSchool.push(...checksOf(household, now, settings));
    const machine = [
      ...(await checkPermissions(settings.home)),
      ...(await checkManifest(settings)),
      ...(await checkStore(house, settings)),
    ];
    return [...checkSettings(settings), ...perSchool, ...machine];
  });
}

function checksOf(household: Household, now: DateTime<true>, settings: Settings): Finding[] {
  const { school } = household;
  const day = localDay(school, now);
  return [
    ...checkSchool(school, now.setZone(school.timezone), settings),
    ...checkPeople(school, settings),
    ...checkConcerns(school),
    ...checkRequests(school, now),
    ...checkRetention(school),
    ...checkDuties(school, day),
    ...checkForms(school, day),
    ...checkPolicies(household, now),
  ];
}

function wrongFirst(a: Finding, b: Finding): number {
  return Number(b.weight === 'wrong') - Number(a.weight === 'wrong');
}
