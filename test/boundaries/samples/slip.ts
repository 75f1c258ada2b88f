import { phrase } from '../../../cards/view';
import { inputOf } from '../../../handlers/fields';
import type { CardSamples } from '../card-samples';

const NAME = 'Year *four*, the ${badgers} of <the> [big](hall)'.slice(0, 40);
const TITLE = 'Consent *and* agreement <for> all ${staff}, with what our trust asks us for here'.slice(0, 80);
const TEACHERS = Array.from({ length: 8 }, () => 'Class teacher of the lower school'.padEnd(120, 'x')).join(', ');
const MARK = '4B-AB/1234567.89';
/** Sixty pupils stand in one list or another. */
const someMarks = (count: number) => Array.from({ length: count }, () => MARK).join(', ');
const year = '2026/27';
const BAR = '█'.repeat(20);
const FORM = { class: 'x'.repeat(40), slip: 'y'.repeat(40), year: 2026 };
const choices = Array.from({ length: 60 }, (_, n) => ({ title: MARK, value: `mark-${n}` }));
const rest = { title: phrase('slip.rest', { count: 60 }), value: '-rest-' };
const lists = (['yes', 'school', 'no'] as const).map((id) =>
  inputOf({ id, kind: 'several', label: phrase(`slip.field.photo-${id}`), choices: [rest, ...choices] }),
);
const picks = (value: string) => [
  inputOf({ id: 'pupil', kind: 'choice', label: phrase('slip.field.pupil'), isNeeded: true, choices }, value),
  inputOf({
    id: 'why',
    kind: 'options',
    label: phrase('slip.field.why'),
    isNeeded: true,
    choices: [{ title: phrase('slip.why.parent'), value: 'parent' }],
  }),
];
const small = { class: '4B', slip: 'photos', year: 2026 };

export const SLIP: CardSamples = {
  'slip/list': {
    smallest: { notice: '', intro: phrase('slip.notYours'), lines: [], next: 6, left: 0 },
    largest: {
      notice: phrase('slip.noSuchClass'),
      intro: phrase('slip.listIntro', { count: 400, out: 100_000, year }),
      lines: Array.from({ length: 6 }, () => ({
        class: 'x'.repeat(40),
        title: NAME,
        bar: BAR,
        counted: phrase('slip.counted', { done: 720, all: 720 }),
        photos: phrase('slip.photoLine', { not: 60, inside: 60 }),
        who: TEACHERS,
        out: 720,
      })),
      next: 6,
      left: 394,
    },
  },
  'slip/class': {
    smallest: {
      ...{ class: '4B', year: 2026, title: phrase('slip.classTitle', { name: '4B', year }), notice: '' },
      ...{ isEmpty: true, forms: [], isAlone: true, next: 4, left: 0 },
    },
    largest: {
      ...{ class: 'x'.repeat(40), year: 2026, title: phrase('slip.classTitle', { name: NAME, year }) },
      notice: phrase('slip.withdrawn', { pupil: MARK }),
      isEmpty: false,
      forms: Array.from({ length: 4 }, () => ({
        ...FORM,
        title: TITLE,
        bar: BAR,
        counted: phrase('slip.counted', { done: 59, all: 60 }),
        due: phrase('slip.dueBy', { due: '25 September 2026' }),
        no: phrase('slip.noPhotos', { who: someMarks(20) }),
        school: phrase('slip.onlySchool', { who: someMarks(20) }),
        out: phrase('slip.outPhotos', { who: someMarks(20) }),
        tone: 'attention',
        canTick: true,
        canCorrect: true,
      })),
      ...{ isAlone: false, next: 4, left: 8 },
    },
  },
  'slip/tick': {
    smallest: {
      ...{ ...small, shown: '', title: phrase('slip.tickTitle', { title: phrase('slip.usual.pupil'), name: '4B' }) },
      ...{ problem: '', inputs: lists.slice(0, 1) },
    },
    largest: {
      ...{ ...FORM, shown: someMarks(60), title: phrase('slip.tickTitle', { title: TITLE, name: NAME }) },
      ...{ problem: phrase('slip.mend.otherwise', { who: someMarks(60), count: 60 }), inputs: lists },
    },
  },
  'slip/correct': {
    smallest: {
      ...{ ...small, stood: '', title: phrase('slip.correctTitle', { title: phrase('slip.usual.pupil'), name: '4B' }) },
      ...{ problem: '', inputs: picks('') },
    },
    largest: {
      ...{ ...FORM, stood: '2026-11-24T10:15:00.000Z' },
      ...{ title: phrase('slip.correctTitle', { title: TITLE, name: NAME }), inputs: picks('mark-7') },
      problem: phrase('slip.mend.meanwhile'),
    },
  },
  'slip/due': {
    smallest: { class: '4B', title: phrase('slip.dueTitle', { name: '4B' }), lines: [] },
    largest: {
      ...{ class: 'x'.repeat(40), title: phrase('slip.dueTitle', { name: NAME }) },
      lines: Array.from({ length: 12 }, () => ({
        line: phrase('slip.dueLine', { title: TITLE, out: 60, all: 60, due: '25 September 2026', isLate: 'yes' }),
        tone: 'attention',
      })),
    },
  },
  'slip/late': {
    smallest: { lines: [], left: 0, mayOpen: false },
    largest: {
      mayOpen: true,
      lines: Array.from({ length: 20 }, () => ({
        line: phrase('slip.lateLine', { name: NAME, title: TITLE, out: 60, due: '25 September 2026' }),
      })),
      left: 4780,
    },
  },
  'slip/taken-back': {
    smallest: { class: '4B', title: phrase('slip.takenBack', { name: '4B' }) },
    largest: { class: 'x'.repeat(40), title: phrase('slip.takenBack', { name: NAME }) },
  },
};
