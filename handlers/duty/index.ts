import { phrase } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { alone } from '../alone';
import { type Capability, type Desk, verb } from '../capability';
import { isCommand } from '../command';
import { confirmVerbs } from './confirm';
import { confirmedDuties, isAsked } from './confirming';
import { figures } from './figures';
import { historyView } from './history';
import { countDue, listView, seenBy } from './list';
import { nudges } from './nudging';
import { doersOf, maySee } from './rules';
import { FromLine, HistoryOf, OfDue } from './schema';
import { settleVerbs } from './settle';
import { currentOf, dueMeant, findStanding, putRight, type Standing } from './standing';
import { dueView } from './views';
import { yearView } from './year';
import type { Person } from '../../domain/school';
import { aboutPerson } from './about-person';
import { beginning } from './beginning';
import { calendarOf } from './calendar';

const YEAR_COMMANDS = ['school year', 'the school year', 'school calendar', 'calendar', 'what comes next'];
const COMMANDS = ['duties', 'duties due', 'my duties', 'duty', 'school duties'];

/** What comes round: reminds the office whose it is, and keeps who did it, when, and with what to show for it. */
export const duty: Capability = {
  name: 'duty',
  hears: (text) => isCommand(text, [...COMMANDS, ...YEAR_COMMANDS]),
  async said(turn, desk) {
    const isYear = turn.act.kind === 'said' && isCommand(turn.act.text, YEAR_COMMANDS);
    return { reply: alone(turn, isYear ? await yearView(desk) : await listView(turn.person, desk)) };
  },
  nudges,
  aboutPerson,
  figures,
  calendar: calendarOf,
  putRight,

  beginning,

  async summary(person, desk) {
    if (desk.school.duties.length === 0) return [];
    const count = await countDue(person, desk);
    if (count === 0 && !(await hasAny(person, desk))) return [];
    return [{ title: count > 0 ? phrase('duty.summaryDue', { count }) : phrase('duty.summary'), verb: 'duty/list' }];
  },

  verbs: [
    verb({
      name: 'duty/list',
      data: FromLine,
      find: async () => true,
      may: () => true,
      handle: async ({ turn, desk, data }) => ({ reply: alone(turn, await listView(turn.person, desk, data.from)) }),
    }),

    verb({
      name: 'duty/year',
      data: FromLine,
      find: async () => true,
      may: () => true,
      handle: async ({ turn, desk, data }) => ({ reply: alone(turn, await yearView(desk, data.from)) }),
    }),

    verb({
      name: 'duty/open',
      data: OfDue,
      find: ({ duty: id }, _turn, desk) => findStanding(id, desk),
      may: mayLookAt,
      handle: async ({ turn, desk, kept, data }) => {
        const due = dueMeant(kept, data.due, desk) ?? currentOf(kept);
        return { reply: alone(turn, dueView(kept, due, whyFor(turn.person.id, kept, desk), turn.person.id, desk)) };
      },
    }),

    verb({
      name: 'duty/history',
      data: HistoryOf,
      find: ({ duty: id }, _turn, desk) => findStanding(id, desk),
      may: mayLookAt,
      handle: async ({ turn, desk, kept, data }) => ({
        reply: alone(turn, await historyView(kept, turn.person.id, desk, data.from)),
      }),
    }),

    ...settleVerbs,
    ...confirmVerbs,
  ],
};

async function hasAny(person: Person, desk: Desk): Promise<boolean> {
  const today = localDay(desk.school, desk.now);
  if (confirmedDuties(desk).some((each) => isAsked(each, person, today))) return true;
  return (await seenBy(person, desk)).length > 0;
}

function mayLookAt({ id }: Person, { duty: each }: Standing, { school }: Desk): boolean {
  return maySee(school, each, id);
}

/** Why this person is shown it: as one who does it, or as one who sees the list. */
function whyFor(personId: string, { duty: each }: Standing, { school, now }: Desk) {
  return doersOf(school, each, localDay(school, now)).find(({ person }) => person.id === personId)?.why ?? 'list';
}
