import { phrase } from '../../../cards/view';
import { inputOf } from '../../../handlers/fields';
import type { CardSamples } from '../card-samples';

const TITLE = 'Safeguarding *and* online safety <for> all ${staff}, with what our trust asks for'.slice(0, 80);
const NAME =
  'Class teacher and head of the *lower* school, autumn and spring terms only, with ${x} in the afternoon_'.padEnd(
    120,
    'x',
  );
const WHY = 'The certificate was for [another](https://example.org) colleague of the same name. '
  .repeat(5)
  .slice(0, 300);

const usual = phrase('training.usual.lead-update');
const counts = (each: number) =>
  phrase('training.counts', { overdue: each, soon: each, starters: each, missing: each, current: each });
const overdue = (what: string) =>
  phrase('training.is.overdue', { what, due: '30 September 2026', last: '30 September 2025' });
const proof = phrase('training.proof.both', { certificate: 'x'.repeat(60), provider: 'y'.repeat(100) });
const by = phrase('training.correctedBy', { name: NAME, on: '30 September 2026', why: WHY });
const tell = phrase('training.tell', { office: NAME });
const inputs = (value: string) => [
  inputOf({
    id: 'people',
    kind: 'several',
    label: phrase('training.field.peopleMany'),
    isNeeded: true,
    choices: Array.from({ length: 100 }, (_, n) => ({ title: 'x'.repeat(70), value: `p${n}` })),
  }),
  inputOf({ id: 'on', kind: 'day', label: phrase('training.field.on'), isNeeded: true }, value),
];

export const TRAINING: CardSamples = {
  'training/mine': {
    smallest: { lines: [], intro: phrase('training.mineNone'), tell: '', isKeeper: false, next: 10, left: 0 },
    largest: {
      lines: Array.from({ length: 10 }, () => ({ line: overdue(TITLE), detail: proof, tone: 'attention' })),
      intro: phrase('training.mineIntro'),
      tell,
      isKeeper: true,
      next: 10,
      left: 9,
    },
  },
  'training/list': {
    smallest: { intro: phrase('training.noKinds'), lines: [], next: 8, left: 0 },
    largest: {
      intro: counts(10_000),
      lines: Array.from({ length: 8 }, () => ({
        training: 'x'.repeat(40),
        title: TITLE,
        counts: counts(1000),
        tone: 'attention',
      })),
      next: 8,
      left: 19,
    },
  },
  'training/kind': {
    smallest: {
      training: 't',
      title: usual,
      counts: counts(0),
      rule: phrase('training.rule', { every: phrase('training.every.once'), within: 1 }),
      source: phrase('training.ownKind'),
      lines: [],
      next: 8,
      left: 0,
      isForSome: false,
    },
    largest: {
      training: 'x'.repeat(40),
      title: TITLE,
      counts: counts(1000),
      rule: phrase('training.rule', { every: phrase('training.every.months', { count: 18 }), within: 365 }),
      source: phrase('training.source.lead-update'),
      lines: Array.from({ length: 8 }, () => ({ person: 'p'.repeat(64), line: overdue(NAME), tone: 'attention' })),
      next: 8,
      left: 992,
      isForSome: true,
    },
  },
  'training/record': {
    smallest: {
      training: 't',
      title: phrase('training.recordTitle', { title: usual }),
      problem: '',
      inputs: inputs(''),
    },
    largest: {
      training: 'x'.repeat(40),
      title: phrase('training.recordTitle', { title: TITLE }),
      problem: phrase('training.mend.oneCertificate'),
      inputs: inputs('2026-11-30'),
    },
  },
  'training/recorded': {
    smallest: {
      training: 't',
      isNew: false,
      line: phrase('training.recordedBefore', { title: usual, on: '1 May 2026', count: 1, name: 'Head' }),
    },
    largest: {
      training: 'x'.repeat(40),
      isNew: true,
      line: phrase('training.recordedLine', { title: TITLE, on: '30 September 2026', count: 1, name: NAME }),
    },
  },
  'training/person': {
    smallest: { person: 'p', name: 'Head', problem: '', lines: [], isNobodys: true, next: 6, left: 0 },
    largest: {
      person: 'p'.repeat(64),
      name: NAME,
      problem: phrase('training.mend.gone'),
      lines: Array.from({ length: 6 }, () => ({
        training: 'x'.repeat(40),
        person: 'p'.repeat(64),
        at: '2026-11-24T10:15:00.000Z',
        line: overdue(TITLE),
        proof,
        by,
        tone: 'attention',
        isRecorded: true,
      })),
      isNobodys: false,
      next: 6,
      left: 13,
    },
  },
  'training/correct': {
    smallest: {
      ...{ training: 't', person: 'p', at: '' },
      title: phrase('training.correctTitle', { title: usual, name: 'Head' }),
      stands: phrase('training.stands', { on: '1 May 2026' }),
      problem: '',
      inputs: inputs(''),
    },
    largest: {
      ...{ training: 'x'.repeat(40), person: 'p'.repeat(64), at: '2026-11-24T10:15:00.000Z' },
      title: phrase('training.correctTitle', { title: TITLE, name: NAME }),
      stands: phrase('training.stands', { on: '30 September 2026' }),
      problem: phrase('training.mend.same'),
      inputs: inputs('2026-11-30'),
    },
  },
  'training/corrected': {
    smallest: { person: 'p', line: phrase('training.takenBack', { title: usual, name: 'Head' }) },
    largest: {
      person: 'p'.repeat(64),
      line: phrase('training.putRight', { title: TITLE, name: NAME, on: '30 September 2026' }),
    },
  },
  'training/due': {
    smallest: {
      lines: [{ line: phrase('training.is.new', { what: usual, due: '1 May 2026' }), tone: 'default' }],
      tell: '',
    },
    largest: { lines: Array.from({ length: 20 }, () => ({ line: overdue(TITLE), tone: 'attention' })), tell },
  },
  'training/late': {
    smallest: { count: 1, lines: [], left: 0, isKeeper: false },
    largest: {
      count: 1234,
      lines: Array.from({ length: 20 }, () => ({
        line: phrase('training.lateLine', { name: NAME, is: overdue(TITLE) }),
      })),
      left: 1214,
      isKeeper: true,
    },
  },
};
