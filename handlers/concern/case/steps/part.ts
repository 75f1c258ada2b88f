import { phrase } from '../../../../cards/view';
import type { Desk } from '../../../capability';
import { otherKinds, PARTS } from '../../raise/part-kinds';
import { nextRefs, numbered } from '../../raise/new-concern';
import { reportedOf, storyOf } from '../../raise/raising';
import { routeAgain } from '../../route-again';
import { matterOf } from '../../rules';
import { type Draft, Long, PartKind } from '../../schema';
import { namesOf, sayOutside } from '../../shown';
import { tellReporter } from '../../telling';
import type { KeptCase } from '../finding';
import { keptOut, leaveOutOfParts, MOST_PARTS, union } from '../parts';
import type { Step } from '../step';
import { pickedSubject, subjectFields, subjectShape } from './subject-fields';

const shape = { kind: PartKind, ...subjectShape, story: Long.min(1) };

function kindsFor({ concern }: KeptCase, { school }: Desk): PartKind[] {
  return otherKinds(school, matterOf(concern));
}

/**
 * A lead finds that one event has another part, for another office: it is raised as a concern of its own, with what the
 * lead writes for it and nothing of the case. Whoever must not have one of them must have neither.
 */
export const part: Step<typeof shape> = {
  name: 'part',
  verb: 'concern/do-part',
  shape,
  hindrance: ({ concern }) =>
    concern.parts.length >= MOST_PARTS ? phrase('step.part.most', { most: MOST_PARTS }) : undefined,
  fields: (kept, desk) => [
    {
      id: 'kind',
      kind: 'choice',
      isNeeded: true,
      choices: kindsFor(kept, desk).map((value) => ({ title: phrase(`partKind.${value}`), value })),
    },
    ...subjectFields(desk.school),
    { id: 'story', kind: 'long', isNeeded: true, hasHint: true },
  ],
  async act({ data: { kind, story, ...said }, kept, desk, turn }) {
    const { concern: before } = kept;
    const by = turn.person.id;
    const picked = pickedSubject(said, desk.school);
    if (!kindsFor(kept, desk).includes(kind)) return { problem: phrase('step.part.same') };
    if (picked === 'wrong' || (kind === 'adult' && !picked)) return { problem: phrase('step.part.who') };
    const draft: Draft = {
      id: 'part',
      startedAt: desk.now.toUTC().toISO(),
      danger: false,
      ...PARTS[kind],
      ...(kind === 'adult' && picked ? { subject: picked } : {}),
      conflicts: keptOut(before, desk),
      story: { story },
    };
    const { refs, counter } = await nextRefs(desk, 1);
    const ref = refs[0] ?? '';
    const other = await numbered(
      ref,
      { ...reportedOf(draft, by, storyOf(draft)), parts: [before.ref, ...before.parts] },
      desk,
    );
    const changes = {
      conflicts: union(before.conflicts, keptOut(other.concern, desk)),
      parts: [...before.parts, ref],
    };
    const again = await routeAgain(before, changes, desk);
    const others = await leaveOutOfParts({ ...before, conflicts: changes.conflicts }, desk, ref);
    const { told } = other.concern;
    const news =
      told.length > 0
        ? phrase('concern.news.part', { receivers: namesOf(desk.school, told) })
        : phrase('concern.news.partSealed');
    const outside = told.length > 0 ? '' : sayOutside(other.route.outOfHours ?? other.route.end);
    return {
      concern: again.concern,
      fact: { kind: 'part', facts: { other: ref } },
      ops: [counter, ...other.change.ops, ...others.ops],
      jobs: [...again.jobs, ...other.change.jobs, ...others.jobs],
      messages: (after) => [
        ...again.messages(after),
        ...other.change.messages,
        ...others.messages,
        ...tellReporter(other.concern, desk, 'part', news, outside),
      ],
    };
  },
};
