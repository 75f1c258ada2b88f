import type { Role } from '../../../domain/school';
import type { Campaign, Rounds } from './schema';

/** Rounds that run, the newest first: at most one that asks everybody, and before it those that ask some groups alone. */
export type Running = readonly Campaign[];

/** The rounds of a day: one that was set for later runs from its opening day on. */
export function roundsOn({ running, earlier, planned }: Rounds, today: string): Running {
  const open = [...(running ? [running] : []), ...earlier];
  return planned && planned.opensOn <= today ? stillRunning([planned, ...open]) : open;
}

/** The same rounds once this one is opened, or set for a later day. */
export function withRound(before: Rounds | undefined, campaign: Campaign, today: string): Rounds {
  const open = before ? roundsOn(before, today) : [];
  if (campaign.opensOn > today) return roundsOf(open, campaign);
  // Everybody's first asking ends nothing: it is for whom no round asks yet.
  const after = campaign.because === 'first' ? [...open, campaign] : [campaign, ...open];
  return roundsOf(stillRunning(after), stillPlanned(before?.planned, campaign, today));
}

function roundsOf([running, ...earlier]: Running, planned: Campaign | undefined): Rounds {
  return { ...(running ? { running } : {}), earlier, ...(planned ? { planned } : {}) };
}

/** What was set for a later day stays set, unless everybody is asked about a new version by now. */
function stillPlanned(planned: Campaign | undefined, opened: Campaign, today: string): Campaign | undefined {
  const isPast = !planned || planned.opensOn <= today || planned.hash !== opened.hash || opened.because === 'again';
  return isPast ? undefined : planned;
}

/** Of all rounds of an agreement those that were set for a day and replaced before it came: they asked nobody. */
export function neverOpened(all: Running, dayOf: (at: string) => string): ReadonlySet<Campaign> {
  const never = new Set<Campaign>();
  let rounds: Rounds | undefined;
  for (const campaign of [...all].sort((one, other) => (one.at < other.at ? -1 : 1))) {
    const day = dayOf(campaign.at);
    const planned = rounds?.planned;
    rounds = withRound(rounds, campaign, day);
    if (planned && planned.opensOn > day && rounds.planned !== planned) never.add(planned);
  }
  return never;
}

/** A round for some groups leaves everybody else in the round in which they are; one for everybody ends all others. */
function stillRunning(newestFirst: Running): Running {
  const running: Campaign[] = [];
  for (const [at, round] of newestFirst.entries()) {
    const hasOwn = !round.isPart || round.audience.some((role) => !running.some((later) => asks(later, [role])));
    if (hasOwn) running.push(withInherited(round, newestFirst.slice(at + 1)));
    if (!round.isPart) break;
  }
  return running;
}

/** Whoever was asked again stays asked, whatever round comes after: it takes over from which instant acts of its groups count. */
function withInherited(round: Campaign, earlier: Running): Campaign {
  const inherited = round.audience.flatMap((role) => {
    const since = countsFrom([role], [round, ...earlier]);
    return since > (round.since ?? '') ? [[role, since] as const] : [];
  });
  return inherited.length === 0 ? round : { ...round, inherited: Object.fromEntries(inherited) };
}

/** From which instant acts of somebody with these roles count; '' where no round has asked any of them again. */
export function countsFrom(roles: readonly Role[], running: Running): string {
  const all = running.flatMap((round) => [
    ...(asks(round, roles) ? [round.since ?? ''] : []),
    ...roles.map((role) => round.inherited?.[role] ?? ''),
  ]);
  return all.reduce((latest, since) => (since > latest ? since : latest), '');
}

/**
 * The round in which somebody with these roles is: the newest that asks one of them. One that the office started for
 * some groups goes first, so that a round that opens by itself for others does not ask a member of both once more.
 */
export function roundAsking(roles: readonly Role[], running: Running): Campaign | undefined {
  const asking = running.filter((round) => asks(round, roles));
  return asking.find(({ because, isPart }) => isPart && because === 'started') ?? asking[0];
}

function asks({ isPart, audience }: Campaign, roles: readonly Role[]): boolean {
  return !isPart || roles.some((role) => audience.includes(role));
}

/** Of an agreement's groups those that a round asks; without one all of them. */
export function groupsAsked(audience: readonly Role[], round: Campaign | undefined): readonly Role[] {
  return round?.isPart ? audience.filter((role) => round.audience.includes(role)) : audience;
}

/** The round in which somebody is counted now: whoever comes before the first one opens is in the first. */
export function numberOf(campaign: Campaign | undefined): number {
  return campaign?.number ?? 1;
}

/** Rounds are numbered as they are opened. */
export function nextNumber(before: Rounds | undefined): number {
  const { running, earlier = [], planned } = before ?? {};
  return Math.max(0, ...[running, planned, ...earlier].map((round) => round?.number ?? 0)) + 1;
}
