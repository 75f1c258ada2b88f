import { inARow } from '../../../cards/in-a-row';
import { phrase } from '../../../cards/view';
import { inputOf } from '../../../handlers/fields';
import type { CardSamples } from '../card-samples';

const NAME = 'Supply teacher for science and computing, years five and six, who covers the library as well'.padEnd(
  120,
  '.',
);
const TITLE =
  'Acceptable use policy: Agreement for staff, governors, volunteers, students & <visitors> of *all* our sites';
const QUESTION = 'May I read *my* own <at>mail</at> at ${lunch}? '.repeat(20).slice(0, 500);
const ANSWER = 'In the staff room, [yes](https://example.org), and nowhere else. '.repeat(40).slice(0, 1500);
const WORDS = 'I will keep ${passwords} to myself, and [never](https://example.org) lend a device. '
  .repeat(6)
  .slice(0, 400);
const ID = 'a'.repeat(64);
const DAY = '30 September 2026';
const at = '2026-09-30T13:32:00.000Z';
const few = { agreement: 'a', title: 'Visitors' };
const many = { agreement: ID, title: TITLE };
const bar = '█'.repeat(20);
const line = phrase('agreement.roundLine', {
  number: 1234,
  why: phrase('agreement.opened.started'),
  opens: DAY,
  due: DAY,
  isOver: 'yes',
  isPart: 'yes',
  groups: inARow(['staff', 'governor', 'volunteer', 'supply'].map((role) => phrase(`agreement.groups.${role}`))),
});
const counted = phrase('agreement.countLine', { done: 1234, all: 12_345 });
const asOf = { id: 'on', kind: 'day', label: phrase('agreement.register-day.on'), isNeeded: true } as const;
const reason = { id: 'reason', kind: 'long', label: phrase('agreement.form.exempt.reason'), isNeeded: true } as const;
const day = { id: 'signedOn', kind: 'day', label: phrase('agreement.form.paper.signedOn'), isNeeded: true } as const;
const whom = {
  id: 'whom',
  kind: 'options',
  label: phrase('agreement.form.start.whom'),
  choices: [{ title: phrase('agreement.form.start.everyone'), value: 'everyone' }],
} as const;

const groups = (length: number) =>
  Array.from({ length }, () => ({
    role: 'volunteer',
    line: phrase('agreement.groupLine', { role: phrase('agreement.roles.volunteer'), done: 1234, all: 12_345 }),
    outstanding: 1234,
    button: phrase('agreement.ofGroup', { outstanding: 1234 }),
  }));
const audience = {
  id: 'audience',
  kind: 'several',
  label: phrase('agreement.form.start.audience'),
  choices: ['staff', 'governor', 'volunteer', 'supply', 'visitor'].map((value) => ({
    title: phrase(`agreement.roles.${value}`),
    value,
  })),
} as const;

export const AGREEMENT_ROUND: CardSamples = {
  'agreement/question': {
    smallest: { ...few, ask: phrase('agreement.theOffice'), typed: '', problem: '', canSend: false },
    largest: {
      ...many,
      ask: NAME,
      typed: QUESTION,
      problem: phrase('agreement.mendQuestion.concern'),
      canSend: true,
    },
  },
  'agreement/question-sent': {
    smallest: { ...few, person: 'a', at, ask: 'Al', question: 'Why?', day: DAY },
    largest: { ...many, person: ID, at, ask: NAME, question: QUESTION, day: DAY },
  },
  'agreement/asked': {
    smallest: { ...few, person: 'a', at, name: 'Al', question: 'Why?', day: DAY, problem: '' },
    largest: {
      ...many,
      person: ID,
      at,
      name: NAME,
      question: QUESTION,
      day: DAY,
      problem: phrase('agreement.mendAnswer.long', { most: 1500 }),
    },
  },
  'agreement/answered': {
    smallest: { ...few, question: 'Why?', by: 'Al', answer: '', isTold: true },
    largest: { ...many, question: QUESTION, by: NAME, answer: ANSWER, isTold: false },
  },
  'agreement/ended': {
    smallest: {
      title: 'Visitors',
      question: 'Why?',
      line: phrase('agreement.ended.withdrawn', { name: 'Al', by: 'Al' }),
      answer: '',
    },
    largest: {
      title: TITLE,
      question: QUESTION,
      line: phrase('agreement.ended.written', { name: NAME, by: NAME }),
      answer: ANSWER,
    },
  },
  'agreement/changes': {
    smallest: { ...few, count: 1, lines: [], next: 4, left: 0 },
    largest: {
      ...many,
      count: 1234,
      lines: Array.from({ length: 4 }, () => ({
        line: phrase('policy.difference.changed'),
        before: phrase('policy.before', { words: WORDS }),
        after: phrase('policy.after', { words: WORDS }),
      })),
      next: 8,
      left: 1230,
    },
  },
  'agreement/campaigns': {
    smallest: { count: 0, missing: 0, lines: [], next: 6, left: 0 },
    largest: {
      count: 100,
      missing: 12,
      lines: Array.from({ length: 6 }, () => ({ ...many, bar, counted, line })),
      next: 12,
      left: 88,
    },
  },
  'agreement/register': {
    smallest: { line: phrase('agreement.register.noPages', { day: DAY }), page: '' },
    largest: {
      line: phrase('agreement.register.ready', { day: DAY }),
      page: `https://lantern.example.org/pages/register/${'s'.repeat(64)}/2026-09-30?signature=${'s'.repeat(200)}`,
    },
  },
  'agreement/register-day': {
    smallest: { problem: '', inputs: [inputOf(asOf)] },
    largest: { problem: phrase('agreement.register-day.ahead'), inputs: [inputOf(asOf, '2026-09-30')] },
  },
  'agreement/campaign': {
    smallest: {
      ...few,
      notice: '',
      bar: '',
      counted: phrase('agreement.notCounted'),
      line: '',
      version: '',
      groups: [],
      elsewhere: '',
      others: [],
      outstanding: 0,
      agreed: 0,
      paper: 0,
      page: 0,
      exempt: 0,
      unreachable: 0,
      ahead: '',
    },
    largest: {
      ...many,
      notice: phrase('agreement.notice.question', { name: NAME }),
      bar,
      counted,
      line,
      version: phrase('agreement.version', { version: DAY }),
      groups: groups(2),
      elsewhere: phrase('agreement.notInRound'),
      others: groups(3),
      outstanding: 1234,
      agreed: 1234,
      paper: 1234,
      page: 1234,
      exempt: 1234,
      unreachable: 1234,
      ahead: phrase('agreement.aheadLine', { opens: DAY, due: DAY }),
    },
  },
  'agreement/standing': {
    smallest: {
      ...few,
      notice: '',
      intro: phrase('agreement.listed.exempt', { count: 0 }),
      people: [],
      state: 'exempt',
      role: '',
      after: '',
      hasMore: false,
    },
    largest: {
      ...many,
      notice: phrase('agreement.notice.question', { name: NAME }),
      intro: phrase('agreement.listed.outstanding', { count: 6 }),
      people: Array.from({ length: 6 }, () => ({
        person: ID,
        name: phrase('agreement.personLine', { name: NAME, group: phrase('agreement.role.volunteer') }),
        note: phrase('agreement.note.question', { due: DAY }),
        isOutstanding: true,
        isExempt: false,
        isPaper: false,
        canRemind: true,
      })),
      state: 'outstanding',
      role: 'volunteer',
      after: `volunteer|${ID}`,
      hasMore: true,
    },
  },
  'agreement/form': {
    smallest: {
      agreement: 'a',
      person: 'a',
      at: '',
      title: phrase('agreement.form.exempt.title', { name: 'Al' }),
      text: phrase('agreement.form.exempt.text'),
      save: phrase('agreement.form.exempt.save'),
      verb: 'agreement/do-exempt',
      fixed: '',
      problem: '',
      inputs: [inputOf(reason)],
    },
    largest: {
      agreement: ID,
      person: ID,
      at,
      title: phrase('agreement.form.paper.title', { name: NAME }),
      text: phrase('agreement.form.paper.text', { title: TITLE }),
      save: phrase('agreement.form.paper.save'),
      verb: 'agreement/do-paper',
      fixed: phrase('agreement.form.start.words', { version: DAY }),
      problem: phrase('agreement.mendForm.undecided'),
      inputs: [
        inputOf(audience, 'staff,visitor'),
        ...[inputOf(day, '2026-09-30'), inputOf(reason, 'x'.repeat(3000)), inputOf(whom, 'everyone')],
      ],
    },
  },
  'agreement/did': {
    smallest: { ...few, line: phrase('agreement.did.all') },
    largest: { ...many, line: phrase('agreement.did.paper', { name: NAME, day: DAY }) },
  },
  'agreement/preview': {
    smallest: {
      ...few,
      lines: [{ line: phrase('agreement.preview.days', { opens: DAY, due: DAY }) }],
      unreachable: '',
      audience: 'staff',
      opensOn: '2026-09-30',
      dueOn: '2026-10-30',
      whom: 'rest',
      hash: ID,
      number: 1,
    },
    largest: {
      ...many,
      lines: [
        { line: phrase('agreement.version', { version: DAY }) },
        { line: phrase('agreement.preview.days', { opens: DAY, due: DAY }) },
        { line: phrase('agreement.preview.asked', { all: 12_345, asked: 1234 }) },
        { line: phrase('agreement.preview.group', { role: phrase('agreement.roles.volunteer'), count: 12_345 }) },
        { line: phrase('agreement.preview.others', { groups: phrase('agreement.groups.supply') }) },
        { line: phrase('agreement.preview.rest', { agreed: 12_345 }) },
      ],
      unreachable: phrase('agreement.preview.unreachable', {
        count: 1234,
        names: Array.from({ length: 8 }, () => NAME).join(', '),
        more: 1226,
      }),
      audience: 'staff,governor,volunteer,supply,visitor',
      opensOn: '2026-09-30',
      dueOn: '2026-10-30',
      whom: 'everyone',
      hash: ID,
      number: 1234,
    },
  },
};
