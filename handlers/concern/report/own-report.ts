import { saidToReporter } from '../story-said';
import { z } from 'zod';
import { type Datum, phrase, type View } from '../../../cards/view';
import type { Desk, Outcome, Verb } from '../../capability';
import { inert } from '../../../domain/address';
import type { KeptCase } from '../case/finding';
import { addFact } from '../facts';
import { Ref, type Story, Which } from '../schema';
import { sayAbout } from '../shown';
import { type AsSent, asSent } from './as-sent';
import { ownPageView } from './own-page';
import { openQuestion } from './questions';
import { reporterVerb } from './reporter-verb';
import { stageLines } from './stage';

/** Their own report to the person who sent it: how far it has come, and their own words, so that nobody types twice. */
async function ownReportView(kept: KeptCase, desk: Desk): Promise<View> {
  const { concern } = kept;
  const { ref, story, addedAt, withdrawnAt, carried } = concern;
  const sent = await asSent(concern, desk);
  return {
    card: 'concern/my-report',
    data: {
      ref,
      lines: stageLines(concern, desk),
      waits: openQuestion(kept) ? phrase('concern.mine.question') : '',
      facts: [...(sent ? factsAsSent(sent, desk) : []), ...factsOfStory(story)],
      story: story ? inert(story.story) || phrase('concern.seeCarried') : phrase('concern.mine.noDetails'),
      ownWords: inert(story?.words ?? ''),
      opinion: inert(story?.opinion ?? ''),
      more: addedAt !== undefined || withdrawnAt !== undefined || carried !== undefined,
      isWithdrawn: withdrawnAt !== undefined,
    },
  };
}

function factsAsSent({ about, category, subject }: AsSent, { school }: Desk) {
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
