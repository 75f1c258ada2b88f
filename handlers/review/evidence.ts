import { DateTime, Duration } from 'luxon';
import { approverInWords } from '../../cards/office-words';
import { type Phrase, phrase, type View } from '../../cards/view';
import { belongs } from '../../domain/belonging';
import { LastAct, lastKey } from '../../domain/agreed';
import { localDay } from '../../domain/calendar';
import { approvedOnOf } from '../../domain/review-date';
import { shownAlone } from '../../domain/small-numbers';
import { dayInWords } from '../../domain/when';
import { findingsIn } from '../../library';
import { everyRow } from '../../infra/every-row';
import { timesIn } from '../../infra/counts';
import { allowedSince } from '../allowed';
import { unansweredBy } from '../asked';
import { type Desk, type Verb, verb } from '../capability';
import { reportedSince } from '../reported';
import { maySeeAll } from './rules';
import { OfPolicy } from './schema';
import { askedOf } from './slots';
import { findStanding, latestEvent, type Standing } from './standing';
import { statutoryLine } from './statutory';
import { areasOf } from './touched';
import { trainingLines } from './training-line';
import { viewsLine } from './view-cards';
import { dueLine, historyLine } from './views';

/* What a review should know: numbers alone. No name, no story, no reference; small numbers are not said. */

/** Without a day on which it was approved, the last year counts. */
const A_YEAR = { years: 1 } as const;

/** The day since which things are counted. */
export function sinceOf({ policy, reviewed }: Standing, now: DateTime): string {
  return approvedOnOf(policy, reviewed) ?? now.minus(A_YEAR).toFormat('yyyy-MM-dd');
}

/** Whether that day is the one of its last approval; else a year is looked back on. */
export function sinceWhat({ policy, reviewed }: Standing): 'since' | 'year' {
  return approvedOnOf(policy, reviewed) ? 'since' : 'year';
}

/** The few lines on the card of a review, below since when they count. */
export async function evidenceLines(standing: Standing, desk: Desk): Promise<Phrase[]> {
  const lines = await countedLines(standing, desk);
  const date = dayInWords(sinceOf(standing, desk.now));
  return lines.length === 0 ? [] : [phrase(`review.evidence.${sinceWhat(standing)}`, { date }), ...lines];
}

/** The same lines alone. */
export async function countedLines(standing: Standing, desk: Desk): Promise<Phrase[]> {
  const since = sinceOf(standing, desk.now);
  return [
    ...(await agreedLines(standing, since, desk)),
    ...(await trainingLines(standing, desk)),
    ...(await concernLines(standing, since, desk)),
    ...(await serviceLines(standing, since, desk)),
    ...(await questionLines(standing, desk)),
    ...findingLines(standing, desk),
  ];
}

/** Who has agreed since, of those who are asked, where these are not few: one row a person, read a page at a time. */
async function agreedLines({ policy }: Standing, since: string, { school, records, now }: Desk): Promise<Phrase[]> {
  const today = localDay(school, now);
  const lines: Phrase[] = [];
  for (const entry of school.agreements.filter((each) => each.policy === policy.id)) {
    const asked = school.people.filter(
      (person) => belongs(person, today) && person.roles.some((role) => entry.audience.includes(role)),
    );
    if (asked.length === 0 || shownAlone(asked.length, school.report.fewerThan) === 'few') continue;
    const agreed = await agreedSince(entry.id, since, records);
    const count = asked.filter(({ id }) => agreed.has(id)).length;
    lines.push(phrase('review.evidence.agreed', { title: entry.title ?? entry.heading, count, all: asked.length }));
  }
  return lines;
}

async function agreedSince(agreement: string, since: string, records: Desk['records']): Promise<ReadonlySet<string>> {
  const people = new Set<string>();
  const prefix = lastKey(agreement);
  for await (const { key, value } of everyRow({ records }, prefix))
    if (LastAct.parse(value).at.slice(0, 10) >= since) people.add(key.slice(prefix.length));
  return people;
}

/** Of each area what the governors' reports have said of it, and nothing that is not in them. */
async function concernLines(standing: Standing, since: string, desk: Desk): Promise<Phrase[]> {
  const areas = areasOf(standing);
  if (areas.length === 0) return [];
  const reported = await reportedSince(since, desk);
  return areas.flatMap((area) => {
    const said = reported.get(area);
    if (!said) return [];
    const { count, isMore } = said;
    return [
      phrase(`review.evidence.${count === 0 ? 'few' : 'raised'}`, {
        area: phrase(`area.${area}`),
        ...(count === 0 ? {} : { count, more: isMore ? 'yes' : 'no' }),
      }),
    ];
  });
}

/** New services that were allowed, for the policies about what is online: their risk assessments are what it may have to say next. */
async function serviceLines(standing: Standing, since: string, desk: Desk): Promise<Phrase[]> {
  if (!areasOf(standing).includes('content')) return [];
  const count = await allowedSince('technology', since, desk);
  return count > 0 ? [phrase('review.evidence.services', { count })] : [];
}

async function questionLines({ policy }: Standing, desk: Desk): Promise<Phrase[]> {
  // One that still waits may yet be answered by it.
  const asked = (await unansweredBy(policy.id, desk)).filter((each) => each.standing === 'absent').length;
  const declined = await timesIn(`declined-${policy.id}`, desk.now, desk.records);
  return [
    ...(asked > 0 ? [phrase('review.evidence.questions', { count: asked })] : []),
    ...(declined > 0 ? [phrase('review.evidence.declined', { count: declined })] : []),
  ];
}

function findingLines({ policy }: Standing, { library, school, now }: Desk): Phrase[] {
  const held = library.policy(policy.id);
  const count = held ? findingsIn(held.document, localDay(school, now)).length : 0;
  return count > 0 ? [phrase('review.evidence.findings', { count })] : [];
}

/** What is known of the review itself: who approves, how often, whether the law asks for it, who has given a view. @param history what became of the last one */
export async function factLines(standing: Standing, desk: Desk, history: Phrase | '' = ''): Promise<Phrase[]> {
  const { policy } = standing;
  const views = viewsLine(await askedOf(standing, desk));
  return [
    phrase('review.fact.approver', { approver: approverInWords(policy.approver) }),
    ...(policy.every ? [phrase('review.fact.every', { months: monthsIn(policy.every) })] : []),
    statutoryLine(policy, desk.school.nation),
    ...(history ? [history] : []),
    ...(views ? [views] : []),
  ];
}

function monthsIn(every: string): number {
  const start = DateTime.fromISO('2026-01-01', { zone: 'utc' });
  return Math.round(start.plus(Duration.fromISO(every)).diff(start, 'months').months);
}

export async function evidenceView(standing: Standing, desk: Desk): Promise<View> {
  const history = historyLine(await latestEvent(standing, desk), desk);
  const lines = [...(await factLines(standing, desk, history)), ...(await evidenceLines(standing, desk))];
  return {
    card: 'review/evidence',
    data: {
      policy: standing.policy.id,
      due: standing.reviewOn ?? '',
      line: dueLine(standing, desk),
      lines: lines.map((line) => ({ line })),
      page: desk.pageAt('review', standing.policy.id) ?? '',
    },
  };
}

/** May be seen by whoever sees the whole list of reviews: it is numbers alone. */
export const showEvidence: Verb = verb({
  name: 'review/evidence',
  data: OfPolicy,
  find: ({ policy }, _turn, desk) => findStanding(policy, desk),
  may: (person, _standing, { school }) => maySeeAll(school, person),
  handle: async ({ kept, desk }) => ({ reply: { here: [await evidenceView(kept, desk)] } }),
});
