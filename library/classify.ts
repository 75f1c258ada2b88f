import { isGrave } from './concern-floor';
import { type About, type Chances, chancesOf, INTENTS, type Intent } from './message-model';
import { messageModel } from './message-weights';
import { messageWords } from './message-words';
import { openRecall } from './recall';

export type { Intent } from './message-model';

export interface Classified {
  readonly intent: Intent;
  /** A child may be in danger now: the emergency line comes first. */
  readonly urgent: boolean;
  /** Whom a concern seems to be about; null for any other message. A person confirms it on the form. */
  readonly about: About | null;
  /** Not taken for a concern, yet it could be one: whatever is shown should offer the form as well. */
  readonly mayBeConcern: boolean;
}

/**
 * From which chance on a message is a concern, is perhaps one, is urgent. Read off the curve that `bench/messages.ts`
 * prints: low, because a missed disclosure is worse than a form offered in vain.
 */
const CONCERN = 0.3;
const PERHAPS_CONCERN = 0.1;
const GRAVE_CONCERN = 0.05;
const URGENT = 0.07;
const PLAIN_QUESTION = 0.5;

/** Everybody who may hear a message asks what it is for, one after the other. */
const recall = openRecall<Classified>(100);

const NOTHING_SAID: Classified = { intent: 'other', urgent: false, about: null, mayBeConcern: false };

/**
 * Says what a message is for. Whoever tells of something that happened is offered the form; whoever asks what the rule
 * is gets the policy, whatever the theme. Nothing of the message is kept.
 */
export function classify(text: string): Classified {
  return recall(text, () => classifyAnew(text));
}

function classifyAnew(text: string): Classified {
  if (messageWords(text).length === 0) return NOTHING_SAID;
  const chances = chancesOf(text, messageModel());
  if (!isConcern(text, chances)) {
    const mayBeConcern = chances.intent['report-concern'] >= PERHAPS_CONCERN;
    return { intent: likeliestOther(chances), urgent: false, about: null, mayBeConcern };
  }
  return { intent: 'report-concern', urgent: chances.urgent >= URGENT, about: chances.about, mayBeConcern: false };
}

/** What is learnt may not talk a grave message down to chatter; only a plain question about the rule may do without. */
function isConcern(text: string, { intent }: Chances): boolean {
  if (intent['report-concern'] >= CONCERN) return true;
  return intent['report-concern'] >= GRAVE_CONCERN && intent['ask-policy'] < PLAIN_QUESTION && isGrave(text);
}

function likeliestOther({ intent }: Chances): Intent {
  const [first = 'other', ...others] = INTENTS.filter((one) => one !== 'report-concern');
  return others.reduce<Intent>((best, one) => (intent[one] > intent[best] ? one : best), first);
}
