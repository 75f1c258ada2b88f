import { phrase } from '../../../cards/view';
import type { CardSamples } from '../card-samples';

const LONG = 'Staff *must* not use <at>their own</at> phone & camera, [see](https://example.org) ${below}. '
  .repeat(40)
  .slice(0, 2000);
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
    is: has === 'yes' ? 'version' : 'none',
    approver: phrase('answer.approver.governors'),
    approved: '30 September 2026',
    isApproved: has === 'yes' ? 'day' : 'no',
  });
const least = {
  quote: phrase('answer.quote', { quote: 'Yes.' }),
  isCut: false,
  intro: '',
  row: '',
  cells: [],
  hasCells: false,
  against: '',
  isUncertain: false,
  amended: '',
  place: 'Phones',
};
const leastPlace = {
  ...least,
  version: version('no'),
  overdue: '',
};
const most = {
  quote: phrase('answer.quote', { quote: LONG }),
  isCut: true,
  intro: phrase('answer.intro', { intro: LONG.slice(0, 700) }),
  row: phrase('answer.row', { holds: 'yes' }),
  cells: Array.from({ length: 9 }, (_, n) => ({
    title: `Pupils: acceptable at certain times ${n}`,
    value: 'acceptable at certain times for staff',
  })),
  hasCells: true,
  against: phrase('answer.againstGuidance'),
  isUncertain: true,
  amended: phrase('answer.amended', { date: '23 November 2022' }),
  place: PLACE,
};
const mostPlace = {
  ...most,
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
  own: 'no',
  question: '',
};
const many = {
  owner: NAME,
  policy: 'p'.repeat(64),
  policyTitle: PLACE,
  looksAfter: true,
  canPass: true,
  own: 'yes',
  question: QUESTION,
};
const quiet = { isWorry: false, find: [], notThem: '', mayReport: false };
const alarmed = {
  isWorry: true,
  find: Array.from({ length: 4 }, () => ({ name: NAME, telephone: '01632 960010 extension 1234' })),
  notThem: phrase('concern.notThem.ring', {
    office: 'headteacher',
    name: NAME,
    telephone: '01632 960010 extension 1234',
  }),
  mayReport: true,
};
const PAGE = `https://lantern.example.org/pages/policy/${'s'.repeat(64)}/${'p'.repeat(64)}?signature=${'x'.repeat(43)}#asked`;
const ID = 'f'.repeat(32);
const counted = phrase('answer.askedOn', { days: 123, first: '30 September 2025', last: '30 September 2026' });
const offer = { ...most, quote: phrase('answer.quote', { quote: LONG.slice(0, 500) }), cells: most.cells.slice(0, 6) };
const choice = { asked: ID, clause: REF };
const nothing = { smallest: {}, largest: {} };

export const ANSWER: CardSamples = {
  'answer/found': {
    smallest: {
      ...leastPlace,
      lookedFor: '',
      isMatched: false,
      isDisagreed: false,
      isUnsure: false,
      ref: REF,
      moreRefs: '',
      policy: 'p',
      page: '',
      question: '',
      more: [],
      folded: 0,
      shown: 1,
      isAlone: true,
      mayDoubt: false,
      beside: phrase('slip.beside.class', { name: 'x'.repeat(40), not: 59, inside: 59 }),
      ...quiet,
    },
    largest: {
      ...mostPlace,
      lookedFor: phrase('answer.lookedFor', { question: QUESTION.slice(0, 200) }),
      isMatched: true,
      isDisagreed: true,
      isUnsure: true,
      ref: REF,
      moreRefs: `${REF} ${REF}`,
      policy: 'p'.repeat(64),
      page: PAGE,
      question: QUESTION,
      more: [
        { ...mostPlace, page: PAGE },
        { ...mostPlace, page: PAGE },
      ],
      folded: 2,
      shown: 3,
      isAlone: false,
      mayDoubt: true,
      // Below a worry about a child there is no other line.
      beside: '',
      ...alarmed,
    },
  },
  'answer/declined': {
    smallest: {
      ...few,
      title: phrase('answer.notInPolicies'),
      lookedFor: '',
      nearest: '',
      nearestMore: '',
      isFar: false,
      beside: '',
      ...quiet,
    },
    largest: {
      ...many,
      title: phrase('answer.notFoundFor', { audience: 'volunteers' }),
      lookedFor: phrase('answer.lookedFor', { question: QUESTION.slice(0, 200) }),
      nearest: REF,
      nearestMore: `${REF} ${REF}`,
      isFar: true,
      beside: phrase('slip.beside.class', { name: 'x'.repeat(40), not: 59, inside: 59 }),
      ...alarmed,
    },
  },
  'answer/not-it': { smallest: few, largest: many },
  'answer/pass-on': {
    smallest: { ...few, typed: '', problem: '' },
    largest: { ...many, typed: LONG.slice(0, 2000), problem: phrase('answer.questionTooLong') },
  },
  'answer/own': nothing,
  'answer/sent': { smallest: { owner: 'Head' }, largest: { owner: NAME } },
  'answer/passed': {
    smallest: { asked: ID, line: phrase('answer.notFound'), question: 'Why?', counts: counted, isAsleep: false },
    largest: {
      asked: ID,
      line: phrase('answer.notFoundIn', { policy: PLACE }),
      question: LONG.slice(0, 2000),
      counts: counted,
      isAsleep: true,
    },
  },
  'answer/offers': {
    smallest: { asked: ID, question: 'Why?', typed: '', isEmpty: true, offers: [] },
    largest: {
      asked: ID,
      question: LONG.slice(0, 2000),
      typed: LONG.slice(0, 300),
      isEmpty: false,
      offers: Array.from({ length: 4 }, () => ({ ...offer, ...choice })),
    },
  },
  'answer/confirm': {
    smallest: { ...least, ...choice, question: 'Why?', isOwn: true, owner: 'Head', hasOwner: true },
    largest: { ...most, ...choice, question: LONG.slice(0, 2000), isOwn: false, owner: NAME, hasOwner: true },
  },
  'answer/decided': {
    smallest: {
      asked: ID,
      question: 'Why?',
      line: phrase('answer.became.left'),
      quote: '',
      against: '',
      place: '',
      mayChange: false,
    },
    largest: {
      asked: ID,
      question: LONG.slice(0, 500),
      line: phrase('answer.became.matched'),
      quote: offer.quote,
      against: offer.against,
      place: PLACE,
      mayChange: true,
    },
  },
  'answer/handed-on': { smallest: { owner: 'Head' }, largest: { owner: NAME } },
  'answer/counted': { smallest: { owner: 'Head' }, largest: { owner: NAME } },
  'answer/questions': {
    smallest: { intro: phrase('answer.noQuestions'), declined: '', lines: [], next: 5, left: 0 },
    largest: {
      intro: phrase('answer.waiting', { waiting: 1234, all: 1999 }),
      declined: phrase('answer.declinedThisMonth', { declined: 1234 }),
      lines: Array.from({ length: 5 }, () => ({
        asked: ID,
        question: phrase('answer.quote', { quote: LONG.slice(0, 200) }),
        counts: counted,
        state: phrase('answer.state.asleep'),
        tone: 'attention',
      })),
      next: 5,
      left: 1994,
    },
  },
  'answer/which': { smallest: { audience: 'staff' }, largest: { audience: 'volunteers' } },
  'answer/not-passed': nothing,
  'answer/too-long': { smallest: {}, largest: {} },
  'answer/ask': nothing,
  'answer/nobody': nothing,
  'answer/pictures': nothing,
  'answer/changed': nothing,
};
