import { dayInWords } from '../../../domain/when';
import { type Datum, phrase, type View } from '../../../cards/view';
import { versionOf } from '../../../library';
import type { Desk } from '../../capability';
import type { Wording } from '../asking';
import { concerns } from '../rules';
import { versionLine } from '../views';
import { groupOf } from './places';
import type { Whom } from './presses';
import { progressOf } from './progress';
import { nextNumber, roundsOf } from './rows';
import { unreachableIn } from './views';

/** Names of those whom no card reaches, on one card. */
const NAMED = 8;

/** A round as the office has it in mind. */
export interface Plan {
  readonly opensOn: string;
  readonly dueOn: string;
  readonly whom: Whom;
}

/** Before anything starts: which words, which groups, how many it asks, who has agreed already, and whom no card reaches. */
export async function previewView(wording: Wording, { opensOn, dueOn, whom }: Plan, desk: Desk): Promise<View> {
  const { entry, title, held, words } = wording;
  const all = audienceOn(wording, opensOn, desk).length;
  const progress = await progressOf(wording, desk.records);
  const agreed = whom === 'everyone' ? 0 : Math.min(all, progress.done - progress.page);
  const facts: Datum[] = [
    versionLine(versionOf(held)),
    phrase('agreement.preview.days', { opens: dayInWords(opensOn), due: dayInWords(dueOn) }),
    phrase('agreement.preview.asked', { all, asked: all - agreed }),
    ...groupLines(wording, opensOn, desk),
    phrase(`agreement.preview.${whom}`, { agreed }),
  ];
  const unreachable = unreachableIn(wording, desk, opensOn);
  const named = unreachable.slice(0, NAMED).map(({ name }) => name);
  const names = { count: unreachable.length, names: named.join(', '), more: unreachable.length - named.length };
  return {
    card: 'agreement/preview',
    data: {
      ...{ agreement: entry.id, title, opensOn, dueOn, whom, hash: words.hash },
      number: nextNumber(await roundsOf(entry.id, desk.records)),
      lines: facts.map((line) => ({ line })),
      unreachable: unreachable.length > 0 ? phrase('agreement.preview.unreachable', names) : '',
    },
  };
}

/** Whoever is to agree on a day, whether they have or not. */
export function audienceOn({ entry }: Wording, day: string, { school }: Desk) {
  return school.people.filter((person) => concerns(entry, person, day));
}

/** One line for each group whom the words are for, also where nobody is in it; everybody is counted once, as the round will. */
function groupLines(wording: Wording, day: string, desk: Desk): Datum[] {
  const { audience } = wording.entry;
  const groups = audienceOn(wording, day, desk).map(({ roles }) => groupOf(roles, audience));
  return audience.map((role) => {
    const count = groups.filter((group) => group === role).length;
    return phrase('agreement.preview.group', { role: phrase(`agreement.roles.${role}`), count });
  });
}
