import { dayAt, localDay } from '../../../domain/calendar';
import { type Ladder, latestRung, nudgeId } from '../../../domain/ladder';
import type { Desk, Nudge } from '../../capability';
import type { Ask } from '../asking';
import { questionOf, whomToAsk } from './rows';
import { askedView } from './views';

/** A question keeps somebody from agreeing, so it is not left lying: after three days, then every week. */
const LADDER: Ladder = [{ id: 'days-after-3', reached: 3, everyDays: 7, to: ['person'] }];

/** Reminds whoever would be asked today of an open question: the one whom it went to may have left. */
export async function questionNudges({ question: at, person, wording }: Ask, desk: Desk): Promise<Nudge[]> {
  if (at === undefined) return [];
  const askedOn = dayAt(at, desk.school);
  const rung = latestRung(LADDER, askedOn, localDay(desk.school, desk.now));
  const kept = rung && (await questionOf(wording.entry.id, person.id, at, desk));
  if (!kept || kept.ending) return [];
  const to = whomToAsk(wording.entry.policy, person.id, desk);
  if (!to) return [];
  return [
    {
      id: nudgeId('agreement-question', `${wording.entry.id}.${person.id}`, askedOn, rung.id, to.id),
      to: to.id,
      kind: 'agreement-question',
      why: `a question about ${wording.entry.id} has waited since ${askedOn} (${rung.id})`,
      view: askedView(wording.title, kept.question, desk),
    },
  ];
}
