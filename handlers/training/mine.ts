import { phrase, type View } from '../../cards/view';
import { holdersOf } from '../../domain/people';
import type { Person } from '../../domain/school';
import type { Desk } from '../capability';
import { factAt } from './keeping';
import { byUrgency, mayKeepTraining } from './rules';
import { ownNeeds, trainedOf } from './standing';
import { needLine, proofLine, titleOf, toneOf } from './words';

/** Kinds on one card, what is due first. */
const SHOWN = 10;

/** What this person has done, and when it runs out. */
export async function mineView(person: Person, desk: Desk, from = 0): Promise<View> {
  const [needs, { trained }] = await Promise.all([ownNeeds(person, desk), trainedOf(person.id, desk)]);
  const lines = await Promise.all(
    [...needs]
      .sort(byUrgency)
      .slice(from, from + SHOWN)
      .map(async (need) => {
        const at = need.lastOn === undefined ? undefined : trained[need.kind.id]?.at;
        const fact = at === undefined ? undefined : await factAt(person.id, need.kind.id, at, desk);
        return { line: needLine(need, titleOf(need.kind)), detail: fact ? proofLine(fact) : '', tone: toneOf(need) };
      }),
  );
  return {
    card: 'training/mine',
    data: {
      lines,
      intro: phrase(needs.length > 0 ? 'training.mineIntro' : 'training.mineNone'),
      tell: needs.length > 0 ? phrase('training.tell', { office: officeOf(desk) }) : '',
      isKeeper: mayKeepTraining(desk.school, person.id),
      next: from + SHOWN,
      left: Math.max(0, needs.length - from - SHOWN),
    },
  };
}

/** Whom people tell when they have done it. */
export function officeOf({ school }: Pick<Desk, 'school'>) {
  const [office = holdersOf(school, 'headteacher')[0]] = holdersOf(school, 'officeManager');
  return office?.name ?? phrase('training.theOffice');
}
