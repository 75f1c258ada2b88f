import { type Phrase, phrase, type View } from '../../cards/view';
import { type Asked, carersOf } from '../../domain/asked';
import { localDay } from '../../domain/calendar';
import { findPerson } from '../../domain/people';
import { dayInWords } from '../../domain/when';
import { matchOf, standingOf } from '../asked';
import type { Desk } from '../capability';
import { type Placed, placed, refOf } from '../clauses';
import { holderOf } from './holder';
import { quoteOf } from './rules';
import { wordsOf } from './views';

/** Clauses on offer: more than four would be a search, not a choice. */
const OFFERED = 4;
/** Characters of each that are shown before it is chosen; all of it is shown then. */
const LONGEST_OFFER = 500;

/** The question as it reaches whoever looks after the policy, and as it is opened from the list; decided, what was decided. */
export function askedView(asked: Asked, desk: Desk): View {
  const standing = standingOf(asked, desk);
  if (standing === 'matched' || standing === 'absent') return decidedView(asked, desk);
  const policy = desk.library.policy(asked.policy)?.policy.title ?? '';
  return {
    card: 'answer/passed',
    data: {
      asked: asked.id,
      question: asked.question,
      line: phrase(policy ? 'answer.notFoundIn' : 'answer.notFound', { policy }),
      counts: countsOf(asked),
      isAsleep: standing === 'asleep',
    },
  };
}

/** "Asked on 3 days, first on 4 November 2026 and last on 28 November 2026." */
export function countsOf({ days, firstOn, lastOn }: Asked): Phrase {
  return phrase('answer.askedOn', { days, first: dayInWords(firstOn), last: dayInWords(lastOn) });
}

/**
 * The clauses that come nearest, in their own words, and a line to look with other words. That looks in every policy: the
 * one in which it was not found may be the wrong one.
 */
export function offersView(asked: Asked, words: string, desk: Desk): View {
  const { library } = desk;
  const within = words === '' && library.policy(asked.policy) ? { policy: asked.policy } : {};
  const near = library.candidates(words || asked.question, { ...within, limit: OFFERED });
  const offers = near.flatMap((found) => placed(found, desk));
  return {
    card: 'answer/offers',
    data: {
      asked: asked.id,
      question: asked.question,
      typed: words,
      isEmpty: offers.length === 0,
      offers: offers.map((place) => ({ ...wordsOf(place, LONGEST_OFFER), asked: asked.id, clause: refOf(place) })),
    },
  };
}

/** All the words of one clause, before they are tied to a question. */
export function confirmView(asked: Asked, place: Placed, personId: string, desk: Desk): View {
  const carers = carersOf(desk.school, place.held.policy.id, localDay(desk.school, desk.now));
  return {
    card: 'answer/confirm',
    data: {
      ...wordsOf(place),
      asked: asked.id,
      question: asked.question,
      clause: refOf(place),
      isOwn: carers.includes(personId),
      owner: carers.length > 0 ? holderOf(findPerson(desk.school, carers[0])) : '',
      hasOwner: carers.length > 0,
    },
  };
}

/** What became of a question, in place of the card that asked. @param line said of it, where it is something new. */
export function decidedView(asked: Asked, desk: Desk, line = phrase(`answer.became.${asked.state}`)): View {
  const match = matchOf(asked, desk);
  const words = match && wordsOf(match, LONGEST_OFFER);
  return {
    card: 'answer/decided',
    data: {
      asked: asked.id,
      question: quoteOf(asked.question, LONGEST_OFFER).quote,
      line,
      quote: words?.quote ?? '',
      against: words?.against ?? '',
      place: words?.place ?? '',
      mayChange: asked.state === 'matched' || asked.state === 'absent',
    },
  };
}
