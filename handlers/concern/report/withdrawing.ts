import { z } from 'zod';
import { phrase, type View } from '../../../cards/view';
import { sayInstant } from '../../../domain/when';
import type { Desk, Outcome, Verb } from '../../capability';
import { type Field, inputOf, problemIn } from '../../fields';
import type { KeptCase } from '../case/finding';
import { keep } from '../case/keeping';
import { numberOutside } from '../../people-to-find';
import { Long, Ref, Which } from '../schema';
import { atSchool } from '../shown';
import { heard } from './heard';
import { newsFor } from './news';
import { type Raw, reporterVerb } from './reporter-verb';

const FIELD: Field = { id: 'why', kind: 'long', label: phrase('concern.withdraw.why'), isNeeded: true };

const Withdrawn = z.object({ ref: Ref, why: Long.min(1) });

function withdrawView({ concern: { ref, withdrawnAt } }: KeptCase, desk: Desk, raw?: Raw): View {
  if (withdrawnAt) {
    const text = phrase('concern.news.withdrawnBefore', { at: sayInstant(atSchool(withdrawnAt, desk)) });
    return heard(ref, text);
  }
  const problem = raw ? problemIn([FIELD], raw, new Set([FIELD.id])) : '';
  const outside = numberOutside(desk.school, desk.now);
  return { card: 'concern/withdraw', data: { ref, outside, problem, inputs: [inputOf(FIELD, raw?.why)] } };
}

/** A fact with its reason, and never a deletion: a child may still need help, and somebody may have been leant on. */
async function withdraw(kept: KeptCase, why: string, by: string, desk: Desk): Promise<Outcome> {
  const { ref, withdrawnAt } = kept.concern;
  if (withdrawnAt) return { reply: { here: [withdrawView(kept, desk)] } };
  const { change } = await keep(
    kept,
    {
      concern: { withdrawnAt: desk.now.toUTC().toISO() },
      fact: { kind: 'withdrawn', by, facts: { why } },
      messages: (after) => newsFor(after, 'withdrawn', desk),
    },
    desk,
  );
  const text = phrase('concern.news.withdrawn');
  return { reply: { here: [heard(ref, text)] }, change };
}

export const withdrawVerbs: readonly Verb[] = [
  reporterVerb('concern/withdraw', Which, async (kept, _data, _turn, desk) => ({
    reply: { here: [withdrawView(kept, desk)] },
  })),
  reporterVerb(
    'concern/do-withdraw',
    Withdrawn,
    (kept, { why }, turn, desk) => withdraw(kept, why, turn.person.id, desk),
    (kept, raw, desk) => ({ reply: { here: [withdrawView(kept, desk, raw)] } }),
  ),
];
