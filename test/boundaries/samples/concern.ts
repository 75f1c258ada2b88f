import { type Datum, phrase } from '../../../cards/view';
import { Area, Category } from '../../../domain/categories';
import { inputOf } from '../../../handlers/fields';
import { About } from '../../../domain/school';
import type { CardSamples } from '../card-samples';

const NAME = 'Deputy Designated Safeguarding Lead, Early Years and Key Stage One, mornings only';
const NAMES = Array.from({ length: 8 }, () => NAME).join(', ');
const STORY = 'She said that *it* had _happened_ again, and <at>nobody</at> <!channel> had ${been} told. '
  .repeat(33)
  .slice(0, 3000);
const SHORT = 'On [Monday](https://example.org) after lunch, near the library door. '.repeat(5).slice(0, 300);
const REF = 'OL-26-123456';
const REFS = Array.from({ length: 60 }, () => REF).join(', ');
const DRAFT = 'd'.repeat(40);
const FEW = [{ name: 'Safeguarding lead', telephone: phrase('concern.inSchool') }];
const FIND = Array.from({ length: 8 }, () => ({ name: NAME, telephone: '01632 960001 (extension 4)' }));
const NOT_THEM = {
  none: phrase('concern.notThem.form'),
  few: phrase('concern.notThem.find', { office: 'headteacher', name: 'Headteacher' }),
  many: phrase('concern.notThem.ring', {
    office: 'chairOfGovernors',
    name: NAME,
    telephone: '01632 960001 (extension 4)',
  }),
};
const RING = phrase('concern.ring', { name: NAME, telephone: '01632 960003' });
const OUTSIDE = phrase('outside.lado');

const GROUPED = ['account-misuse', 'personal-data', 'sexual-harassment', 'staff-conduct']
  .map((category) => phrase(`category.${category}`))
  .reduce((before, next) => phrase('concern.sourceAnd', { before, next }));
const TECHNICAL = phrase('concern.receivers.technical', { office: phrase('officeName.dataProtectionOfficer') });
const WAY = phrase('concern.receivers.way', {
  ...{ told: phrase('concern.sourceAnd', { before: TECHNICAL, next: TECHNICAL }), mode: 'any' },
  ...{ hasNext: 'yes', next: phrase('officeName.chairOfGovernors') },
});

const abouts = About.options.map((about) => ({ title: phrase(`about.${about}`), value: about }));
const categories = Category.options.map((category) => ({ title: phrase(`category.${category}`), value: category }));
const people = Array.from({ length: 95 }, (_, n) => ({ title: NAME.slice(0, 70), value: `person-${n}` }));
const areas = Area.options.map((area) => ({ title: phrase(`area.${area}`), value: area }));
const kinds = ['accidental-access', 'self-harm-online', 'other'].map((value) => ({
  title: phrase(`kind.${value}`),
  value,
}));

/** One question of each kind that a form can ask. */
function questions(longest: string): Datum[] {
  const label = phrase('form.story');
  return [
    inputOf({ id: 'line', kind: 'line', label, isNeeded: true, hint: phrase('formHint.story') }, longest),
    inputOf({ id: 'long', kind: 'long', label, isNeeded: true }, longest),
    inputOf({ id: 'choice', kind: 'choice', label, choices: categories.slice(0, 20) }, 'other'),
    inputOf({ id: 'options', kind: 'options', label, choices: areas }, 'other'),
    inputOf({ id: 'several', kind: 'several', label, choices: people }, 'person-1,person-2'),
    inputOf({ id: 'day', kind: 'day', label }, '2026-11-24'),
    inputOf({ id: 'tick', kind: 'tick', label, hint: phrase('formHint.childSaid') }, 'true'),
  ];
}

const lines = (count: number, length = 300) => Array.from({ length: count }, () => ({ line: SHORT.slice(0, length) }));
const carried = [
  {
    draft: DRAFT,
    title: phrase('concern.carried.title'),
    text: STORY.slice(0, 2000),
    notes: lines(3, 200),
    button: phrase('concern.carried.leave'),
  },
];
const nothing = { story: '', who: '', whereNow: '' };
const everything = { story: STORY, who: SHORT, whereNow: SHORT };
const facts = ['about', 'reporter', 'who', 'when', 'where', 'address', 'device', 'told', 'done'].map((name) => ({
  title: phrase(`concern.fact.${name}`),
  value: SHORT,
}));
const history = ['raised', 'viewed', 'taken', 'refused'].map((kind) => ({
  line: phrase(`concern.history.${kind}`, { at: '10:15', by: NAME, told: '12 people' }),
}));
const few = {
  ref: REF,
  heading: REF,
  category: phrase('category.other'),
  risk: phrase('risk.low'),
  raised: '10:15',
  state: phrase('state.raised'),
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

const otherCase = { ref: REF, other: REF, open: phrase('concern.list.open', { ref: REF }) };

/** Least and most that the cards of a concern are given. */
export const CONCERN = {
  'concern/danger': {
    smallest: { draft: 'd', find: [], notThem: NOT_THEM.none, outOfHours: '', carried: [] },
    largest: { draft: DRAFT, find: FIND, notThem: NOT_THEM.many, outOfHours: RING, carried },
  },
  'concern/resume': {
    smallest: { draft: 'd', kind: 'x', started: '10:15', with: '', carried: [] },
    largest: { draft: DRAFT, kind: NAME, started: '16 Dec 2025 at 10:15', with: 'message', carried },
  },
  'concern/danger-who': {
    smallest: { draft: 'd', find: FEW, notThem: NOT_THEM.few, outOfHours: '' },
    largest: { draft: DRAFT, find: FIND, notThem: NOT_THEM.many, outOfHours: RING },
  },
  'concern/picture': { smallest: { draft: '' }, largest: { draft: DRAFT } },
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
      problem: phrase('concern.problem.future'),
      values: everything,
      find: FIND,
    },
  },
  'concern/about': {
    smallest: { danger: false, draft: 'd', problem: '', values: { about: '', area: '' }, abouts, areas },
    largest: {
      danger: true,
      draft: DRAFT,
      problem: phrase('concern.problem.choose'),
      values: { about: 'pupil', area: 'other' },
      abouts,
      areas,
    },
  },
  'concern/category': {
    smallest: {
      danger: false,
      draft: 'd',
      area: phrase('area.other'),
      problem: '',
      values: { category: '' },
      categories: kinds.slice(0, 2),
    },
    largest: {
      danger: true,
      draft: DRAFT,
      area: phrase('area.not-online'),
      problem: phrase('concern.problem.category'),
      values: { category: 'other' },
      categories: kinds,
    },
  },
  'concern/who': {
    smallest: {
      danger: false,
      draft: 'd',
      about: 'lead',
      isOther: false,
      isInDanger: true,
      isUsual: false,
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
      danger: true,
      draft: DRAFT,
      about: 'adult',
      isOther: false,
      isInDanger: false,
      isUsual: true,
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
      danger: false,
      draft: 'd',
      category: phrase('category.other'),
      receivers: NAME,
      notTold: '',
      outside: '',
      outOfHours: '',
      guidance: [],
      ...{ cover: '', sources: '', carried: [] },
      more: 0,
      problem: '',
      inputs: questions('').slice(0, 1),
    },
    largest: {
      danger: true,
      draft: DRAFT,
      category: phrase('category.abuse-or-neglect'),
      receivers: NAMES,
      notTold: NAMES,
      outside: RING,
      outOfHours: RING,
      guidance: Array.from({ length: 8 }, () => ({ line: SHORT })),
      ...{ cover: RING, sources: SHORT, carried },
      more: 4,
      problem: phrase('concern.problem.future'),
      inputs: questions(STORY),
    },
  },
  'concern/look': {
    smallest: {
      draft: 'd',
      receivers: '',
      notTold: '',
      outside: OUTSIDE,
      ...{ about: 'pupil', named: '', asides: [], carried: [] },
      facts: facts.slice(0, 1),
      story: 'x',
      sendTo: phrase('concern.to.dsl'),
      ...{ other: '', otherStory: '' },
    },
    largest: {
      draft: DRAFT,
      receivers: NAMES,
      notTold: NAMES,
      outside: RING,
      ...{ about: 'self', named: NAMES, asides: lines(3, 120), carried },
      facts,
      story: STORY,
      sendTo: phrase('concern.to.dataProtectionOfficer'),
      ...{ other: phrase('concern.otherPart.goes', { kind: NAME, receivers: NAMES }), otherStory: STORY.slice(0, 301) },
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
    smallest: {
      ref: REF,
      time: '10:15',
      again: '',
      receivers: '',
      count: 0,
      outside: OUTSIDE,
      outOfHours: '',
      cover: '',
      about: 'self',
      parts: [],
    },
    largest: {
      ref: REF,
      time: '10:15',
      again: phrase('concern.already.text', { ref: REF }),
      receivers: NAMES,
      count: 8,
      outside: RING,
      outOfHours: RING,
      cover: RING,
      about: 'pupil',
      parts: lines(1),
    },
  },
  'concern/kept': {
    smallest: { draft: 'd', days: 1, until: '1 May 2026', problem: '' },
    largest: { draft: DRAFT, days: 60, until: '16 September 2026', problem: phrase('concern.problem.long') },
  },
  'concern/discarded': { smallest: {}, largest: {} },
  'concern/gone': { smallest: {}, largest: {} },
  'concern/already': { smallest: { ref: REF }, largest: { ref: REF } },
  'concern/failed': {
    smallest: { find: FEW, notThem: '', outside: '' },
    largest: { find: FIND, notThem: NOT_THEM.many, outside: RING },
  },
  'concern/alarm': {
    smallest: { draft: 'd', ref: REF, isLate: false, carried: [] },
    largest: { draft: DRAFT, ref: REF, isLate: true, carried },
  },
  'concern/blank': { smallest: {}, largest: {} },
  'concern/disclosure': {
    smallest: {
      title: phrase('concern.disclosure.title'),
      ...{ who: phrase('concern.disclosure.speak', { isShut: 'no' }), find: [], notThem: NOT_THEM.none, outside: '' },
      ...{ question: phrase('concern.disclosure.question'), pictures: false },
    },
    largest: {
      title: phrase('concern.disclosure.title'),
      ...{
        who: phrase('concern.disclosure.find', { isShut: 'yes' }),
        find: FIND,
        notThem: NOT_THEM.many,
        outside: RING,
      },
      ...{ question: phrase('concern.disclosure.question'), pictures: true },
    },
  },
  'concern/elsewhere': { smallest: {}, largest: {} },
  'concern/told': {
    smallest: { ...few, why: phrase('concern.why.first'), tone: 'default', reporter: '' },
    largest: { ...many, why: phrase('concern.why.danger'), tone: 'attention', reporter: NAME },
  },
  'concern/triage': {
    smallest: { ...few, age: phrase('concern.age', { days: 0 }), tone: 'default' },
    largest: { ...many, age: phrase('concern.age', { days: 365 }), tone: 'attention' },
  },
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
      ...{ isLead: false, isUnfolded: false, more: false, earlier: false, hasTask: true },
      ...{ isInvestigated: false, mayInvestigate: false, hasOpenTask: false, hasClock: false, hasGuest: false },
      isHeld: false,
      ...{ clocks: [], work: [], steps: [] },
      tone: 'default',
      problem: '',
      facts: facts.slice(0, 1),
      // What the filter raised has no child's words, so its button never meets the longest of stories.
      earlierAlerts: true,
      story: 'x',
      ownWords: '',
      history: history.slice(0, 1),
    },
    largest: {
      ...many,
      ...{ isLead: true, isUnfolded: true, more: true, earlier: true, hasTask: false },
      ...{ isInvestigated: true, mayInvestigate: true, hasOpenTask: true, hasClock: true, hasGuest: true },
      isHeld: true,
      clocks: lines(3, 150).map((each) => ({ ...each, tone: 'attention' })),
      work: [...lines(8, 230), ...lines(6, 80)],
      steps: lines(5, 120),
      tone: 'attention',
      problem: phrase('concern.problem.taken', { by: NAME }),
      facts,
      earlierAlerts: false,
      story: STORY,
      ownWords: STORY.slice(0, 1000),
      history,
    },
  },
  'concern/history': {
    smallest: { ref: REF, lines: [], before: '1', earlier: false },
    largest: { ref: REF, lines: Array.from({ length: 4 }, () => ({ line: STORY })), before: '1000', earlier: true },
  },
  'concern/morning': {
    smallest: { total: 1, many: 'no', facts: [{ title: phrase('concern.morningFact.opened'), value: '1' }], lines: [] },
    largest: {
      ...{ total: 49, many: 'yes' },
      facts: ['unopened', 'opened', 'in-hand', 'week', 'month'].map((name) => ({
        title: phrase(`concern.morningFact.${name}`),
        value: '99',
      })),
      lines: Array.from({ length: 5 }, () => ({ line: phrase('concern.morning.line', { ref: REF, days: 365 }) })),
    },
  },
  'concern/alerts': {
    smallest: { ref: REF, total: 1, lines: lines(1), before: '1', earlier: false },
    largest: {
      ...{ ref: REF, total: 1_800, before: '1795', earlier: true },
      lines: Array.from({ length: 5 }, () => ({ line: STORY.slice(0, 1500) })),
    },
  },
  'concern/report': {
    smallest: {
      ref: REF,
      ownWords: '',
      opinion: '',
      carried: '',
      author: '',
      at: '',
      pictures: 0,
      isCut: false,
      link: '',
    },
    largest: {
      ref: REF,
      ownWords: STORY,
      opinion: STORY.slice(0, 1500),
      carried: STORY.slice(0, 2000),
      author: NAME,
      at: '16 Dec at 10:15',
      ...{ pictures: 3, isCut: true },
      link: `https://example.org/${'x'.repeat(500)}`,
    },
  },
  'concern/passed-on': {
    smallest: { ref: REF, isSealed: false, outside: '' },
    largest: { ref: REF, isSealed: true, outside: RING },
  },
  'concern/other-part': {
    smallest: { draft: 'd', problem: '', inputs: questions('').slice(0, 2) },
    largest: { draft: DRAFT, problem: phrase('concern.problem.part'), inputs: questions(STORY) },
  },
  'concern/record': {
    smallest: {
      ...{ ref: REF, record: 'CPOMS', isStaffMatter: false, page: 1, pages: 1, next: '2', isMore: false },
      parts: [],
    },
    largest: {
      ...{ ref: REF, record: 'x'.repeat(40), isStaffMatter: true, page: 1, pages: 3, next: '2', isMore: true },
      parts: [
        ...[STORY, STORY].map((text) => ({ title: NAME, lines: [{ line: text }] })),
        { title: NAME, lines: lines(8, 230) },
      ],
    },
  },
  'concern/investigation': {
    smallest: {
      ...{ ref: REF, problem: '', stopped: [], standing: lines(1, 20), cares: [], looks: [], before: '1' },
      ...{ earlier: false, isRunning: false, mayLog: false, mayTick: false, mayConclude: false, mayStart: true },
    },
    largest: {
      ...{ ref: REF, problem: phrase('investigation.wasStopped'), stopped: lines(6, 150), standing: lines(4) },
      ...{ cares: lines(8, 200), before: '196', earlier: true },
      looks: Array.from({ length: 4 }, () => ({ line: STORY.slice(0, 1900) })),
      ...{ isRunning: true, mayLog: true, mayTick: true, mayConclude: true, mayStart: false },
    },
  },
  'concern/sanctions': {
    smallest: {
      ...{ ref: REF, category: phrase('category.other'), none: phrase('sanctions.noTable'), tables: [] },
      ...{ mayShowAll: false, from: '8', isAll: 'false', isMore: false },
    },
    largest: {
      ...{ ref: REF, category: phrase('category.abuse-or-neglect'), none: phrase('sanctions.noRow') },
      tables: Array.from({ length: 2 }, () => ({
        ...{ title: SHORT, whose: phrase('sanctions.whose', { audience: 'adult' }) },
        ...{ version: SHORT, overdue: SHORT, page: `https://example.org/${'x'.repeat(300)}` },
        rows: Array.from({ length: 4 }, () => ({
          ...{
            quote: STORY.slice(0, 700),
            isCut: true,
            holds: STORY.slice(0, 400),
            doubt: phrase('sanctions.uncertain'),
          },
        })),
      })),
      ...{ mayShowAll: true, from: '8', isAll: 'false', isMore: true },
    },
  },
  'concern/step': {
    smallest: {
      ...{ ref: REF, form: 'f'.repeat(32), title: 'x', text: 'x', save: 'Save', verb: 'concern/do-note', problem: '' },
      lines: [],
      inputs: questions('').slice(0, 1),
    },
    largest: {
      ...{
        ref: REF,
        form: 'f'.repeat(32),
        title: phrase('step.close.title', { ref: REF }),
        text: phrase('step.close.text'),
      },
      ...{ save: phrase('step.decide.save'), verb: 'concern/do-close', problem: phrase('concern.problem.future') },
      lines: lines(10),
      inputs: questions(STORY),
    },
  },
  'concern/question': {
    smallest: { ref: REF, text: phrase('concern.questionNews.asked') },
    largest: { ref: REF, text: phrase('concern.questionNews.again') },
  },
  'concern/answer': {
    smallest: { ref: REF, n: '1', question: 'x', asked: '10:15', problem: '', inputs: questions('').slice(1, 2) },
    largest: {
      ...{ ref: REF, n: '99', question: STORY, asked: '16 Dec at 10:15', problem: phrase('concern.problem.note') },
      inputs: questions(STORY).slice(1, 2),
    },
  },
  'concern/heard': {
    smallest: { ref: REF, text: phrase('concern.news.seen'), outside: '', outOfHours: '' },
    largest: { ref: REF, text: phrase('concern.news.unopened'), outside: RING, outOfHours: RING },
  },
  'concern/add-named': {
    smallest: { ref: REF, names: NAME, named: 'lead', note: 'x', n: '' },
    largest: { ref: REF, names: NAMES, named: 'person-12,'.repeat(8), note: STORY, n: '1' },
  },
  'concern/add-form': {
    smallest: { ref: REF, problem: '', values: { note: '' } },
    largest: { ref: REF, problem: phrase('concern.problem.note'), values: { note: STORY } },
  },
  'concern/mine': {
    smallest: { reports: [], next: '' },
    largest: {
      reports: Array.from({ length: 7 }, () => ({
        ...{ ref: REF, kind: phrase('category.grooming'), open: phrase('concern.mine.open', { ref: REF }), line },
        ...{ waits: phrase('concern.mine.question'), back: phrase('concern.mine.withdrawn') },
      })),
      next: REF,
    },
  },
  'concern/my-report': {
    smallest: {
      ...{ ref: REF, lines: lines(1, 30), waits: '', facts: [], story: 'x', ownWords: '', opinion: '' },
      ...{ more: false, isWithdrawn: false },
    },
    largest: {
      ...{ ref: REF, lines: lines(6, 120), waits: phrase('concern.mine.question'), facts, story: STORY },
      ...{ ownWords: STORY, opinion: STORY.slice(0, 1500), more: true, isWithdrawn: false },
    },
  },
  'concern/my-words': {
    smallest: { ref: REF, lines: [], carried: '', author: '', before: '1', earlier: false },
    largest: {
      ...{ ref: REF, lines: Array.from({ length: 3 }, () => ({ line: STORY })), carried: STORY.slice(0, 2000) },
      ...{ author: NAME, before: '1000', earlier: true },
    },
  },
  'concern/withdraw': {
    smallest: { ref: REF, outside: 'x', problem: '', inputs: questions('').slice(1, 2) },
    largest: {
      ...{ ref: REF, outside: RING, problem: phrase('field.long', { field: 'x' }) },
      inputs: questions(STORY).slice(1, 2),
    },
  },
  'concern/receivers': {
    smallest: { lines: [], standing: [], page: '' },
    largest: {
      lines: Array.from({ length: 8 }, () => ({
        what: phrase('concern.receivers.more', { named: GROUPED, count: 12 }),
        line: WAY,
      })),
      standing: Array.from({ length: 8 }, () => ({
        line: phrase('concern.receivers.away', {
          office: phrase('officeName.chairOfGovernors'),
          away: 'Chair of governors',
        }),
      })),
      page: `https://lantern.example.org/pages/receivers/${'s'.repeat(64)}/table?signature=${'s'.repeat(200)}`,
    },
  },
  'concern/list': {
    smallest: {
      ...{
        concerns: [],
        total: '0',
        counted: '0',
        next: '',
        only: [],
        isFiltered: false,
        mayNarrow: false,
        hasTasks: false,
        hasHeld: false,
        receives: false,
      },
      ...{ risk: '', age: '', owner: '', category: '' },
    },
    largest: {
      ...{ only: lines(4, 120), isFiltered: true, mayNarrow: true, counted: '100' },
      ...{ risk: 'medium', age: 'month', owner: `person.${'x'.repeat(64)}`, category: 'abuse-or-neglect' },
      concerns: Array.from({ length: 8 }, () => ({ ref: REF, open: phrase('concern.list.open', { ref: REF }), line })),
      total: phrase('concern.list.many'),
      ...{ next: '1|OL-26-123456', hasTasks: true, hasHeld: true, receives: true },
    },
  },
  'concern/find': {
    smallest: { inputs: questions('').slice(0, 1) },
    largest: { inputs: questions(STORY).slice(0, 1) },
  },
  'concern/found': {
    smallest: { sought: 'x', concerns: [], after: '', next: '' },
    largest: {
      concerns: Array.from({ length: 8 }, () => ({ ref: REF, open: phrase('concern.list.open', { ref: REF }), line })),
      sought: SHORT.slice(0, 100),
      after: '73999999999|OL-26-123456',
      next: '73999999999|OL-26-123456',
    },
  },
  'concern/together': {
    smallest: { sought: 'x', after: '', lines: [], count: 1, earlier: 0 },
    largest: {
      sought: SHORT.slice(0, 100),
      after: '73999999999|OL-26-123456',
      lines: lines(12, 420),
      count: 8,
      earlier: 9999,
    },
  },
  'concern/links': {
    smallest: { ref: REF, links: [], likes: [] },
    largest: {
      ref: REF,
      links: Array.from({ length: 12 }, () => ({ line: SHORT.slice(0, 80), ...otherCase })),
      likes: Array.from({ length: 2 }, () => ({ line: SHORT.slice(0, 80), ...otherCase, as: 'same-address' })),
    },
  },
  'concern/narrow': {
    smallest: { inputs: questions('').slice(2, 3) },
    largest: { inputs: questions('other').slice(2, 5) },
  },
  'concern/tasks': {
    smallest: { tasks: [], more: 0 },
    largest: {
      tasks: Array.from({ length: 8 }, () => ({
        ref: REF,
        open: phrase('concern.list.open', { ref: REF }),
        line: phrase('concern.tasks.late', { ref: REF, on: '16 September 2026' }),
      })),
      more: 42,
    },
  },
  'concern/hand-over': {
    smallest: { count: 1, refs: REF, problem: '', inputs: questions('').slice(2, 3) },
    largest: {
      ...{ count: 60, refs: REFS, problem: phrase('concern.hand-over.cannot') },
      inputs: questions('').slice(2, 3),
    },
  },
  'concern/handed': {
    smallest: { count: 0, to: '', refs: '', stay: '' },
    largest: { count: 60, to: NAME, refs: REFS, stay: REFS },
  },
  'concern/leaving': {
    smallest: { why: phrase('concern.leaving.leaves', { on: '16 September 2026', count: 1 }), count: 1 },
    largest: { why: phrase('concern.leaving.away', { on: '16 September 2026', count: 60 }), count: 60 },
  },
  'concern/unheld': {
    smallest: { count: 1, refs: REF, more: 0 },
    largest: { count: 60, refs: REFS, more: 40 },
  },
} satisfies CardSamples;
