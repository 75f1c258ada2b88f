import { termsFor } from '../cards/terms';
import { formatPhrase } from '../cards/words';
import type { WhyUnopened } from '../infra/policy-files';
import type { WhyUnread } from '../library';

/** No school's own words are in these sentences, so any setting will do. */
const ANYWHERE = termsFor({ nation: 'england', schoolName: '' });

/** Why a file gave no policy, and what to do about it, as people read it. */
export function whyUnread(why: WhyUnread | WhyUnopened): string {
  return formatPhrase(`policy.unread.${why}`, {}, ANYWHERE);
}
