import { phrase } from '../../../cards/view';
import type { CardSamples } from '../card-samples';

const TITLE = 'Online safety, acceptable use and bring your own device policy *for* all <staff> & ${governors}'.padEnd(
  120,
  'x',
);
const NAME =
  'Class teacher and head of the *lower* school, autumn and spring terms only, with ${x} in the afternoon_'.padEnd(
    120,
    'x',
  );

const late = phrase('induction.line.isLate', { name: NAME, left: 1234, date: '30 September 2026' });
const button = { verb: 'induction/policy', agreement: 'a'.repeat(64), policy: 'p'.repeat(64) };

export const INDUCTION: CardSamples = {
  'induction/mine': {
    smallest: {
      done: '',
      intro: phrase('induction.allDone'),
      due: '',
      tone: 'default',
      lines: [],
      more: '',
      later: [],
    },
    largest: {
      done: phrase('induction.thanks'),
      intro: phrase('induction.intro'),
      due: phrase('induction.wasDue', { left: 1234, date: '30 September 2026' }),
      tone: 'attention',
      lines: Array.from({ length: 8 }, () => ({
        line: phrase('induction.item.agreement', { title: TITLE }),
        ...button,
      })),
      more: phrase('induction.more', { count: 1226 }),
      later: ['policy', 'training'].map((part) => ({
        line: phrase(`induction.later.${part}`, { date: '30 September 2026' }),
      })),
    },
  },
  'induction/none': { smallest: { seesOthers: false }, largest: { seesOthers: true } },
  'induction/reporting': {
    smallest: { find: [], isNobody: true, isAsked: false },
    largest: {
      find: Array.from({ length: 8 }, () => ({ name: NAME, telephone: phrase('concern.notInSchool') })),
      isNobody: false,
      isAsked: true,
    },
  },
  'induction/policy': {
    smallest: { policy: 'p', title: 'Phones', page: '', isAsked: false },
    largest: { policy: 'p'.repeat(64), title: TITLE, page: `https://school.example/${'x'.repeat(400)}`, isAsked: true },
  },
  'induction/list': {
    smallest: { intro: phrase('induction.count', { count: 0 }), lines: [], next: 8, left: 0 },
    largest: {
      intro: phrase('induction.count', { count: 1234 }),
      lines: Array.from({ length: 8 }, () => ({ person: 'p'.repeat(64), line: late, tone: 'attention' })),
      next: 8,
      left: 1226,
    },
  },
  'induction/person': {
    smallest: { name: 'Head', stand: phrase('induction.notNew'), open: [], done: [], left: 0 },
    largest: {
      name: NAME,
      stand: late,
      open: Array.from({ length: 15 }, () => ({ line: phrase('induction.item.policy', { title: TITLE }) })),
      done: Array.from({ length: 15 }, () => ({ line: phrase('induction.item.policy', { title: TITLE }) })),
      left: 12,
    },
  },
  'induction/late': {
    smallest: { count: 1, isLate: 'no', lines: [{ line: late }], left: 0 },
    largest: { count: 1234, isLate: 'yes', lines: Array.from({ length: 20 }, () => ({ line: late })), left: 1214 },
  },
};
