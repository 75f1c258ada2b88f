import { type Datum, phrase } from '../../../../cards/view';
import type { KeptCase } from '../finding';
import { Care, type CaseWork } from '../schema';
import type { Step } from '../step';
import { cares } from './care';
import { mayLook, NOT_YOURS } from './people';
import { changed, currentOf, doneBy } from './running';
import { trailView } from './trail';

const shape = { care: Care };

/** Ticks off one step: each is a fact with who and when, and together they are the evidence trail (S440). */
export const tick: Step<typeof shape> = {
  name: 'tick',
  verb: 'concern/do-tick',
  reach: 'guests',
  shape,
  hindrance: ({ work }) => (open(work).length === 0 ? phrase('step.tick.none') : undefined),
  fields: ({ work }) => [
    {
      id: 'care',
      kind: 'options',
      isNeeded: true,
      choices: open(work).map((value) => ({ title: phrase(`care.${value}`), value })),
    },
  ],
  act({ data: { care }, kept, desk, turn }) {
    const current = currentOf(kept.work);
    if (!current || !open(kept.work).includes(care)) return { problem: phrase('step.tick.gone') };
    if (!mayLook(turn.person.id, current, kept.concern, desk)) return NOT_YOURS;
    const problem = whyNot(care, kept);
    if (problem) return { problem };
    const { by, at } = doneBy(turn.person.id, desk);
    return {
      work: changed(kept.work, { ...current, care: { ...current.care, [care]: { by, at } } }),
      fact: { kind: 'step-done', facts: { care } },
    };
  },
  instead: trailView,
};

function open(work: CaseWork): Care[] {
  return cares(work).flatMap(({ care, done }) => (done ? [] : [care]));
}

/** What the log itself contradicts cannot be ticked. */
function whyNot(care: Care, { work }: KeptCase): Datum | undefined {
  const { looks = [], computer } = currentOf(work) ?? {};
  if (care !== 'computer' && care !== 'addresses') return undefined;
  if (looks.length === 0) return phrase('step.tick.nothingLogged');
  const other = looks.find((look) => look.computer !== computer);
  return care === 'computer' && other ? phrase('step.tick.otherComputer', { n: other.n }) : undefined;
}
