import { phrase } from '../../../cards/view';
import type { CardSamples } from '../card-samples';

const LONG_NAME = 'Deputy Designated Safeguarding Lead, Early Years and Key Stage One, mornings only';

/** The cards that belong to no capability. */
export const COMMON = {
  'common/blank': { smallest: {}, largest: {} },
  'common/find-me': { smallest: {}, largest: {} },
  'common/refused': { smallest: {}, largest: {} },
  'common/sorry': {
    smallest: {},
    largest: { kept: 'Your words. '.repeat(200), next: { phrase: 'common.openForm' } },
  },
  'common/stranger': {
    smallest: { find: [], notThem: 'x', outside: 'x' },
    largest: {
      find: Array.from({ length: 12 }, () => ({ name: LONG_NAME, telephone: '01632 960001 (extension 4)' })),
      notThem: phrase('concern.notThem.ring', { office: 'headteacher', name: LONG_NAME, telephone: '01632 960001' }),
      outside: `${LONG_NAME}, 01632 960002`,
    },
  },
  'common/unreadable': { smallest: {}, largest: {} },
} satisfies CardSamples;
