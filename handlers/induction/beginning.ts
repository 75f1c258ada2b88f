import { inARow } from '../../cards/in-a-row';
import { officeInWords } from '../../cards/office-words';
import { phrase } from '../../cards/view';
import { belongs } from '../../domain/belonging';
import { localDay } from '../../domain/calendar';
import { holdersOf, isReachable } from '../../domain/people';
import { type Person, STANDING_OFFICES } from '../../domain/school';
import type { Beginning, Desk } from '../capability';
import { seenBy } from './list';
import { seesAll } from './rules';

/** Whether chat reaches everybody and somebody holds each office that others are sent to; and who is new. */
export async function beginning(person: Person, desk: Desk): Promise<Beginning | undefined> {
  const { school, now } = desk;
  if (!seesAll(school, person.id)) return undefined;
  const here = school.people.filter((each) => belongs(each, localDay(school, now)));
  const unreached = here.filter((each) => !isReachable(each)).length;
  const vacant = STANDING_OFFICES.filter((office) => holdersOf(school, office).length === 0).map(officeInWords);
  const isSet = unreached === 0 && vacant.length === 0;
  const fresh = seenBy(person, desk).length;
  return {
    title: phrase('induction.beginning.title'),
    line: phrase('induction.beginning.line', {
      ...{ all: here.length, unreached, count: vacant.length, vacant: inARow(vacant) },
      isSet: isSet ? 'yes' : 'no',
    }),
    isSet,
    ...(fresh > 0 ? { button: { title: phrase('induction.beginning.open', { fresh }), verb: 'induction/list' } } : {}),
  };
}
