import { DateTime } from 'luxon';
import { phrase, type View } from '../../cards/view';
import { dayInWords, sayDay } from '../../domain/when';
import type { Person } from '../../domain/school';
import type { Desk } from '../capability';
import { sayVersion } from '../../library';
import { actsOf } from './acts';
import { owedBy } from './asking';
import { mayInvite } from './visitor/rules';

/** On one card; older ones are in the school's register. */
const SHOWN = 8;

/** What this person still owes, and what they have agreed to. */
export async function mineView(person: Person, desk: Desk): Promise<View> {
  const asks = await owedBy(person, desk);
  const acts = await actsOf(person.id, desk);
  return {
    card: 'agreement/mine',
    data: {
      owed: asks.map(({ wording, dueOn }) => ({
        agreement: wording.entry.id,
        line: phrase('agreement.owedLine', { title: wording.title, date: dayInWords(dueOn) }),
      })),
      acts: acts.slice(0, SHOWN).map(({ agreement, at, title, version }) => ({
        agreement,
        at,
        line: phrase('agreement.actLine', {
          title,
          day: sayDay(DateTime.fromISO(at, { zone: desk.now.zone })),
          version: sayVersion(version),
          hasVersion: version ? 'yes' : 'no',
        }),
      })),
      older: Math.max(0, acts.length - SHOWN),
      keepsVisitors: mayInvite(person, desk.school),
    },
  };
}
