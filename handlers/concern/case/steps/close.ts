import { z } from 'zod';
import { phrase } from '../../../../cards/view';
import { type Concern, Long, Short } from '../../schema';
import { tellReporter } from '../../telling';
import { sayInstant } from '../../../../domain/when';
import { runningClocks } from '../clock-lines';
import { shortened } from '../latest-lines';
import { recordFor } from '../record/where';
import { Outcome } from '../schema';
import type { Step } from '../step';
import { whyNotClosed } from '../why-not-closed';

/** More clocks than this are said on the case itself. */
const MOST = 5;

const shape = {
  outcome: Outcome,
  recorded: z.enum(['copied', 'not-needed']),
  where: Short.min(1),
  note: Long.default(''),
};

/** Ends a case: only once it stands in the safeguarding record, or somebody says why it need not (KCSIE: written records). */
export const close: Step<typeof shape> = {
  name: 'close',
  verb: 'concern/do-close',
  shape,
  hindrance: whyNotClosed,
  // Closing stops its reminders, so a clock that nobody has met is said before.
  lines: ({ concern, work }, desk) =>
    runningClocks(concern, work, desk)
      .slice(0, MOST)
      .map(({ what, due, isOwn }) =>
        phrase('step.close.clockRuns', { what: isOwn ? shortened(what) : what, at: sayInstant(due) }),
      ),
  fields: ({ concern }, desk) => [
    {
      id: 'outcome',
      kind: 'choice',
      isNeeded: true,
      choices: Outcome.options.map((value) => ({ title: phrase(`outcome.${value}`), value })),
    },
    {
      id: 'recorded',
      kind: 'choice',
      isNeeded: true,
      choices: shape.recorded.options.map((value) => ({
        title: phrase(`recorded.${value}`, { record: recordFor(concern, desk) }),
        value,
      })),
    },
    { id: 'where', kind: 'line', isNeeded: true },
    { id: 'note', kind: 'long' },
  ],
  async act({ data, desk, kept }) {
    if (data.outcome === 'no-further-action' && kept.concern.risk === 'high' && data.note === '')
      return { problem: phrase('step.close.sayWhy') };
    const { ref: _ref, ...facts } = data;
    const index = await desk.records.get(`open|${kept.concern.ref}`);
    return {
      concern: { state: 'closed', closedAt: desk.now.toUTC().toISO() },
      fact: { kind: 'closed', facts },
      ops: index ? [{ op: 'delete', key: index.key, etag: index.etag }] : [],
      messages: (after) =>
        isNews(kept.concern) ? tellReporter(after, desk, 'closed', phrase('concern.news.closed')) : [],
    };
  },
};

/** The reporter hears once that it was dealt with. That it was opened again is the lead's business, unless the reporter had more to say since. */
function isNews({ closedAt, addedAt }: Concern): boolean {
  return closedAt === undefined || (addedAt !== undefined && addedAt > closedAt);
}
