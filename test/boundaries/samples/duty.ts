import { phrase } from '../../../cards/view';
import type { CardSamples } from '../card-samples';

const TITLE = 'Weekly report of the *web filter*, with <everything> that it blocked & ${whatever} else is in it'.padEnd(
  120,
  ' .',
);
const NAME = 'Chair of governors and of the standards committee, autumn and spring terms only';
const NOTE = 'Looked at it [here](https://example.org) with _everybody_. '.repeat(20).slice(0, 1000);
const LINK = `https://school.example/${'a'.repeat(470)}`;

const ID = 'd'.repeat(64);
const DUE = '2026-11-30';
const past = phrase('duty.is.past', { title: TITLE, date: '30 November 2026', days: 200, sure: 'yes' });
const week = phrase('duty.is.week', { title: TITLE, from: '16 November 2026', to: '20 November 2026', sure: 'no' });
const undated = phrase('duty.undated', { title: 'Assembly' });
const done = phrase('duty.was.done', { on: '30 September 2026', by: NAME });
const evidence = phrase('duty.evidence.both', { number: '123456789', note: NOTE });
const reason = phrase('duty.evidence.reason', { reason: NOTE.slice(0, 500) });
const kept = phrase('duty.time.kept', { date: '30 November 2026', line: done });
const mends = ['on-missing', 'evidence-missing', 'number-unreal', 'link-unsafe', 'too-long'].map((problem) => ({
  line: phrase(`duty.mend.${problem}`),
}));
const input = {
  ...{ id: 'note', label: phrase('duty.ask.note'), missing: 'x', hint: phrase('duty.ask.noteHint'), isNeeded: false },
  ...{ longest: 1000, choices: [], value: NOTE },
  ...{ line: false, long: true, choice: false, options: false, several: false, day: false, tick: false },
};

export const DUTY: CardSamples = {
  'duty/due': {
    smallest: {
      ...{
        duty: 'd',
        due: '',
        line: undated,
        isLate: false,
        what: '',
        missed: '',
        why: phrase('duty.why.list', { office: 'ICT lead' }),
      },
      ...{ last: '', maySettle: false, mayDoNow: false, mayLook: false },
    },
    largest: {
      ...{ duty: ID, due: DUE, line: past, isLate: true, what: phrase('duty.template.systems-audit.what') },
      ...{ missed: phrase('duty.missed', { missed: 30 }), why: phrase('duty.why.vacant'), last: done },
      ...{ maySettle: true, mayDoNow: true, mayLook: true },
    },
  },
  'duty/form': {
    smallest: {
      ...{ duty: 'd', due: '', verb: 'duty/do-skip', title: phrase('duty.ask.skip'), line: undated, problems: [] },
      inputs: [{ ...input, value: '', hint: '' }],
    },
    largest: {
      ...{ duty: ID, due: DUE, verb: 'duty/do-done', title: phrase('duty.ask.done'), line: week, problems: mends },
      inputs: ['note', 'number', 'link'].map((id) => ({ ...input, id })),
    },
  },
  'duty/outcome': {
    smallest: { title: 'Assembly', isLate: true, last: done, evidence: '', link: '', next: '' },
    largest: {
      title: TITLE,
      isLate: false,
      last: done,
      evidence,
      link: LINK,
      next: phrase('duty.nextIs', { line: week }),
    },
  },
  'duty/list': {
    smallest: { intro: phrase('duty.none'), lines: [], first: [], confirms: [], next: 8, left: 0 },
    largest: {
      intro: phrase('duty.counts', { late: 40, all: 90 }),
      lines: Array.from({ length: 8 }, () => ({ duty: ID, line: past, tone: 'attention', last: done })),
      first: [],
      confirms: Array.from({ length: 5 }, () => ({
        ...{ duty: ID, line: past, tone: 'attention', verb: 'duty/confirmations', open: phrase('duty.openAll') },
      })),
      ...{ next: 8, left: 82 },
    },
  },
  'duty/confirm': {
    smallest: {
      ...{ duty: 'd', title: 'Interests', says: [{ line: 'Interests' }], tone: 'default' },
      ...{ year: '2026', print: '0'.repeat(16), isOld: false },
      line: phrase('duty.confirmBy.orange', { date: '30 September 2026' }),
    },
    largest: {
      ...{ duty: ID, title: TITLE, says: Array.from({ length: 8 }, () => ({ line: NOTE.slice(0, 300) })) },
      ...{ year: '2026', print: '0'.repeat(16), isOld: true },
      ...{ tone: 'attention', line: phrase('duty.confirmBy.red', { date: '30 September 2026' }) },
    },
  },
  'duty/confirmed': {
    smallest: { title: 'Interests', isLate: true, line: phrase('duty.confirmedOn', { date: '1 May 2027' }) },
    largest: { title: TITLE, isLate: false, line: phrase('duty.confirmedOn', { date: '30 September 2026' }) },
  },
  'duty/confirmations': {
    smallest: { duty: 'd', title: 'Interests', intro: phrase('duty.nobodyAsked'), lines: [], next: 20, left: 0 },
    largest: {
      ...{ duty: ID, title: TITLE, intro: phrase('duty.confirmationCounts', { green: 400, orange: 300, red: 300 }) },
      lines: Array.from({ length: 20 }, () => ({
        ...{ line: phrase('duty.person.red', { name: NAME, date: '30 September 2026' }), tone: 'attention' },
      })),
      ...{ next: 20, left: 980 },
    },
  },
  'duty/history': {
    smallest: {
      ...{ duty: 'd', title: 'Assembly', intro: phrase('duty.historyCounts', { done: 0, missed: 0 }) },
      ...{ lines: [], next: 8, left: 0 },
    },
    largest: {
      ...{ duty: ID, title: TITLE, intro: phrase('duty.historyCounts', { done: 78, missed: 78 }) },
      lines: Array.from({ length: 8 }, (_, index) => ({
        ...{ duty: ID, due: DUE, line: kept, tone: 'attention', evidence: index % 2 ? evidence : reason },
        ...{ link: LINK, mayRecord: true },
      })),
      ...{ next: 8, left: 80 },
    },
  },
  'duty/year': {
    smallest: { note: '', months: [], next: 20, left: 0 },
    largest: {
      note: phrase('duty.termsUntil', { date: 'Wednesday 21 July' }),
      months: Array.from({ length: 14 }, (_, index) => ({
        title: phrase(index ? 'duty.group.soon' : 'duty.group.weekly'),
        lines: Array.from({ length: index ? 1 : 7 }, () => ({
          line: phrase('duty.entry.week', { date: 'Monday 16 November', to: 'Friday 20 November', title: TITLE }),
        })),
      })),
      ...{ next: 20, left: 30 },
    },
  },
};
