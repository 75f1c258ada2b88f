import { phrase, type View } from '../../../cards/view';
import { sayInstant } from '../../../domain/when';
import type { Desk } from '../../capability';
import { inert } from '../../../domain/address';
import type { Concern } from '../schema';
import { atSchool, carriedWords } from '../shown';

/** A longer story and longer words of a child do not fit one card together: the words then have a card of their own. */
const BOTH_FIT = 4000;

/** The child's own words that stand on the case itself: all of them, or none where they stand with the rest of the report. */
export function wordsOnCase({ story }: Concern): string {
  const words = story?.words ?? '';
  return words.length + (story?.story.length ?? 0) > BOTH_FIT ? '' : inert(words);
}

/** Whether there is more of the report than the case shows. */
export function isMoreReported(concern: Concern): boolean {
  const { story, carried } = concern;
  return Boolean(story?.opinion) || carried !== undefined || (Boolean(story?.words) && wordsOnCase(concern) === '');
}

/** What was reported beside the story: what the reporter thinks, kept apart, and a message that was passed on. */
export function reportView(concern: Concern, desk: Desk): View {
  const { ref, story, carried } = concern;
  return {
    card: 'concern/report',
    data: {
      ref,
      ownWords: wordsOnCase(concern) === '' ? inert(story?.words ?? '') : '',
      opinion: inert(story?.opinion ?? ''),
      carried: carriedWords(carried),
      author: carried?.author || phrase('concern.somebody'),
      isCut: carried?.isCut ?? false,
      at: carried && !carried.isGone ? sayInstant(atSchool(carried.at, desk)) : '',
      pictures: carried?.pictures ?? 0,
      link: carried?.link ?? '',
    },
  };
}
