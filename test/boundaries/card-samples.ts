import type { View } from '../../cards/view';
import { COMMON } from './samples/common';
import { CONCERN } from './samples/concern';
import { AGREEMENT } from './samples/agreement';
import { AGREEMENT_ROUND } from './samples/agreement-round';
import { ANSWER } from './samples/answer';
import { CALENDAR } from './samples/calendar';
import { DUTY } from './samples/duty';
import { HELP } from './samples/help';
import { INDUCTION } from './samples/induction';
import { POLICY } from './samples/policy';
import { REQUEST } from './samples/request';
import { REPORT } from './samples/report';
import { RETENTION } from './samples/retention';
import { REVIEW } from './samples/review';
import { SLIP } from './samples/slip';
import { VISITOR } from './samples/visitor';
import { TRAINING } from './samples/training';

/** For each card the least that a handler gives it, and the most. */
export type CardSamples = Readonly<Record<string, { readonly smallest: View['data']; readonly largest: View['data'] }>>;

/** One file a capability in `samples/`; a card without samples fails `cards.test.ts`. */
export const SAMPLES: CardSamples = {
  ...COMMON,
  ...REVIEW,
  ...CALENDAR,
  ...REQUEST,
  ...DUTY,
  ...TRAINING,
  ...SLIP,
  ...POLICY,
  ...HELP,
  ...INDUCTION,
  ...ANSWER,
  ...AGREEMENT,
  ...AGREEMENT_ROUND,
  ...CONCERN,
  ...VISITOR,
  ...REPORT,
  ...RETENTION,
};
