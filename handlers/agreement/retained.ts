import { LastAct, lastKey } from '../../domain/agreed';
import { dayAt, localDay } from '../../domain/calendar';
import { lastDayOut } from '../../domain/retention-settings';
import { everyUnopened } from '../../infra/every-row';
import type { RecordOp } from '../../infra/records';
import type { Desk } from '../capability';
import { type Ended, isOfSchool, type Retained, standingOfKeeper } from '../retained';
import { takenBackKey } from './campaign/taken-back';
import { FACTS, factParts, isFactOver } from './named-facts';
import { endingKey, goOnOps } from './question/rows';
import { Act } from './schema';

const ACTS = 'agreed|';
const QUESTIONS = 'agreement-question|';

/** Who agreed to what, and what the office noted about it, once it counts no more. */
const agreements: Retained = {
  kind: 'agreement',
  hasReference: false,
  async *ended(desk) {
    yield* ended(ACTS, desk.school.retention.agreement, isOutOfForce, desk);
    yield* ended(FACTS, desk.school.retention.agreement, isFactOver, desk);
  },
  standing: async (person, key, desk) => standingOfKeeper(person, partsOf(key).person, desk),

  async removal(key, desk) {
    const kept = await desk.records.get(key);
    if (key.startsWith(FACTS)) return kept && (await isFactOver(key, desk)) ? { ops: [deleted(kept)] } : undefined;
    if (!kept || !(await isOutOfForce(key, desk))) return undefined;
    const { agreement, person, at } = partsOf(key);
    const last = await lastActOf(key, desk);
    const ops = [deleted(kept), ...(await deletedAt(takenBackKey(agreement, person, at), desk))];
    return { ops: last?.at === at ? [...ops, ...(await deletedAt(lastKey(agreement, person), desk))] : ops };
  },
};

/** What somebody asked before agreeing, with the answer; many agree without waiting for one, so none is needed for its end. */
const questions: Retained = {
  kind: 'question',
  hasReference: false,
  ended: (desk) => ended(QUESTIONS, desk.school.retention.question, async () => true, desk),
  standing: async (person, key, desk) => standingOfKeeper(person, partsOf(key).person, desk),

  async removal(key, desk) {
    const kept = await desk.records.get(key);
    if (!kept) return undefined;
    const { agreement, person, at } = partsOf(key);
    const goOn = await goOnOps(agreement, person, at, desk);
    return { ops: [deleted(kept), ...(await deletedAt(endingKey(agreement, person, at), desk)), ...goOn] };
  },
};

export const retained: readonly Retained[] = [agreements, questions];

/** By their keys, which hold the instant: only what is old enough is looked into. */
async function* ended(
  prefix: string,
  length: string,
  isOver: (key: string, desk: Desk) => Promise<boolean>,
  desk: Desk,
): AsyncGenerator<Ended> {
  const lastOut = lastDayOut(length, localDay(desk.school, desk.now));
  for await (const { key } of everyUnopened(desk, prefix)) {
    const since = dayAt(partsOf(key).at, desk.school);
    if (since <= lastOut && (await isOver(key, desk))) yield { id: key, since };
  }
}

/** The last act of somebody who is here still counts; one on a page has an end of its own, which the page told. */
async function isOutOfForce(key: string, desk: Desk): Promise<boolean> {
  const { person, at } = partsOf(key);
  if (isOfSchool(person, desk)) return (await lastActOf(key, desk))?.at !== at;
  return Act.safeParse((await desk.records.get(key))?.value).data?.way !== 'page';
}

async function lastActOf(key: string, { records }: Desk): Promise<LastAct | undefined> {
  const { agreement, person } = partsOf(key);
  return LastAct.safeParse((await records.get(lastKey(agreement, person)))?.value).data;
}

function partsOf(key: string): { agreement: string; person: string; at: string } {
  if (key.startsWith(FACTS)) return factParts(key);
  const [, agreement = '', person = '', at = ''] = key.split('|');
  return { agreement, person, at };
}

function deleted({ key, etag }: { readonly key: string; readonly etag: string }): RecordOp {
  return { op: 'delete', key, etag };
}

async function deletedAt(key: string, { records }: Desk): Promise<RecordOp[]> {
  const kept = await records.get(key);
  return kept ? [deleted(kept)] : [];
}
