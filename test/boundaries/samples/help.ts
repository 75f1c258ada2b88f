import { phrase } from '../../../cards/view';
import type { CardSamples } from '../card-samples';

const start = { title: phrase('concern.summary.start'), verb: 'concern/start' };
const reviews = { title: phrase('review.summaryDue', { count: 1234 }), verb: 'review/list' };

export const HELP: CardSamples = {
  'help/menu': {
    smallest: { inGroup: true, rows: [] },
    largest: {
      inGroup: false,
      rows: [{ buttons: [start, start, start, start, start] }, { buttons: [reviews] }],
    },
  },
  'help/thanks': { smallest: {}, largest: {} },
  'help/small-talk': { smallest: {}, largest: {} },
};
