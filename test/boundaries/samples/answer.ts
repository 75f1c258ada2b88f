import { phrase } from '../../../cards/view';
import type { CardSamples } from '../card-samples';

const LONG = 'Staff *must* not use <at>their own</at> phone & camera, [see](https://example.org) ${below}. '
  .repeat(40)
  .slice(0, 2500);
const NAME = 'Deputy headteacher and curriculum lead for computing, mornings only';
const PLACE = [
  'Filtering and monitoring policy',
  '4. What we expect of everybody who works here',
  'Staff training',
  '4.2',
].join(' › ');
const REF = `${'p'.repeat(64)}:c123456:0123abcd`;
const version = (has: 'yes' | 'no') =>
  phrase('answer.version', {
    version: '30 September 2026',
    hasVersion: has,
    approver: phrase('answer.approver.governors'),
    approved: '30 September 2026',
    isApproved: has,
  });
const least = {
  quote: phrase('answer.quote', { quote: 'Yes.' }),
  isCut: false,
  intro: '',
  cells: [],
  hasCells: false,
  isUncertain: false,
  place: 'Phones',
  version: version('no'),
  overdue: '',
};
const most = {
  quote: phrase('answer.quote', { quote: LONG }),
  isCut: true,
  intro: phrase('answer.intro', { intro: LONG.slice(0, 700) }),
  cells: Array.from({ length: 9 }, (_, n) => ({
    title: `Pupils: acceptable at certain times ${n}`,
    value: phrase('answer.noMark'),
  })),
  hasCells: true,
  isUncertain: true,
  place: PLACE,
  version: version('yes'),
  overdue: phrase('answer.overdue', { month: 'September 2021' }),
};
/** As much as a button carries. */
const QUESTION = 'can I "use" my own phone on the trip '.repeat(40).slice(0, 1200);
const few = {
  owner: phrase('answer.theOffice'),
  policy: '',
  policyTitle: '',
  looksAfter: false,
  canPass: false,
  question: '',
};
const many = {
  owner: NAME,
  policy: 'p'.repeat(64),
  policyTitle: PLACE,
  looksAfter: true,
  canPass: true,
  question: QUESTION,
};
const nothing = { smallest: {}, largest: {} };

export const ANSWER: CardSamples = {
  'answer/found': {
    smallest: {
      ...least,
      ref: REF,
      moreRefs: '',
      policy: 'p',
      page: '',
      question: '',
      more: [],
      folded: 0,
      mayReport: false,
    },
    largest: {
      ...most,
      ref: REF,
      moreRefs: `${REF} ${REF}`,
      policy: 'p'.repeat(64),
      page: `https://lantern.example.org/pages/policy/${'s'.repeat(64)}/${'p'.repeat(64)}?signature=${'x'.repeat(43)}#asked`,
      question: QUESTION,
      more: [most, most],
      folded: 2,
      mayReport: true,
    },
  },
  'answer/declined': { smallest: few, largest: many },
  'answer/not-it': { smallest: few, largest: many },
  'answer/pass-on': {
    smallest: { ...few, typed: '', problem: '' },
    largest: { ...many, typed: LONG.slice(0, 2000), problem: phrase('answer.questionTooLong') },
  },
  'answer/sent': { smallest: { owner: 'Head' }, largest: { owner: NAME } },
  'answer/passed': {
    smallest: { line: phrase('answer.notFound'), question: 'Why?' },
    largest: { line: phrase('answer.notFoundIn', { policy: PLACE }), question: LONG.slice(0, 2000) },
  },
  'answer/too-long': { smallest: {}, largest: {} },
  'answer/ask': nothing,
  'answer/other': nothing,
  'answer/nobody': nothing,
  'answer/pictures': nothing,
  'answer/changed': nothing,
};
