import { inARow } from '../../../cards/in-a-row';
import { type Datum, phrase, type View } from '../../../cards/view';
import { barOf } from '../../../domain/bar';
import { localDay } from '../../../domain/calendar';
import { sayVersion } from '../../../library';
import type { Desk } from '../../capability';
import { isReachable } from '../../../domain/people';
import type { Role } from '../../../domain/school';
import { dayInWords } from '../../../domain/when';
import { concerns } from '../rules';
import { type Wording, wordings } from '../asking';
import { type OfGroup, type Progress, progressOf } from './progress';
import { groupsAsked } from './rounds';
import { roundsOf } from './rows';

/** Agreements on one card. */
const LINES = 6;

/** All agreements of the school with how far each is, for whoever keeps the register. */
export async function campaignsView(desk: Desk, from = 0): Promise<View> {
  const all = await wordings(desk);
  const missing = desk.school.agreements.length - all.length;
  const lines = await Promise.all(
    all.slice(from, from + LINES).map(async (wording) => {
      const progress = await progressOf(wording, desk.records);
      return {
        agreement: wording.entry.id,
        title: wording.title,
        ...barLines(progress),
        line: roundLine(wording, desk),
      };
    }),
  );
  const left = Math.max(0, all.length - from - LINES);
  return { card: 'agreement/campaigns', data: { count: all.length, missing, lines, next: from + LINES, left } };
}

/** One round: the bar, the groups, and what can be done. */
export async function campaignView(wording: Wording, desk: Desk, notice: Datum = ''): Promise<View> {
  const { entry, title, campaign } = wording;
  const progress = await progressOf(wording, desk.records);
  const planned = (await roundsOf(entry.id, desk.records))?.value.planned;
  const isAhead = planned !== undefined && planned.number !== campaign?.number;
  const unreachable = unreachableIn(groupsAsked(entry.audience, campaign), desk).length;
  return {
    card: 'agreement/campaign',
    data: {
      agreement: entry.id,
      title,
      notice,
      ...barLines(progress),
      line: roundLine(wording, desk),
      version: campaign?.version ? phrase('agreement.version', { version: sayVersion(campaign.version) }) : '',
      groups: progress.groups.map(groupLine),
      elsewhere: progress.others.length > 0 ? phrase('agreement.notInRound') : '',
      others: progress.others.map(groupLine),
      outstanding: progress.outstanding,
      agreed: progress.agreed,
      paper: progress.paper,
      page: progress.page,
      exempt: progress.exempt,
      unreachable,
      ahead: isAhead
        ? phrase('agreement.aheadLine', { opens: dayInWords(planned.opensOn), due: dayInWords(planned.dueOn) })
        : '',
    },
  };
}

/** People of these groups to whom no card can go. */
export function unreachableIn(audience: readonly Role[], { school, now }: Desk, day = localDay(school, now)) {
  const asked = { audience: [...audience] };
  return school.people.filter((person) => concerns(asked, person, day) && !isReachable(person));
}

/** A group within a sentence: "governors". */
export function groupName(role: Role): Datum {
  return phrase(`agreement.groups.${role}`);
}

function groupLine({ role, done, all, outstanding }: OfGroup) {
  return {
    role,
    line: phrase('agreement.groupLine', { role: phrase(`agreement.roles.${role}`), done, all }),
    outstanding,
    button: phrase('agreement.ofGroup', { outstanding }),
  };
}

function barLines({ done, all, asked, page }: Progress) {
  const isCounted = asked + page > 0;
  return {
    bar: isCounted ? barOf(done, all) : '',
    counted: isCounted ? phrase('agreement.countLine', { done, all }) : phrase('agreement.notCounted'),
  };
}

/** "Round 2, started by the office, for governors: opened on 1 September 2026, due on 25 September 2026." */
function roundLine({ entry, campaign }: Wording, { school, now }: Desk): Datum {
  if (!campaign) return '';
  const { number, because, opensOn, dueOn } = campaign;
  const isOver = dueOn < localDay(school, now) ? 'yes' : 'no';
  const days = { opens: dayInWords(opensOn), due: dayInWords(dueOn), isOver };
  const why = phrase(`agreement.opened.${because}`);
  const groups = campaign.isPart ? inARow(groupsAsked(entry.audience, campaign).map(groupName)) : '';
  return phrase('agreement.roundLine', { number, why, groups, isPart: campaign.isPart ? 'yes' : 'no', ...days });
}
