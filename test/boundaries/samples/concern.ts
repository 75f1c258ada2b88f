import { phrase } from '../../../cards/view';
import { Category } from '../../../domain/categories';
import { About } from '../../../domain/school';
import type { CardSamples } from '../card-samples';

const NAME = 'Deputy Designated Safeguarding Lead, Early Years and Key Stage One, mornings only';
const NAMES = Array.from({ length: 8 }, () => NAME).join(', ');
const STORY = 'She said that *it* had _happened_ again, and <at>nobody</at> <!channel> had ${been} told. '
  .repeat(33)
  .slice(0, 3000);
const SHORT = 'On [Monday](https://example.org) after lunch, near the library door. '.repeat(5).slice(0, 300);
const REF = 'OL-26-123456';
const DRAFT = 'd'.repeat(40);
const FEW = [{ name: 'Safeguarding lead', telephone: phrase('concern.inSchool') }];
const FIND = Array.from({ length: 8 }, () => ({ name: NAME, telephone: '01632 960001 (extension 4)' }));
const RING = phrase('concern.ring', { name: NAME, telephone: '01632 960003' });
const OUTSIDE = phrase('outside.lado');

const abouts = About.options.map((about) => ({ title: phrase(`about.${about}`), value: about }));
const categories = Category.options.map((category) => ({ title: phrase(`category.${category}`), value: category }));
const people = Array.from({ length: 95 }, (_, n) => ({ title: NAME.slice(0, 70), value: `person-${n}` }));
const wheres = ['in-school', 'off-site', 'online', 'not-sure'].map((where) => ({
  title: phrase(`where.${where}`),
  value: where,
}));
const outcomes = ['no-further-action', 'police'].map((value) => ({ title: phrase(`outcome.${value}`), value }));
const nothing = {
  story: '',
  words: '',
  who: '',
  when: '',
  where: '',
  address: '',
  device: '',
  told: '',
  done: '',
  childSaid: 'false',
};
const everything = {
  story: STORY,
  words: STORY,
  who: SHORT,
  when: SHORT,
  where: 'online',
  address: SHORT,
  device: SHORT,
  told: SHORT,
  done: SHORT,
  childSaid: 'true',
};
const facts = ['about', 'reporter', 'who', 'when', 'where', 'address', 'device', 'told', 'done'].map((name) => ({
  title: phrase(`concern.fact.${name}`),
  value: SHORT,
}));
const history = ['raised', 'viewed', 'taken', 'refused'].map((kind) => ({
  line: phrase(`concern.history.${kind}`, { at: '10:15', by: NAME }),
}));
const few = {
  ref: REF,
  heading: REF,
  category: phrase('category.other'),
  risk: phrase('risk.low'),
  raised: '10:15',
  state: phrase('state.raised'),
  clock: '',
  closed: false,
  canTake: false,
};
const many = {
  ...few,
  heading: phrase('concern.heading.danger', { ref: REF }),
  category: phrase('category.abuse-or-neglect'),
  state: phrase('state.in-hand', { by: NAME, at: '16 Dec 2025 at 10:15' }),
  canTake: true,
};
const line = phrase('concern.list.line', {
  ref: REF,
  category: NAME,
  risk: 'high',
  state: 'not yet opened',
  raised: '10:15',
});

/** Least and most that the cards of a concern are given. */
export const CONCERN = {
  'concern/danger': { smallest: { draft: 'd', find: [] }, largest: { draft: DRAFT, find: FIND } },
  'concern/resume': {
    smallest: { draft: 'd', kind: 'x', started: '10:15' },
    largest: { draft: DRAFT, kind: NAME, started: '16 Dec 2025 at 10:15' },
  },
  'concern/danger-who': { smallest: { draft: 'd', find: FEW }, largest: { draft: DRAFT, find: FIND } },
  'concern/danger-told': {
    smallest: {
      draft: 'd',
      ref: REF,
      receivers: NAME,
      outside: '',
      outOfHours: '',
      problem: '',
      values: nothing,
      find: FEW,
    },
    largest: {
      draft: DRAFT,
      ref: REF,
      receivers: NAMES,
      outside: RING,
      outOfHours: RING,
      problem: phrase('concern.problem.long'),
      values: everything,
      find: FIND,
    },
  },
  'concern/about': {
    smallest: { draft: 'd', problem: '', values: { about: '', category: '' }, abouts, categories },
    largest: {
      draft: DRAFT,
      problem: phrase('concern.problem.choose'),
      values: { about: 'pupil', category: 'other' },
      abouts,
      categories,
    },
  },
  'concern/who': {
    smallest: {
      draft: 'd',
      about: 'lead',
      problem: '',
      groups: [
        {
          id: 'subject0',
          label: phrase('concern.pickPerson'),
          placeholder: phrase('concern.choose'),
          people: people.slice(0, 1),
        },
      ],
    },
    largest: {
      draft: DRAFT,
      about: 'adult',
      problem: phrase('concern.problem.person'),
      groups: [0, 1].map((n) => ({
        id: `subject${n}`,
        label: phrase('concern.pickPersonBetween', { from: 'A', to: 'K' }),
        placeholder: phrase('concern.choose'),
        people,
      })),
    },
  },
  'concern/form': {
    smallest: {
      draft: 'd',
      category: phrase('category.other'),
      receivers: NAME,
      notTold: '',
      outside: '',
      outOfHours: '',
      guidance: [],
      more: 0,
      problem: '',
      values: nothing,
      wheres,
      asksChildSaid: false,
      asksAddress: false,
      asksDevice: false,
    },
    largest: {
      draft: DRAFT,
      category: phrase('category.abuse-or-neglect'),
      receivers: NAMES,
      notTold: NAMES,
      outside: RING,
      outOfHours: RING,
      guidance: Array.from({ length: 8 }, () => ({ line: SHORT })),
      more: 4,
      problem: phrase('concern.problem.long'),
      values: everything,
      wheres,
      asksChildSaid: true,
      asksAddress: true,
      asksDevice: true,
    },
  },
  'concern/look': {
    smallest: {
      draft: 'd',
      receivers: '',
      notTold: '',
      outside: OUTSIDE,
      outOfHours: '',
      facts: facts.slice(0, 1),
      story: 'x',
      sendTo: phrase('concern.to.dsl'),
    },
    largest: {
      draft: DRAFT,
      receivers: NAMES,
      notTold: NAMES,
      outside: RING,
      outOfHours: RING,
      facts,
      story: STORY,
      sendTo: phrase('concern.to.dataProtectionOfficer'),
    },
  },
  'concern/conflict': {
    smallest: { draft: 'd', people: people.slice(0, 1), chosen: '' },
    largest: {
      draft: DRAFT,
      people: people.slice(0, 30),
      chosen: people
        .slice(0, 30)
        .map(({ value }) => value)
        .join(','),
    },
  },
  'concern/receipt': {
    smallest: { ref: REF, time: '10:15', receivers: '', count: 0, outside: OUTSIDE, outOfHours: '' },
    largest: { ref: REF, time: '10:15', receivers: NAMES, count: 8, outside: RING, outOfHours: RING },
  },
  'concern/kept': { smallest: { draft: 'd' }, largest: { draft: DRAFT } },
  'concern/discarded': { smallest: {}, largest: {} },
  'concern/gone': { smallest: {}, largest: {} },
  'concern/already': { smallest: { ref: REF }, largest: { ref: REF } },
  'concern/failed': { smallest: { find: FEW, outside: '' }, largest: { find: FIND, outside: RING } },
  'concern/alarm': { smallest: { draft: 'd', ref: REF }, largest: { draft: DRAFT, ref: REF } },
  'concern/blank': { smallest: {}, largest: {} },
  'concern/disclosure': {
    smallest: { urgent: false, find: [], pictures: false },
    largest: { urgent: true, find: FIND, pictures: true },
  },
  'concern/elsewhere': { smallest: {}, largest: {} },
  'concern/told': {
    smallest: { ...few, why: phrase('concern.why.first'), tone: 'default', reporter: '' },
    largest: { ...many, why: phrase('concern.why.danger'), tone: 'attention', reporter: NAME },
  },
  'concern/triage': { smallest: { ...few, tone: 'default' }, largest: { ...many, tone: 'attention' } },
  'concern/technical': {
    smallest: {
      ref: REF,
      address: phrase('concern.notGiven'),
      device: phrase('concern.notGiven'),
      when: phrase('concern.notGiven'),
    },
    largest: { ref: REF, address: SHORT, device: SHORT, when: SHORT },
  },
  'concern/content': {
    smallest: {
      ...few,
      tone: 'default',
      problem: '',
      facts: facts.slice(0, 1),
      story: 'x',
      ownWords: '',
      history: history.slice(0, 1),
      steps: [{ line: 'x' }],
    },
    largest: {
      ...many,
      tone: 'attention',
      problem: phrase('concern.problem.taken', { by: NAME }),
      facts,
      story: STORY,
      ownWords: STORY,
      history,
      steps: Array.from({ length: 5 }, () => ({ line: SHORT })),
    },
  },
  'concern/note-form': {
    smallest: { ref: REF, problem: '', values: { note: '' } },
    largest: { ref: REF, problem: phrase('concern.problem.note'), values: { note: STORY } },
  },
  'concern/close-form': {
    smallest: { ref: REF, problem: '', values: { outcome: '', recorded: '', where: '', note: '' }, outcomes },
    largest: {
      ref: REF,
      problem: phrase('concern.problem.close'),
      values: { outcome: 'police', recorded: 'copied', where: SHORT, note: STORY },
      outcomes,
    },
  },
  'concern/heard': {
    smallest: { ref: REF, text: phrase('concern.news.seen'), outside: '', outOfHours: '' },
    largest: { ref: REF, text: phrase('concern.news.unopened'), outside: RING, outOfHours: RING },
  },
  'concern/add-form': {
    smallest: { ref: REF, problem: '', values: { note: '' } },
    largest: { ref: REF, problem: phrase('concern.problem.note'), values: { note: STORY } },
  },
  'concern/mine': {
    smallest: { reports: [] },
    largest: {
      reports: Array.from({ length: 10 }, () => ({ ref: REF, add: phrase('concern.mine.add', { ref: REF }), line })),
    },
  },
  'concern/list': {
    smallest: { concerns: [], total: 0, more: 0 },
    largest: {
      concerns: Array.from({ length: 10 }, () => ({ ref: REF, open: phrase('concern.list.open', { ref: REF }), line })),
      total: 500,
      more: 490,
    },
  },
} satisfies CardSamples;
