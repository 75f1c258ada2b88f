import { saidToReporter } from '../story-said';
import { z } from 'zod';
import { type Datum, phrase, type View } from '../../../cards/view';
import type { Desk, Outcome, Verb } from '../../capability';
import { inert } from '../../../domain/address';
import type { KeptCase } from '../case/finding';
import { entriesBefore } from '../case/history';
import { addFact } from '../facts';
import { Ref, type Story, Which } from '../schema';
import { sayAbout } from '../shown';
import { ownPageView } from './own-page';
import { openQuestion } from './questions';
import { reporterVerb } from './reporter-verb';
import { stageLines } from './stage';

/** What was said in the form when it was sent: the case may be about somebody else by now, which is not for its reporter. */
const AsSent = z.object({ about: z.string(), category: z.string(), subject: z.string() });

/** Their own report to the person who sent it: how far it has come, and their own words, so that nobody types twice. */
async function ownReportView(kept: KeptCase, desk: Desk): Promise<View> {
  const { concern } = kept;
  const { ref, story, addedAt, withdrawnAt, carried } = concern;
  const [raised] = await entriesBefore(ref, 2, 1, desk);
  const sent = AsSent.safeParse(raised?.facts);
  // In danger now nobody is asked what kind it is.
  const isChosen = sent.success && !(concern.danger && sent.data.category === 'other');
  return {
    card: 'concern/my-report',
    data: {
      ref,
      lines: stageLines(concern, desk),
      waits: openQuestion(kept) ? phrase('concern.mine.question') : '',
      facts: [...(isChosen ? factsAsSent(sent.data, desk) : []), ...factsOfStory(story)],
      story: story ? inert(story.story) || phrase('concern.seeCarried') : phrase('concern.mine.noDetails'),
      ownWords: inert(story?.words ?? ''),
      opinion: inert(story?.opinion ?? ''),
      more: addedAt !== undefined || withdrawnAt !== undefined || carried !== undefined,
      isWithdrawn: withdrawnAt !== undefined,
    },
  };
}

function factsAsSent({ about, category, subject }: z.output<typeof AsSent>, { school }: Desk) {
  return rows([
    ['about', sayAbout(about, subject, school)],
    ['category', phrase(`category.${category}`)],
  ]);
}

function factsOfStory(story: Story | undefined) {
  return rows(saidToReporter(story));
}

function rows(named: readonly (readonly [string, Datum])[]): { title: Datum; value: Datum }[] {
  return named.flatMap(([name, value]) => (value === '' ? [] : [{ title: phrase(`concern.fact.${name}`), value }]));
}

/** Whatever was written is shown again only with a fact that says so, to its own reporter too (P5). */
function reread({ concern, etag }: KeptCase, view: View, { now }: Desk): Outcome {
  const { op, entry } = addFact(concern, { kind: 'reread', by: concern.raisedBy, facts: {} }, now, etag);
  return { reply: { here: [view] }, change: { ops: [op, entry] } };
}

const OwnPage = z.object({ ref: Ref, before: z.coerce.number().int().min(1).max(1_000_000).optional() });

export const ownReportVerbs: readonly Verb[] = [
  reporterVerb('concern/my-report', Which, async (kept, _data, _turn, desk) =>
    reread(kept, await ownReportView(kept, desk), desk),
  ),
  reporterVerb('concern/my-words', OwnPage, async (kept, { before }, _turn, desk) =>
    reread(kept, await ownPageView(kept, before, desk), desk),
  ),
];
