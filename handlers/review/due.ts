import { officeInWords } from '../../cards/office-words';
import { type Phrase, phrase, type View } from '../../cards/view';
import type { Desk } from '../capability';
import { approvingOffice, type Why } from './rules';
import { askedOf } from './slots';
import { isUnsigned, type Standing, type Told } from './standing';
import { viewsLine } from './view-cards';
import { dueLine, historyLine, isOverdue } from './views';

/** The reminder, and the card behind the list: what is due, why you, and what you can do. */
export async function dueView(
  standing: Standing,
  why: Why,
  told: Told | undefined,
  desk: Desk,
  evidence: readonly Phrase[] = [],
): Promise<View> {
  const asked = await askedOf(standing, desk);
  return {
    card: 'review/due',
    data: {
      policy: standing.policy.id,
      due: standing.reviewOn ?? '',
      isOverdue: isOverdue(standing, desk),
      line: dueLine(standing, desk),
      why: phrase(`review.why.${why}`, { office: officeInWords(approvingOffice(standing.policy)) }),
      history: historyLine(told, desk),
      canSign: isUnsigned(told),
      evidence: evidence.map((line) => ({ line })),
      views: viewsLine(asked),
      hasViews: asked.length > 0,
      canPass:
        !isUnsigned(told) && (why === 'chair' || why === 'headteacher' || why === 'committee' || why === 'owner'),
    },
  };
}
