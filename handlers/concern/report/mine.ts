import { z } from 'zod';
import { type Datum, phrase } from '../../../cards/view';
import { sayInstant } from '../../../domain/when';
import { everyUnopened } from '../../../infra/every-row';
import { alone } from '../../alone';
import { type Desk, type Outcome, type Turn, type Verb, verb } from '../../capability';
import { caseOf, type KeptCase } from '../case/finding';
import { atSchool } from '../shown';
import { kindAsSent } from './as-sent';
import { openQuestion } from './questions';
import { stageOf } from './stage';

/** As many as one card shows well on a telephone. */
const SHOWN = 7;

/** What this person has reported, the newest first: how far each has come, and what waits for them. */
export async function listMine(turn: Turn, desk: Desk, before = ''): Promise<Outcome> {
  const all = await refsOf(turn.person.id, desk);
  const older = before === '' ? all : all.filter((ref) => byAge(ref, before) < 0);
  const refs = older.slice(0, SHOWN);
  const found = await Promise.all(refs.map((ref) => caseOf(ref, desk)));
  const reports = await Promise.all(found.flatMap((kept) => (kept ? [lineOf(kept, desk)] : [])));
  const next = older.length > SHOWN ? (refs.at(-1) ?? '') : '';
  return { reply: alone(turn, { card: 'concern/mine', data: { reports, next } }) };
}

async function lineOf(kept: KeptCase, desk: Desk): Promise<Record<string, Datum>> {
  const { ref, raisedAt, withdrawnAt } = kept.concern;
  return {
    ref,
    kind: await kindAsSent(kept.concern, desk),
    open: phrase('concern.mine.open', { ref }),
    line: phrase('concern.mine.line', {
      ref,
      raised: sayInstant(atSchool(raisedAt, desk)),
      state: phrase(`concern.stage.${stageOf(kept.concern, desk)}`),
    }),
    waits: openQuestion(kept) ? phrase('concern.mine.question') : '',
    back: withdrawnAt ? phrase('concern.mine.withdrawn') : '',
  };
}

async function refsOf(person: string, desk: Desk): Promise<string[]> {
  const prefix = `mine|${person}|`;
  const all: string[] = [];
  for await (const { key } of everyUnopened(desk, prefix)) all.push(key.slice(prefix.length));
  return all.sort((a, b) => byAge(b, a));
}

/** By year and running number, also where a school has come to five digits. */
function byAge(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

export const mineVerbs: readonly Verb[] = [
  verb({
    name: 'concern/mine',
    data: z.object({
      before: z
        .string()
        .regex(/^[A-Z0-9-]{0,20}$/)
        .default(''),
    }),
    find: async () => true,
    may: () => true,
    handle: ({ turn, desk, data }) => listMine(turn, desk, data.before),
  }),
];
