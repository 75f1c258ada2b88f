import { phrase } from '../../../cards/view';
import type { CardSamples } from '../card-samples';

const address = `https://lantern.example.org/pages/calendar/${'p'.repeat(64)}/${'o'.repeat(64)}?signature=${'s'.repeat(100)}`;

export const CALENDAR: CardSamples = {
  'calendar/addresses': {
    smallest: { intro: phrase('calendar.none'), renewed: '', lines: [] },
    largest: {
      intro: phrase('calendar.ready'),
      renewed: phrase('calendar.renewed', { office: phrase('officeName.dsl') }),
      lines: Array.from({ length: 6 }, () => ({ office: 'o'.repeat(64), name: 'W'.repeat(64), address })),
    },
  },
};
