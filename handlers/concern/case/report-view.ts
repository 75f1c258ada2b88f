import { phrase, type View } from '../../../cards/view';
import { sayInstant } from '../../../domain/when';
import type { Desk } from '../../capability';
import { inert } from '../address';
import type { Concern } from '../schema';
import { atSchool } from '../shown';

/** What was reported beside the story: what the reporter thinks, kept apart, and a message that was passed on. */
export function reportView({ ref, story, carried }: Concern, desk: Desk): View {
  return {
    card: 'concern/report',
    data: {
      ref,
      opinion: inert(story?.opinion ?? ''),
      carried: inert(carried?.text ?? ''),
      author: carried?.author || phrase('concern.somebody'),
      isCut: carried?.isCut ?? false,
      at: carried ? sayInstant(atSchool(carried.at, desk)) : '',
      pictures: carried?.pictures ?? 0,
      link: carried?.link ?? '',
    },
  };
}
