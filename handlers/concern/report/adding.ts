import { phrase } from '../../../cards/view';
import type { Desk, Outcome, Turn, Verb } from '../../capability';
import { carriedAlong } from '../raise/carrying';
import { outsideNow, receiptOf } from '../receipt';
import { draftKey, draftOf, saveDraft } from '../raise/drafts';
import { addFact, type NewFact } from '../facts';
import { filingJobs } from '../find/filing';
import type { KeptConcern } from '../finding';
import { detailsView } from '../raise/form-views';
import { Addendum, Details } from '../raise/schema';
import { isCutShort } from '../raise/typing';
import { LONGEST, LONGEST_LINE, Story, Which } from '../schema';
import { addView } from './add-view';
import { answer } from './answer';
import { heard } from './heard';
import { addWithout, namedIn, namedView } from './naming';
import { newsFor } from './news';
import { type Raw, reporterVerb, typed } from './reporter-verb';
import { isStillForThem } from './stage';

const addAgain = ({ concern }: KeptConcern, raw: Raw): Outcome => ({
  reply: { here: [addView(concern.ref, typed(raw, 'note', LONGEST), phrase('concern.problem.note'))] },
});

/**
 * Keeps what its reporter adds. The first words about an alarm are its story, however they come and however often the
 * form was thrown away in between: after danger nothing that was typed may be lost.
 */
function add(
  kept: KeptConcern,
  given: { story: string; who?: string; whereNow?: string },
  turn: Turn,
  desk: Desk,
  carried = kept.concern.carried,
) {
  const isStory = kept.concern.story === undefined;
  const story = Story.parse(given);
  const text = [given.story, given.who, given.whereNow].filter(Boolean).join(' · ');
  const fact: NewFact = isStory
    ? { kind: 'details', by: turn.person.id, facts: { ...story, ...(carried ? { carried } : {}) } }
    : { kind: 'addendum', by: turn.person.id, facts: { note: text } };
  const said = isStory ? { story, ...(carried ? { carried } : {}) } : { addedAt: desk.now.toUTC().toISO() };
  const { concern, op, entry } = addFact({ ...kept.concern, ...said }, fact, desk.now, kept.etag);
  const messages = newsFor(concern, isStory ? 'details' : 'addendum', desk);
  // To whoever is kept out of it now, it is said as on any day.
  const isPassedOn = messages.length > 0 || isStillForThem(concern, desk);
  const outside = isPassedOn ? '' : outsideNow(concern, desk);
  const change = { ops: [op, entry], messages, jobs: filingJobs(kept.concern, concern, desk) };
  return { concern, isPassedOn, outside, change };
}

/** The short form once more, with what was typed and what is wrong with it; what was typed is kept as well. */
async function detailsAgain({ concern: { ref, raisedBy } }: KeptConcern, raw: Raw, desk: Desk): Promise<Outcome> {
  const story = {
    story: typed(raw, 'story', LONGEST),
    who: typed(raw, 'who', LONGEST_LINE),
    whereNow: typed(raw, 'whereNow', LONGEST_LINE),
  };
  const problem = phrase(isCutShort(raw) ? 'concern.problem.long' : 'concern.problem.story');
  const kept = await draftOf(raisedBy, desk);
  const isSame = kept?.draft.ref === ref;
  // Who was told as it was raised: nothing that has become of it since is for its reporter (P2).
  const begun = isSame ? kept.draft : {};
  const view = detailsView({ ...begun, id: typed(raw, 'draft', 80) || 'none', ref, story }, desk, problem);
  if (!isSame) return { reply: { here: [view] } };
  const { ops } = saveDraft(raisedBy, kept, { story: { ...kept.draft.story, ...story } });
  return { reply: { here: [view] }, change: { ops } };
}

export const addVerbs: readonly Verb[] = [
  reporterVerb(
    'concern/details',
    Details,
    async (kept, given, turn, desk) => {
      const draft = await draftOf(turn.person.id, desk);
      // A message that was passed on meanwhile belongs to the details.
      const carried = draft?.draft.ref === kept.concern.ref ? carriedAlong(draft.draft) : undefined;
      const { concern, outside, change } = add(kept, given, turn, desk, carried);
      const mine =
        draft?.draft.ref === concern.ref
          ? [{ op: 'delete' as const, key: draftKey(turn.person.id), etag: draft.etag }]
          : [];
      return {
        reply: { here: [receiptOf(concern, outside, desk)] },
        change: { ...change, ops: [...change.ops, ...mine] },
      };
    },
    detailsAgain,
  ),
  reporterVerb('concern/add', Which, async ({ concern }) => ({ reply: { here: [addView(concern.ref)] } }), addAgain),
  reporterVerb(
    'concern/do-add',
    Addendum,
    async (kept, { note, named, leave, n }, turn, desk) => {
      // In danger nobody is asked anything more before the words are there.
      const people = kept.concern.story === undefined ? [] : await namedIn(note, kept.concern, desk);
      const isAsked = people.every((id) => named.split(',').includes(id)) && leave !== '';
      if (people.length > 0 && !isAsked)
        return { reply: { here: [namedView(kept.concern.ref, note, people, desk, n)] } };
      if (people.length > 0 && leave === 'yes') return addWithout(kept, note, people, desk, n);
      if (n !== '') return answer(kept, n, note, turn.person.id, desk);
      const { concern, isPassedOn, outside, change } = add(kept, { story: note }, turn, desk);
      const text = phrase(`concern.news.${isPassedOn ? 'added' : 'addedWaiting'}`);
      return { reply: { here: [heard(concern.ref, text, outside)] }, change };
    },
    addAgain,
  ),
];
