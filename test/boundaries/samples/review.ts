import { phrase } from '../../../cards/view';
import { PolicyEntry } from '../../../domain/school';
import type { Desk } from '../../../handlers/capability';
import { inputOf } from '../../../handlers/fields';
import { RATIFIED } from '../../../handlers/review/decide-forms';
import type { CardSamples } from '../card-samples';

const TITLE = 'Online safety, acceptable use and bring your own device policy *for* all <staff> & ${governors}';
const NAME = 'Chair of governors and of the standards committee, autumn and spring terms only';
const REASON = 'The new guidance is only due in _January_, so we wait for it [here](https://example.org). '
  .repeat(20)
  .slice(0, 1000);

const line = phrase('review.is.past', { title: TITLE, date: '30 September 2026', days: 1234 });
const moved = phrase('review.was.moved', {
  on: '30 September 2026',
  next: '30 September 2027',
  reason: REASON,
  by: NAME,
});
/** Fields look at the day alone, and only where the school says how often. */
const desk = {} as Desk;
const few = { policy: 'p', due: '' };
const many = { policy: 'p'.repeat(64), due: '2026-11-30' };
const undated = phrase('review.undated', { title: 'Phones' });
const agreed = phrase('review.evidence.agreed', { title: TITLE, count: 1234, all: 2345 });
const trained = phrase('review.evidence.trained', {
  ...{ title: phrase('review.evidence.training.online-safety'), count: 1234, all: 2345 },
});
const mends = ['on-missing', 'next-late', 'reason-missing', 'too-long'].map((problem) => ({
  line: phrase(`review.mend.${problem}`),
}));

export const REVIEW: CardSamples = {
  'review/due': {
    smallest: {
      ...few,
      isOverdue: false,
      line: undated,
      why: phrase('review.why.office'),
      history: '',
      evidence: [],
      views: '',
      hasViews: false,
      canPass: false,
      canSign: false,
    },
    largest: {
      ...many,
      isOverdue: true,
      line,
      why: phrase('review.why.passed'),
      history: moved,
      evidence: Array.from({ length: 9 }, () => ({ line: agreed })),
      views: phrase('review.views.some', { given: 1, all: 10, who: NAME.repeat(5) }),
      hasViews: true,
      canPass: false,
      canSign: true,
    },
  },
  'review/form': {
    smallest: {
      ...few,
      ...{ slot: '', cause: '', of: '', canOpen: false },
      title: phrase('review.form.moved.title'),
      line: undated,
      ...{ lines: [], problems: [] },
      inputs: [inputOf({ id: 'nextOn', kind: 'day', label: phrase('review.ask.movedTo') })],
      save: phrase('review.form.moved.save'),
      verb: 'review/moved',
    },
    largest: {
      ...many,
      ...{ slot: 's'.repeat(64), cause: 'c'.repeat(64), of: '2026-11-24T10:15:00.000Z', canOpen: true },
      title: phrase('review.form.ratified.title'),
      line,
      lines: Array.from({ length: 3 }, () => ({ line: moved })),
      problems: mends,
      inputs: [
        ...RATIFIED.fields(PolicyEntry.parse({ id: 'p', file: 'p.md', title: 'P' }), desk).map((field) =>
          inputOf(field, REASON.slice(0, 200)),
        ),
        inputOf({ id: 'reason', kind: 'long', label: phrase('review.ask.reason'), longest: 1000 }, REASON),
      ],
      save: phrase('review.form.ratified.save'),
      verb: 'review/ratified',
    },
  },
  'review/view-asked': {
    smallest: { ...few, slot: 's', line: undated, why: phrase('review.why.viewer', { who: 'Pupils' }), read: '' },
    largest: {
      ...many,
      slot: 's'.repeat(64),
      line,
      why: phrase('review.why.viewer', { who: 'W'.repeat(60) }),
      read: `https://lantern.example.org/pages/policy/${'p'.repeat(64)}?signature=${'s'.repeat(200)}`,
    },
  },
  'review/viewed': {
    smallest: { line: phrase('review.viewKept.none', { title: 'Phones' }), next: phrase('review.viewNext') },
    largest: { line: phrase('review.viewKept.change', { title: TITLE }), next: phrase('review.viewNext') },
  },
  'review/views': {
    smallest: { ...few, line: undated, count: '', reads: false, slots: [] },
    largest: {
      ...many,
      line,
      count: phrase('review.views.all', { all: 8 }),
      reads: true,
      slots: Array.from({ length: 8 }, () => ({
        ...many,
        slot: 's'.repeat(64),
        name: 'W'.repeat(60),
        said: phrase('review.views.said.change', { by: NAME, date: '30 September 2026' }),
        text: REASON.slice(0, 602),
        canWrite: true,
      })),
    },
  },
  'review/history': {
    smallest: { policy: 'p', title: 'Phones', line: undated, none: true, lines: [], next: 10, left: 0 },
    largest: {
      policy: 'p'.repeat(64),
      title: TITLE,
      line,
      none: false,
      lines: Array.from({ length: 10 }, () => ({ line: moved })),
      next: 10,
      left: 1,
    },
  },
  'review/evidence': {
    smallest: { ...few, line: undated, lines: [], page: '' },
    largest: {
      ...many,
      line,
      lines: [...Array.from({ length: 14 }, () => ({ line: agreed })), { line: trained }],
      page: `https://lantern.example.org/pages/review/${'p'.repeat(64)}?signature=${'s'.repeat(200)}`,
    },
  },
  'review/statutory': {
    smallest: { ours: [], missing: [], source: phrase('review.statutory.noList'), page: '' },
    largest: {
      missing: [{ line: phrase('review.statutory.lacks', { name: phrase('statutory.relationships') }) }],
      ours: Array.from({ length: 12 }, () => ({
        line: phrase('review.statutory.has', { name: phrase('statutory.relationships'), titles: TITLE.repeat(3) }),
      })),
      source: phrase('review.statutory.source', { date: '30 September 2026' }),
      page: `https://example.org/${'x'.repeat(100)}`,
    },
  },
  'review/called': {
    smallest: {
      ...few,
      cause: 'declined.2026-11',
      title: phrase('review.called.about', { title: 'Phones' }),
      because: phrase('review.cause.declined', { month: 'November 2026' }),
      line: undated,
      evidence: [],
    },
    largest: {
      ...many,
      cause: 'c'.repeat(80),
      title: phrase('review.called.about', { title: TITLE }),
      because: phrase('review.cause.concerns', { area: phrase('area.conduct'), month: 'September 2026' }),
      line,
      evidence: Array.from({ length: 9 }, () => ({ line: agreed })),
    },
  },
  'review/settled': {
    smallest: { title: phrase('review.settled.kept'), line: undated },
    largest: { title: phrase('review.settled.soon'), line },
  },
  'review/outcome': {
    smallest: { policy: 'Phones', isLate: true, history: '', line: undated },
    largest: { policy: TITLE, isLate: false, history: moved, line },
  },
  'review/not-me': {
    smallest: { line: undated, office: '' },
    largest: { line, office: Array.from({ length: 4 }, () => NAME).join(', ') },
  },
  'review/passed': {
    smallest: { line: phrase('review.passed.line', { name: 'Head' }), due: undated, policy: 'p' },
    largest: { line: phrase('review.passed.line', { name: NAME.repeat(2) }), due: line, policy: 'p'.repeat(64) },
  },
  'review/list': {
    smallest: { intro: phrase('review.noPolicies'), lines: [], seesAll: false, next: 8, left: 0 },
    largest: {
      intro: phrase('review.counts', { overdue: 40, all: 90 }),
      lines: Array.from({ length: 8 }, () => ({
        policy: 'p'.repeat(64),
        line,
        tone: 'attention',
        history: moved,
        hasHistory: true,
        mayOpen: true,
      })),
      seesAll: true,
      next: 8,
      left: 82,
    },
  },
};
