import { dayInWords } from '../../../domain/when';
import { inARow } from '../../../cards/in-a-row';
import { type Datum, phrase, type View } from '../../../cards/view';
import type { Person, Role } from '../../../domain/school';
import { versionOf } from '../../../library';
import type { Desk } from '../../capability';
import { putTo, type Wording } from '../asking';
import { concerns } from '../rules';
import { versionLine } from '../views';
import { groupOf } from './places';
import type { Whom } from './presses';
import { progressOf } from './progress';
import { nextNumber } from './rounds';
import { placeOf, roundsOf } from './rows';
import { groupName, unreachableIn } from './views';

/** Names of those whom no card reaches, on one card. */
const NAMED = 8;

/** A round as the office has it in mind. */
export interface Plan {
  /** Groups of the agreement, in its order. */
  readonly audience: readonly Role[];
  readonly opensOn: string;
  readonly dueOn: string;
  readonly whom: Whom;
}

/** Before anything starts: which words, which groups, how many it asks, who has agreed already, and whom no card reaches. */
export async function previewView(wording: Wording, plan: Plan, desk: Desk): Promise<View> {
  const { entry, title, held, words } = wording;
  const { audience, opensOn, dueOn, whom } = plan;
  const people = audienceOn(audience, opensOn, desk);
  const agreed = whom === 'everyone' ? 0 : await agreedAmong(people, audience, wording, desk);
  const facts: Datum[] = [
    versionLine(versionOf(held)),
    phrase('agreement.preview.days', { opens: dayInWords(opensOn), due: dayInWords(dueOn) }),
    phrase('agreement.preview.asked', { all: people.length, asked: people.length - agreed }),
    ...groupLines(people, audience),
    ...othersLine(wording, audience),
    phrase(`agreement.preview.${whom}`, { agreed }),
  ];
  const unreachable = unreachableIn(audience, desk, opensOn);
  const named = unreachable.slice(0, NAMED).map(({ name }) => name);
  const names = { count: unreachable.length, names: named.join(', '), more: unreachable.length - named.length };
  return {
    card: 'agreement/preview',
    data: {
      ...{ agreement: entry.id, title, audience: audience.join(','), opensOn, dueOn, whom, hash: words.hash },
      number: nextNumber((await roundsOf(entry.id, desk.records))?.value),
      lines: facts.map((line) => ({ line })),
      unreachable: unreachable.length > 0 ? phrase('agreement.preview.unreachable', names) : '',
    },
  };
}

/** Whoever in these groups is to agree on a day, whether they have or not. */
export function audienceOn(audience: readonly Role[], day: string, { school }: Pick<Desk, 'school'>): Person[] {
  return school.people.filter((person) => concerns({ audience: [...audience] }, person, day));
}

/** How many of them have agreed in the round in which they are: from its numbers, and one by one those counted in a group that is not asked. */
async function agreedAmong(people: readonly Person[], audience: readonly Role[], wording: Wording, desk: Desk) {
  const { groups, others } = await progressOf(wording, desk.records);
  const asked = [...groups, ...others].filter(({ role }) => audience.includes(role));
  const elsewhere = people.filter(({ roles }) => {
    const role = groupOf(roles, putTo(roles, wording));
    return role && !audience.includes(role);
  });
  const places = await Promise.all(elsewhere.map(({ id }) => placeOf(wording.entry.id, id, desk.records)));
  const more = places.filter((place) => place?.value.state === 'agreed' || place?.value.state === 'paper').length;
  return Math.min(
    people.length,
    asked.reduce((total, { done, page }) => total + done - page, more),
  );
}

/** One line for each group that is asked, also where nobody is in it; everybody is counted once, as the round will. */
function groupLines(people: readonly Person[], audience: readonly Role[]): Datum[] {
  const first = people.map(({ roles }) => roles.find((role) => audience.includes(role)));
  return audience.map((role) => {
    const count = first.filter((group) => group === role).length;
    return phrase('agreement.preview.group', { role: phrase(`agreement.roles.${role}`), count });
  });
}

function othersLine({ entry }: Wording, audience: readonly Role[]): Datum[] {
  const others = entry.audience.filter((role) => !audience.includes(role));
  return others.length > 0 ? [phrase('agreement.preview.others', { groups: inARow(others.map(groupName)) })] : [];
}
