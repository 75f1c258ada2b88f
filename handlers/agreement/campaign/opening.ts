import { localDay } from '../../../domain/calendar';
import type { Role } from '../../../domain/school';
import type { RecordOp } from '../../../infra/records';
import { versionOf } from '../../../library';
import type { Desk } from '../../capability';
import { type Ask, isOver, type Wording } from '../asking';
import { dueByItself } from '../rules';
import { nextNumber, roundAsking, type Running } from './rounds';
import { openOps, roundsOf } from './rows';
import type { Campaign, Opened } from './schema';

/** Opens a round by itself, because of what one person turned out to owe; the first because there is none. */
export async function opening(
  because: Opened,
  wording: Wording,
  ask: Ask | undefined,
  { school, now, records }: Desk,
): Promise<RecordOp[]> {
  const { entry, words, held } = wording;
  const today = localDay(school, now);
  const before = await roundsOf(entry.id, records);
  const audience = ask ? groupsFor(ask, wording) : entry.audience;
  const campaign: Campaign = {
    ...{ agreement: entry.id, number: nextNumber(before?.value), because, hash: words.hash, version: versionOf(held) },
    ...partOf(audience, entry.audience),
    opensOn: today,
    dueOn: because === 'yearly' && ask ? ask.dueOn : dueByItself(today),
    at: now.toUTC().toISO() ?? '',
  };
  return openOps(campaign, before, today);
}

/** Whom a round asks, and whether that is a part of all. */
export function partOf(audience: readonly Role[], all: readonly Role[]): Pick<Campaign, 'audience' | 'isPart'> {
  return { audience: [...audience], ...(audience.length < all.length ? { isPart: true as const } : {}) };
}

/** Whether some round that runs is for everybody whom no other one asks. */
export function asksEverybody({ rounds }: Pick<Wording, 'rounds'>): boolean {
  return rounds.some(({ isPart }) => !isPart);
}

/** Whether some group is in a round that is older than the words, or than what was decided about them. */
export function hasOldRound(wording: Wording): boolean {
  const rounds = wording.entry.audience.flatMap((role) => roundAsking([role], wording.rounds) ?? []);
  return rounds.some((round) => isBehind(round, wording));
}

function isBehind(campaign: Campaign, { words, renewal }: Pick<Wording, 'words' | 'renewal'>): boolean {
  return campaign.hash !== words.hash || isOver({ campaign, renewal });
}

/** The groups whose round comes to an end: a year that is out is out for one round, a new version for all that are behind. */
function groupsFor({ because, wording: { campaign } }: Ask, wording: Wording): Role[] {
  const { entry, rounds } = wording;
  const staying: Running =
    because === 'yearly'
      ? rounds.filter(({ number }) => number !== campaign?.number)
      : rounds.filter((round) => !isBehind(round, wording));
  return entry.audience.filter((role) => !staying.some((round) => round === roundAsking([role], rounds)));
}
