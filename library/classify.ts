import { ABOUT } from './signals-of-subject';
import { EVERYDAY, GRAVE, HAPPENED, HARM, IN_DANGER, PERSON_HERE, SOMEBODY, WITNESSED } from './signals-of-concern';
import {
  ASKING,
  ASKS_FOR_A_RULE,
  GREETING,
  HELP,
  MY_AUP,
  POLICY_MATTERS,
  REPORT,
  REQUEST,
  REVIEW_STATUS,
  SUPPOSED,
} from './signals-of-intent';

export type Intent = 'report-concern' | 'ask-policy' | 'my-aup' | 'review-status' | 'help' | 'greeting' | 'other';

export interface Classified {
  readonly intent: Intent;
  /** A child may be in danger now: the emergency line comes first. */
  readonly urgent: boolean;
  /** Whom a concern seems to be about; null for any other message. A person confirms it on the form. */
  readonly about: 'pupil' | 'staff' | 'headteacher' | 'system' | null;
}

const LONGEST_READ = 2000;

/**
 * Says what a message is for. A disclosure that is missed is worse than a form that is offered in vain, so whoever tells
 * of something that happened is offered the form; whoever asks what the rule is gets the policy, whatever the theme.
 */
export function classify(text: string): Classified {
  const said = plain(text);
  if (said === '') return { intent: 'other', urgent: false, about: null };
  if (isConcern(said)) return { intent: 'report-concern', urgent: has(IN_DANGER, said), about: aboutWhom(said) };
  return { intent: otherIntent(said), urgent: false, about: null };
}

function isConcern(said: string): boolean {
  if (has(REPORT, said)) return true;
  if (has(ASKING, said) || has(SUPPOSED, said)) return false;
  const isGrave = has(GRAVE, said) || has(IN_DANGER, said);
  if (has(ASKS_FOR_A_RULE, said)) return isGrave && has(WITNESSED, said);
  if (has(REQUEST, said)) return false;
  const isTold = has(WITNESSED, said) || has(HAPPENED, said);
  if (isGrave || has(HARM, said)) return isTold || has(SOMEBODY, said);
  return isTold && has(PERSON_HERE, said) && !has(EVERYDAY, said);
}

function otherIntent(said: string): Intent {
  if (has(GREETING, said)) return 'greeting';
  if (has(HELP, said)) return 'help';
  if (has(MY_AUP, said)) return 'my-aup';
  if (has(REVIEW_STATUS, said)) return 'review-status';
  if (has(REQUEST, said)) return 'other';
  const asks = [ASKING, SUPPOSED, ASKS_FOR_A_RULE].some((signs) => has(signs, said));
  return asks || has(POLICY_MATTERS, said) ? 'ask-policy' : 'other';
}

function aboutWhom(said: string): Classified['about'] {
  return ABOUT.find(([, signs]) => has(signs, said))?.[0] ?? 'pupil';
}

function has(signs: readonly RegExp[], said: string): boolean {
  return signs.some((sign) => sign.test(said));
}

/** One line in small letters without apostrophes and other marks, so that a sign is written once. */
function plain(text: string): string {
  return text
    .slice(0, LONGEST_READ)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}?]+/gu, ' ')
    .replace(/ ?\?/g, ' ?')
    .trim();
}
