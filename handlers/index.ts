import { agreement } from './agreement';
import { openAnswer } from './answer';
import { calendar } from './calendar';
import type { Capability } from './capability';
import { concern } from './concern';
import { duty } from './duty';
import { openHelp } from './help';
import { openInduction } from './induction';
import { policy } from './policy';
import { request } from './request';
import { openReport } from './report';
import { openRetention } from './retention';
import { review } from './review';
import { slip } from './slip';
import { training } from './training';

const induction = openInduction([agreement, training]);

const answer = openAnswer([slip, induction]);

/** The governors' report, with the figures that it holds from top to bottom. */
const report = openReport([concern, agreement, training, review, duty, answer]);

/** What is kept until an end that the school's file names. */
const retention = openRetention([concern, request, agreement, training]);

/**
 * Everything Lantern does, in the order in which it listens: a disclosure is heard before anything else but the very words
 * that ask for permission ("unblock a website" reads as if something had happened), and a question is what nobody else has taken. Add a capability here, and to the list that help shows.
 */
export const capabilities: readonly Capability[] = [
  request,
  concern,
  openHelp(
    [concern, answer, induction, agreement, slip, training, review, duty, policy, request, report, retention],
    [induction, policy, agreement, slip, review, duty, training],
  ),
  agreement,
  policy,
  review,
  calendar,
  duty,
  training,
  slip,
  report,
  retention,
  induction,
  answer,
];
