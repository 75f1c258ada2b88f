import { DateTime } from 'luxon';
import { type Datum, type Phrase, phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { approvedOnOf, Reviewed, reviewedKey, reviewOnOf } from '../../domain/review-date';
import { sayDay } from '../../domain/when';
import type { Desk } from '../capability';
import { sayVersion, versionOf } from '../version';
import { cellsOf, type Placed, refOf } from './clauses';
import { carried, isAboutIncidents, quoteOf } from './rules';

/** The school's words first, then where they stand. Further places are folded until somebody asks for them. */
export async function foundView(all: readonly Placed[], question: string, isOpen: boolean, desk: Desk): Promise<View> {
  const [first, ...more] = await Promise.all(all.map((place) => clauseData(place, desk)));
  const [firstRef = '', ...moreRefs] = all.map(refOf);
  return {
    card: 'answer/found',
    data: {
      ...first,
      ref: firstRef,
      policy: all[0]?.held.policy.id ?? '',
      moreRefs: moreRefs.join(' '),
      question: carried(question),
      more: isOpen ? more : [],
      folded: isOpen ? 0 : more.length,
      mayReport: all
        .slice(0, 1)
        .some(({ clause }) => isAboutIncidents([...clause.path, clause.intro, clause.text].join(' '))),
    },
  };
}

async function clauseData(place: Placed, desk: Desk) {
  const { clause, held } = place;
  const { quote, isCut } = quoteOf(clause.text);
  const cells = cellsOf(place);
  return {
    quote: phrase('answer.quote', { quote }),
    isCut,
    intro: clause.intro === undefined ? '' : phrase('answer.intro', { intro: quoteOf(clause.intro).quote }),
    cells: (cells ?? []).map(({ column, mark }) => ({
      title: column,
      value: mark === '' ? phrase('answer.noMark') : mark,
    })),
    hasCells: cells !== undefined && cells.length > 0,
    isUncertain: clause.isUncertain === true,
    place: [held.policy.title, ...clause.path, ...(clause.number ? [clause.number] : [])].join(' › '),
    ...(await standingOf(place, desk)),
  };
}

/** Which version this is and who approved it; a review date that is past is said, and not in passing (P10). */
async function standingOf(
  { held }: Placed,
  { school, records, now }: Desk,
): Promise<{ version: Phrase; overdue: Datum }> {
  const entry = school.policies.find(({ id }) => id === held.policy.id);
  const policy = entry ?? held.policy;
  const kept = await records.get(reviewedKey(held.policy.id));
  const reviewed = kept && Reviewed.parse(kept.value);
  const reviewOn = reviewOnOf(policy, reviewed) ?? statedReview(held);
  const approvedOn = approvedOnOf(policy, reviewed);
  const version = versionOf(held);
  const facts = {
    version: sayVersion(version),
    hasVersion: version ? 'yes' : 'no',
    approver: phrase(`answer.approver.${entry?.approver ?? 'governors'}`),
    approved: approvedOn ? sayDay(utc(approvedOn)) : '',
    isApproved: approvedOn ? 'yes' : 'no',
  };
  const isPast = reviewOn !== undefined && reviewOn < localDay(school, now);
  return {
    version: phrase('answer.version', facts),
    overdue: isPast ? phrase('answer.overdue', { month: utc(reviewOn).toFormat('LLLL yyyy') }) : '',
  };
}

/** The latest review date in the policy's own text, for a school file that gives none. */
function statedReview({ document }: Placed['held']): string | undefined {
  const days = document.facts.dates.filter(({ kind }) => kind === 'review due').map(({ to }) => to);
  return days.sort().at(-1);
}

function utc(day: string): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' });
}
