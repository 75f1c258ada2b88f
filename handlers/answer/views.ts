import { type Datum, phrase, type View } from '../../cards/view';
import { dayInWords } from '../../domain/when';
import { classify, isAgainstGuidance } from '../../library';
import { standingOf } from '../../pages/standing';
import type { Desk } from '../capability';
import { cellsOf, type Placed, refOf } from '../clauses';
import { whomToFind } from '../people-to-find';
import { carried, quoteOf } from './rules';
import { isAboutIncidents, isAboutWorry, isWorryAboutChild } from './worries';

/** Characters of a question that a card repeats. */
const LONGEST_ECHO = 200;

/** The clauses that answer a question, the best first, and what a reader must know about how they were found. */
export interface Answer {
  readonly places: readonly Placed[];
  /** As it was looked for. */
  readonly question: string;
  /** It was put together from a follow-up, so the card says what was looked for. */
  readonly isFollowUp?: boolean;
  /** The first place was tied to this question by whoever looks after the policy. */
  readonly isMatched?: boolean;
  /** The first two settle one matter differently (P10). */
  readonly isDisagreed?: boolean;
  /** The library alone would have declined. */
  readonly isUnsure?: boolean;
  /** Nobody has said yet that it was not what they needed, and it was not the nearest that there is. */
  readonly mayDoubt?: boolean;
}

/**
 * The school's words first, then where they stand. Further places are folded until somebody asks for them; two that
 * disagree are never folded apart.
 */
export async function foundView(answer: Answer, isOpen: boolean, desk: Desk): Promise<View> {
  const { places, question, isFollowUp = false, isMatched = false, isDisagreed = false, isUnsure = false } = answer;
  const { mayDoubt = true } = answer;
  const unfolded = isOpen ? places.length : isDisagreed ? 2 : 1;
  const [first, ...more] = await Promise.all(places.slice(0, unfolded).map((place) => clauseData(place, desk)));
  const [firstRef = '', ...moreRefs] = places.map(refOf);
  return {
    card: 'answer/found',
    data: {
      ...first,
      lookedFor: isFollowUp ? lookedFor(question) : '',
      isMatched,
      isDisagreed,
      isUnsure,
      ref: firstRef,
      policy: places[0]?.held.policy.id ?? '',
      moreRefs: moreRefs.join(' '),
      question: carried(question),
      more,
      folded: Math.max(0, places.length - unfolded),
      shown: unfolded,
      isAlone: more.length === 0,
      mayDoubt,
      beside: '',
      ...reportingOf(question, places.slice(0, unfolded), desk),
    },
  };
}

export function lookedFor(question: string): Datum {
  return phrase('answer.lookedFor', { question: quoteOf(question, LONGEST_ECHO).quote });
}

/** Whether there may be something to report, and whom to ring and find where it is about a child. */
export function reportingOf(question: string, places: readonly Placed[], desk: Desk): Readonly<Record<string, Datum>> {
  const isWorry = isWorryAboutChild(question);
  const isIncident = ({ clause }: Placed) => isAboutIncidents([...clause.path, clause.intro, clause.text].join(' '));
  return {
    isWorry,
    ...(isWorry ? whomToFind(desk.school, desk.now) : { find: [], notThem: '' }),
    mayReport: classify(question).mayBeConcern || isAboutWorry(question) || places.some(isIncident),
  };
}

async function clauseData(place: Placed, desk: Desk) {
  const standing = await standingOf(place.held, desk);
  const page = desk.readInFull(place.held.policy.id, place.clause.id) ?? '';
  return { ...wordsOf(place), page, version: standing.version, overdue: standing.overdue ?? '' };
}

/** A clause as every card quotes it: its own words, and what belongs to them. @param longest cut there, and said to be. */
export function wordsOf(place: Placed, longest?: number): Readonly<Record<string, Datum>> {
  const { clause, held } = place;
  const { quote, isCut } = quoteOf(clause.text, longest);
  const cells = cellsOf(place);
  const holding = (cells ?? []).filter(({ mark }) => mark !== '');
  return {
    quote: phrase('answer.quote', { quote }),
    isCut,
    intro: clause.intro === undefined ? '' : phrase('answer.intro', { intro: quoteOf(clause.intro, longest).quote }),
    row: cells && cells.length > 0 ? phrase('answer.row', { holds: holding.length > 0 ? 'yes' : 'no' }) : '',
    cells: holding.map(holds),
    hasCells: holding.length > 0,
    against: isAgainstGuidance(clause) ? phrase('answer.againstGuidance') : '',
    isUncertain: clause.isUncertain === true,
    amended: clause.amended ? phrase('answer.amended', { date: dayInWords(clause.amended.on) }) : '',
    place: [held.policy.title, ...clause.path, ...(clause.number ? [clause.number] : [])].join(' › '),
  };
}

/** "Pupils: not allowed" says more than its tick; words in a cell are said with the whole name of the column. */
function holds({ column, mark }: { readonly column: string; readonly mark: string }) {
  const [, group, own] = /^(.+?): (.+)$/.exec(column) ?? [];
  return group !== undefined && own !== undefined && !/[\p{L}\p{N}]{2}/u.test(mark)
    ? { title: group, value: own }
    : { title: column, value: mark };
}
