import { phrase } from '../../../cards/view';
import type { CardSamples } from '../card-samples';

const start = { title: phrase('concern.summary.start'), verb: 'concern/start' };
const reviews = { title: phrase('review.summaryDue', { count: 1234 }), verb: 'review/list' };

const duties = {
  state: phrase('help.beginning.set', { title: phrase('duty.beginning.title') }),
  line: phrase('duty.beginning.line', { all: 0, vacant: 0, late: 0 }),
};

export const HELP: CardSamples = {
  'help/menu': {
    smallest: { inGroup: true, rows: [] },
    largest: {
      inGroup: false,
      rows: [{ buttons: [start, start, start, start, start] }, { buttons: [reviews] }],
    },
  },
  'help/set-up': {
    smallest: { open: 0, lines: [{ ...duties, isSet: true, buttons: [] }] },
    largest: {
      open: 7,
      lines: Array.from({ length: 7 }, () => ({
        state: phrase('help.beginning.notYet', { title: phrase('induction.beginning.title') }),
        line: phrase('induction.beginning.line', {
          ...{ all: 12_345, unreached: 1234, count: 8, isSet: 'no' },
          vacant: Array.from({ length: 8 }, () => 'Online safety governor').join(', '),
        }),
        isSet: false,
        buttons: [{ title: phrase('induction.beginning.open', { fresh: 1234 }), verb: 'induction/list' }],
      })),
    },
  },
  'help/thanks': { smallest: {}, largest: {} },
  'help/small-talk': { smallest: {}, largest: {} },
};
