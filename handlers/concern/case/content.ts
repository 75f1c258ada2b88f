import { saidIn } from '../story-said';
import { type Datum, phrase, type View } from '../../../cards/view';
import type { Entry } from '../../../domain/chronology';
import { routeConcern } from '../../../domain/routes';
import type { Desk } from '../../capability';
import { inert } from '../../../domain/address';
import { hasEarlierAlerts, latestAlerts } from '../alert/lines';
import { matterOf, mayLead } from '../rules';
import type { Concern } from '../schema';
import { sayAbout, sayOutside } from '../shown';
import { isAlarm, stateData } from '../telling';
import { clocksShown, runningClocks } from './clock-lines';
import type { KeptCase } from './finding';
import { sharesNow } from './guests';
import { recentFacts } from './history';
import { linkLines } from './linking';
import { reporterName } from './names';
import { whyNotLookedAt } from './investigate/offered';
import { currentOf } from './investigate/running';
import { nextSteps } from './next-steps';
import { partLines } from './parts';
import { isMoreReported, wordsOnCase } from './report-view';
import { workLines } from './work-lines';

interface More {
  readonly problem?: Datum;
  readonly added?: Entry;
  /** All that can be done on it, unfolded. */
  readonly isUnfolded?: boolean;
}

/** The whole of a case, for one person who may read it: what was said, what was done, and what comes next. */
export async function contentView(
  { concern, work }: Pick<KeptCase, 'concern' | 'work'>,
  desk: Desk,
  person: string,
  { problem = '', added, isUnfolded = false }: More = {},
): Promise<View> {
  const isLead = mayLead(person, concern, desk.school, desk.now);
  const state = stateData(concern, desk);
  const history = await recentFacts(concern, desk, person, added);
  return {
    card: 'concern/content',
    data: {
      ...state,
      canTake: isLead && state.canTake === true,
      isLead,
      hasTask: !isLead && work.tasks.some(({ ended, owner }) => !ended && owner === person),
      isUnfolded,
      hasOpenTask: work.tasks.some(({ ended }) => !ended),
      hasClock: runningClocks(concern, work, desk).length > 0,
      isHeld: concern.hold !== undefined,
      hasGuest: sharesNow(concern, desk).length > 0,
      isInvestigated: currentOf(work) !== undefined,
      mayInvestigate: isLead && currentOf(work) === undefined && whyNotLookedAt(concern) === undefined,
      tone: isAlarm(concern) ? 'attention' : 'default',
      problem,
      clocks: clocksShown(concern, work, desk),
      facts: factsOf(concern, desk),
      earlierAlerts: hasEarlierAlerts(concern),
      story: (await latestAlerts(concern, desk)) || storyOf(concern),
      ownWords: wordsOnCase(concern),
      more: isMoreReported(concern),
      work: [
        ...(await partLines(person, concern, desk)),
        ...workLines(concern, work, desk),
        ...(await linkLines(concern, person, isLead, desk)),
      ],
      steps: isLead && concern.state !== 'closed' ? nextSteps(concern, work, desk) : [],
      history: history.lines,
      earlier: history.oldest > 1,
    },
  };
}

function storyOf({ story }: Concern): Datum {
  if (!story) return phrase('concern.detailsToCome');
  return inert(story.story) || phrase('concern.seeCarried');
}

/** What the form asked, as a list; what was left empty is not on it. */
export function factsOf(concern: Concern, desk: Desk): { title: Datum; value: Datum }[] {
  const { story, subject, about } = concern;
  const rows: [string, Datum][] = [
    ['risk', phrase(`risk.${concern.risk}`)],
    ['about', sayAbout(about, subject, desk.school)],
    ['reporter', reporterName(concern, desk)],
    ...saidIn(story),
  ];
  return rows.map(([name, value]) => ({ title: phrase(`concern.fact.${name}`), value }));
}

/** For somebody who has just shut the door behind themselves. */
export function goneView(concern: Concern, { school, now }: Desk): View {
  const route = routeConcern(school, matterOf(concern), now);
  const isSealed = concern.told.length === 0;
  const outside = isSealed ? sayOutside(route.outOfHours ?? route.end) : '';
  return { card: 'concern/passed-on', data: { ref: concern.ref, isSealed, outside } };
}
