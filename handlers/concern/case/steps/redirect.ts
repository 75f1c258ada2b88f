import { phrase } from '../../../../cards/view';
import { CATEGORIES, Category } from '../../../../domain/categories';
import { lineIdOf } from '../../../../domain/routes-lines';
import { About } from '../../../../domain/school';
import type { Desk } from '../../../capability';
import { routeAgain } from '../../route-again';
import { matterOf, needsSubject, riskOf, settledNow } from '../../rules';
import { type Concern, Short } from '../../schema';
import { tellReporter } from '../../telling';
import { keptOut, leaveOutOfParts, union } from '../parts';
import type { Problem, Step } from '../step';
import { pickedSubject, subjectFields, subjectShape } from './subject-fields';

const shape = { about: About, category: Category, ...subjectShape, why: Short.min(1) };

type Said = Readonly<Record<keyof typeof subjectShape, string>> & {
  readonly about: About;
  readonly category: Category;
};

/** What it turns out to be about; a problem where that does not fit together, or is what it is already. */
function matterSaid(said: Said, before: Concern, { school }: Desk): Partial<Concern> | Problem {
  const { about, category } = said;
  const picked = pickedSubject(said, school);
  if (picked === 'wrong' || (needsSubject(about) && !picked)) return { problem: phrase('step.redirect.who') };
  if (!CATEGORIES[category].about.includes(about)) {
    const names = { category: phrase(`category.${category}`), about: phrase(`about.${about}`) };
    return { problem: phrase('step.redirect.kind', names) };
  }
  // Of the headteacher nobody need be picked: it is whoever it was about before.
  const known = about === 'headteacher' && before.about === about ? before.subject : undefined;
  const subject = needsSubject(about) || about === 'headteacher' ? (picked ?? known) : undefined;
  const isSame = about === before.about && category === before.category && subject === before.subject;
  return isSame ? { problem: phrase('step.redirect.same') } : { about, category, subject };
}

/**
 * Raised as one thing, and really another: about a pupil, and in truth about an adult. The route runs again, and those
 * who are no longer on it lose it at once; whoever it is about now is told nothing, also if they had it open before.
 */
export const redirect: Step<typeof shape> = {
  name: 'redirect',
  verb: 'concern/do-redirect',
  shape,
  fields: ({ concern: { about, category } }, { school }) => [
    {
      id: 'about',
      kind: 'choice',
      isNeeded: true,
      value: about,
      choices: About.options.map((value) => ({
        title: phrase(value === 'self' ? 'concern.aboutShort.self' : `about.${value}`),
        value,
      })),
    },
    {
      id: 'category',
      kind: 'choice',
      isNeeded: true,
      value: category,
      choices: Category.options
        .filter((value) => CATEGORIES[value].about.length > 0 || value === category)
        .map((value) => ({ title: phrase(`category.${value}`), value })),
    },
    ...subjectFields(school),
    { id: 'why', kind: 'line', isNeeded: true, hasHint: true },
  ],
  async act({ data: { why, ...said }, kept, desk }) {
    const matter = matterSaid(said, kept.concern, desk);
    if ('problem' in matter) return matter;
    const before = kept.concern;
    // Whoever it was said to be about stays out of it: the story is still about them.
    const conflicts = union(before.conflicts, keptOut(before, desk));
    const after = settledNow({ ...before, ...matter, conflicts, risk: riskOf(said.category, before.danger) }, desk);
    const [from, to] = [before, after].map((each) => lineIdOf(desk.school, matterOf(each)));
    // Whom the old lead let read it, the new one has not.
    const shares = from === to ? before.shares : [];
    const again = await routeAgain(
      before,
      { ...matter, about: after.about, conflicts: after.conflicts, risk: after.risk, shares },
      desk,
      true,
    );
    const parts = await leaveOutOfParts({ ...after, shares }, desk);
    return {
      concern: again.concern,
      fact: {
        kind: 'redirected',
        facts: { about: said.about, category: said.category, subject: after.subject ?? '', why },
      },
      ops: parts.ops,
      jobs: [...again.jobs, ...parts.jobs],
      messages: (done) => [
        ...again.messages(done),
        ...parts.messages,
        ...(again.isNobodyLeft ? [] : tellReporter(done, desk, 'redirected', phrase('concern.news.redirected'))),
      ],
    };
  },
};
