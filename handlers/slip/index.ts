import { phrase } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { findClass } from '../../domain/classes';
import { alone } from '../alone';
import type { Capability, Desk, Turn } from '../capability';
import { calledIn, isAsked } from './asking';
import { beginning } from './beginning';
import { calendarOf } from './calendar';
import { nudges } from './nudging';
import { beside } from './photos';
import { classesFor } from './rules';
import { verbs } from './verbs';
import { classView, countOut, listView, startView } from './views';
import { yearNow } from './words';

/** Keeps which forms of pupils and parents are back, by class, and which children may be in photographs (S205, S229). */
export const slip: Capability = {
  name: 'slip',
  hears: isAsked,
  said: async (turn, desk) => ({ reply: alone(turn, await shown(turn, desk)) }),
  nudges,
  beside,
  beginning,
  calendar: calendarOf,
  verbs,

  async summary(person, desk) {
    const own = classesFor(person, desk.school, yearNow(desk), localDay(desk.school, desk.now));
    if (own.length === 0 || desk.school.forms.list.length === 0) return [];
    const count = await countOut(person, desk);
    return [{ title: phrase('slip.summary', { count }), verb: 'slip/list' }];
  },
};

async function shown({ person, act }: Turn, desk: Desk) {
  const called = act.kind === 'said' ? calledIn(act.text) : undefined;
  if (called === undefined) return startView(person, desk);
  const own = classesFor(person, desk.school, yearNow(desk), localDay(desk.school, desk.now));
  const one = findClass(own, called);
  return one ? classView(one, person, desk) : listView(person, desk, 0, phrase('slip.noSuchClass'));
}
