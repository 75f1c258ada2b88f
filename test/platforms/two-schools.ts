import { dispatch } from '../../bot/dispatch';
import { findPerson } from '../../domain/people';
import { sampleSchool } from '../sample-school';
import { QUIET } from './school';
import type { Platform } from './person';

/** Another school with the very same name, in another tenant; Lantern serves both from one store. */
const ELM = {
  ...sampleSchool,
  ...QUIET,
  id: 'elm-wood',
  tenants: { teams: 'tenant-of-elm-wood', slack: 'T000000002' },
  places: {},
};

export const CANARY_OF_ELM = 'the grey seal sleeps in the boat house';

/** Gives the platform's Lantern the second school, with one concern in it. Returns that concern's reference. */
export async function addElmWood(platform: Platform): Promise<string> {
  await platform.restart(platform.home.writeSchool(ELM));
  const { house } = platform.running();
  const household = house.households.get('elm-wood');
  if (!household || !house.households.has('oak-lane')) throw new Error('two schools are served');
  const person = findPerson(household.school, 'teacher');
  let count = 0;
  let draft = '';

  async function press(verb: string, data: Record<string, unknown> = {}) {
    const act = { kind: 'pressed' as const, verb, data: { draft, ...data } };
    const reply = await dispatch({ id: `elm-${++count}`, household: elm, person, where: 'private', act }, house);
    draft = /"draft":"([^"]+)"/.exec(JSON.stringify(reply))?.[1] ?? draft;
  }

  const elm = household;
  await press('concern/start');
  await press('concern/danger-no');
  await press('concern/kind', { about: 'pupil', area: 'conduct' });
  await press('concern/category', { category: 'cyberbullying' });
  await press('concern/look', { story: CANARY_OF_ELM, inPerson: 'nobody' });
  await press('concern/send');
  // Nobody there was ever met. That they cannot be told takes three tries each to be found out, and stands in the
  // chronology then: before anything else is done, however busy this machine is.
  for (let minute = 0; minute < 6; minute += 1) await platform.pass({ minutes: 1 });
  return 'EW-26-0001';
}
