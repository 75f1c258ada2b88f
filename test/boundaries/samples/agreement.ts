import { phrase } from '../../../cards/view';
import type { CardSamples } from '../card-samples';

const NAME =
  'Supply teacher for science and computing, years five and six, Tuesdays and Thursdays, who covers the library as well'.slice(
    0,
    120,
  );
const TITLE =
  'Acceptable use policy: Agreement for staff, governors, volunteers, students & <visitors> of *all* our sites';
const LINE = 'I will keep ${passwords} to myself, and [never](https://example.org) lend a device to <at>anybody</at>. ';
const HASH = 'a'.repeat(64);
const version = phrase('agreement.version', { version: '30 September 2026' });
const due = phrase('agreement.dueBy', { date: '30 September 2026' });
const agreed = phrase('agreement.agreed', { day: '30 September 2026', time: '14:32' });
const at = '2026-09-30T13:32:00.000Z';
const page = Array.from({ length: 30 }, () => ({ line: LINE.repeat(2).slice(0, 200) }));
const few = { agreement: 'a', title: 'Visitors', version };
const many = { agreement: 'a'.repeat(64), title: TITLE, version };

export const AGREEMENT: CardSamples = {
  'agreement/ask': {
    smallest: {
      ...few,
      hash: HASH,
      why: phrase('agreement.because.first'),
      changed: '',
      problem: '',
      isFolded: true,
      promises: [{ line: 'I will.' }],
      left: 0,
      lines: [],
      minutes: 1,
      page: 0,
      next: 1,
      pages: 1,
      hasMore: false,
      seenBy: '',
      due,
      isOverdue: false,
      name: '',
    },
    largest: {
      ...many,
      hash: HASH,
      why: phrase('agreement.because.changed'),
      changed: phrase('agreement.changedSince', { count: 1234 }),
      problem: phrase('agreement.mend.changed'),
      isFolded: false,
      promises: [],
      left: 4,
      lines: page,
      minutes: 12,
      page: 2,
      next: 3,
      pages: 30,
      hasMore: true,
      seenBy: Array.from({ length: 4 }, () => NAME).join(', '),
      due,
      isOverdue: true,
      name: NAME,
    },
  },
  'agreement/receipt': {
    smallest: {
      ...few,
      at,
      isNew: true,
      agreed,
      signed: phrase('agreement.signedAs', { typed: 'Al' }),
      print: 'a'.repeat(12),
    },
    largest: {
      ...many,
      at,
      isNew: false,
      agreed,
      signed: phrase('agreement.signedOnPaper', { day: '30 September 2026', holder: NAME }),
      print: 'a'.repeat(12),
    },
  },
  'agreement/words': {
    smallest: { ...few, at, agreed, lines: [{ line: 'I will.' }], page: 1, pages: 1, next: 2, hasMore: false },
    largest: { ...many, at, agreed, lines: page, page: 2, pages: 30, next: 3, hasMore: true },
  },
  'agreement/mine': {
    smallest: { owed: [], acts: [], older: 0, keepsVisitors: false },
    largest: {
      owed: Array.from({ length: 4 }, () => ({
        agreement: 'a'.repeat(64),
        line: phrase('agreement.owedLine', { title: TITLE, date: '30 September 2026' }),
      })),
      acts: Array.from({ length: 8 }, () => ({
        agreement: 'a'.repeat(64),
        at,
        line: phrase('agreement.actLine', {
          title: TITLE,
          day: '30 September 2026',
          version: '1 September 2026',
          hasVersion: 'yes',
        }),
      })),
      older: 12,
      keepsVisitors: true,
    },
  },
  'agreement/outstanding': {
    smallest: {
      count: 1,
      lines: [
        {
          line: phrase('agreement.unreachableLine', {
            name: 'Visitor',
            roles: phrase('agreement.role.visitor'),
            title: 'Visitors',
          }),
        },
      ],
      more: '',
      why: phrase('agreement.outstandingWhy.office'),
    },
    largest: {
      count: 1234,
      lines: Array.from({ length: 40 }, () => ({
        line: phrase('agreement.outstandingLine', {
          name: NAME,
          roles: phrase('agreement.role.governor'),
          title: TITLE,
          date: '30 September 2026',
          isLate: 'yes',
        }),
      })),
      more: phrase('agreement.outstandingMore.office', { left: 1194 }),
      why: phrase('agreement.outstandingWhy.others'),
    },
  },
};
