import { phrase } from '../../../cards/view';
import type { CardSamples } from '../card-samples';

const TITLE = 'Online safety, acceptable use and bring your own device policy *for* all <staff> & ${governors}';
const NAME = 'Chair of governors and of the standards committee, autumn and spring terms only';
const WORDS = 'Staff must not use [their] own phones near pupils, *ever*, and <b>never</b> on a trip. '.repeat(7);
const PLACE = '4 Trips, visits and anything else that happens outside the gates › b Staff who go along';
const PAGE = `https://lantern.example/pages/policy/${'x'.repeat(600)}`;
const AT = '2026-11-24T10:15:00.000Z';

const few = { policy: 'p', version: '', title: 'Phones', findings: 0, changed: 0, isUndecided: false, page: '' };
const many = {
  policy: 'p'.repeat(64),
  version: AT,
  title: TITLE,
  findings: 1234,
  changed: 1234,
  isUndecided: true,
  page: PAGE,
};
const decided = phrase('policy.was.no', { by: NAME, day: '30 September 2026' });
const size = phrase('policy.size', { clauses: 5000, tables: 120 });
const changes = phrase('policy.comparison.first', { added: 1200, changed: 1200, removed: 1200 });
const line = phrase('policy.amended', { date: '30 September 2026', words: WORDS.slice(0, 400) });

export const POLICY: CardSamples = {
  'policy/news': {
    smallest: {
      ...few,
      late: '',
      line: phrase('policy.wasRead', { title: 'Phones' }),
      size: phrase('policy.size', { clauses: 1, tables: 0 }),
      look: phrase('policy.lookCount', { findings: 0 }),
      changes: '',
      agreed: '',
      decided: '',
    },
    largest: {
      ...many,
      late: phrase('policy.late.replaced'),
      line: phrase('policy.newVersion', { title: TITLE }),
      size,
      look: phrase('policy.lookCount', { findings: 1234 }),
      changes,
      agreed: phrase('policy.agreedWordsUnread'),
      decided,
    },
  },
  'policy/about': {
    smallest: { ...few, groups: [], isUnread: true, unanswered: '', decided: '', stated: '', overdue: '' },
    largest: {
      ...many,
      groups: Array.from({ length: 7 }, () => ({
        title: phrase('policy.group.guidance'),
        lines: Array.from({ length: 3 }, () => ({ line })),
        more: phrase('policy.andMore', { left: 1234 }),
      })),
      isUnread: false,
      unanswered: phrase('policy.unanswered', { count: 1234 }),
      decided,
      stated: phrase('policy.newVersion', { title: TITLE }),
      overdue: phrase('answer.overdue', { month: 'September 2021' }),
    },
  },
  'policy/findings': {
    smallest: { ...few, lines: [], next: 4, left: 0 },
    largest: {
      ...many,
      lines: Array.from({ length: 4 }, () => ({
        quote: phrase('policy.quote', { words: WORDS }),
        place: PLACE.repeat(4),
        line: phrase('policy.finding.rows disagree', { note: WORDS.slice(0, 400) }),
      })),
      next: 4,
      left: 1230,
    },
  },
  'policy/changes': {
    smallest: { ...few, count: phrase('policy.sameWords'), lines: [], next: 4, left: 0 },
    largest: {
      ...many,
      count: changes,
      lines: Array.from({ length: 4 }, () => ({
        line: phrase('policy.difference.changed'),
        place: PLACE.repeat(4),
        before: phrase('policy.before', { words: WORDS }),
        after: phrase('policy.after', { words: WORDS }),
      })),
      next: 4,
      left: 1230,
    },
  },
  'policy/decided': {
    smallest: {
      policy: 'p',
      version: '',
      title: 'Phones',
      isLate: false,
      line: phrase('policy.decided.yes'),
      decided: '',
      mayStillAsk: false,
    },
    largest: {
      policy: 'p'.repeat(64),
      version: AT,
      title: TITLE,
      isLate: true,
      line: phrase('policy.decided.no'),
      decided,
      mayStillAsk: true,
    },
  },
  'policy/list': {
    smallest: { intro: phrase('policy.count', { count: 0 }), lines: [], isKeeper: false, next: 6, left: 0 },
    largest: {
      intro: phrase('policy.count', { count: 90 }),
      lines: Array.from({ length: 6 }, () => ({
        policy: 'p'.repeat(64),
        title: TITLE,
        page: PAGE,
        mayOpen: true,
        hasButtons: true,
        stated: phrase('policy.newVersion', { title: TITLE }),
        due: phrase('answer.overdue', { month: 'September 2021' }),
        tone: 'attention',
        look: phrase('policy.lookCount', { findings: 1234 }),
        ask: phrase('policy.toDecide'),
      })),
      isKeeper: true,
      next: 6,
      left: 84,
    },
  },
};
