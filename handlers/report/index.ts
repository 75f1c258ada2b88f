import { phrase } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { alone } from '../alone';
import type { Capability } from '../capability';
import { isCommand } from '../command';
import { askedView } from './asking';
import { beginReport, makeReport, sendReport } from './going-out';
import { nudges } from './nudging';
import { isReader } from './rules';
import { verbs } from './verbs';

/** "Report" alone begins a concern in many a mind, so it is never taken for this. */
const COMMANDS = [
  'governors report',
  'governor report',
  'governors s report',
  'governor s report',
  'report to governors',
  'report for governors',
];

/**
 * Once a term, in numbers, what the governors should know; looked over before it goes out. No name, no story, no
 * reference (S305). @param others whose figures it holds, in this order.
 */
export function openReport(others: readonly Capability[]): Capability {
  return {
    name: 'report',
    hears: (text) => isCommand(text, COMMANDS),
    said: async (turn, desk) => ({ reply: alone(turn, await askedView(turn.person, desk)) }),
    nudges,
    verbs,
    jobs: {
      'report/make': (data, desk) => makeReport(data, desk, others),
      'report/send': sendReport,
    },
    putRight: beginReport,
    async summary(person, { school, now }) {
      return isReader(school, person, localDay(school, now))
        ? [{ title: phrase('report.summary'), verb: 'report/newest' }]
        : [];
    },
  };
}
