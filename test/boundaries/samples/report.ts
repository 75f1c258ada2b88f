import { phrase } from '../../../cards/view';
import { Category } from '../../../domain/categories';
import type { CardSamples } from '../card-samples';

const DAYS = { from: '30 September 2026', to: '30 December 2026' };
const TITLE = 'Online safety, acceptable use and bring your own device policy *for* all <staff> & ${governors}';
const REMARK = 'The filter was off for [two weeks](https://example.org) & _nobody_ said so. '.repeat(20).slice(0, 1000);
const NAME = 'Chair of governors and of the standards committee, autumn and spring terms only';

const period = phrase('report.period', DAYS);
const few = { report: '2026-12-18', period };
const count = phrase('report.count', { count: 1234 });
const kinds = Category.options.map((kind) => ({ label: phrase(`category.${kind}`), value: count }));
const months = Array.from({ length: 6 }, () => ({
  label: phrase('figures.month', { month: 'September 2026' }),
  value: count,
}));
const bars = kinds.map(({ label }) => ({ label, count: 1234 }));
const title = phrase('figures.concern.byKind');

export const REPORT: CardSamples = {
  'report/report': {
    smallest: {
      ...few,
      said: '',
      state: '',
      remarks: [],
      sections: [],
      charts: [],
      hasSmall: phrase('report.small', { fewerThan: 5 }),
      page: '',
      before: '2026-07-18',
      mayAsk: true,
      mayLook: false,
      maySend: false,
    },
    largest: {
      ...few,
      said: phrase('report.looked.remark'),
      state: phrase('report.draft'),
      remarks: [1, 2].map(() => ({ line: phrase('report.remarkLine', { name: NAME, remark: REMARK }) })),
      sections: [
        {
          title: phrase('figures.concern.title'),
          hasFacts: true,
          facts: [
            { label: phrase('figures.concern.raised'), value: count },
            {
              label: phrase('figures.concern.opening'),
              value: phrase('figures.concern.wait', { hours: 123, minutes: 59 }),
            },
            { label: phrase('figures.concern.referred'), value: phrase('report.few', { fewerThan: 20 }) },
          ],
          ways: [
            { title, facts: kinds, isLeftOut: false },
            { title: phrase('figures.concern.byMonth'), facts: months, isLeftOut: false },
            { title: phrase('figures.concern.byState'), facts: [], isLeftOut: true },
          ],
          notes: [{ line: phrase('figures.concern.notAdults') }],
        },
        {
          title: phrase('figures.agreement.title'),
          hasFacts: true,
          facts: Array.from({ length: 8 }, () => ({
            label: phrase('figures.agreement.line', { title: TITLE }),
            value: phrase('figures.agreement.agreed', { agreed: 999, all: 1000 }),
          })),
          ways: [],
          notes: [],
        },
        ...[1, 2, 3, 4].map(() => ({
          title: phrase('figures.review.title'),
          hasFacts: true,
          facts: [1, 2, 3, 4].map(() => ({ label: phrase('figures.review.overdue'), value: count })),
          ways: [],
          notes: [],
        })),
      ],
      charts: [1, 2].map((at) => ({
        title,
        alt: phrase('report.chartAlt', { title }),
        bars,
        picture: `https://lantern.example.org/pages/report/${'s'.repeat(64)}/2026-12-18/${at}.png?until=1234567890&signature=${'A'.repeat(43)}`,
      })),
      hasSmall: phrase('report.small', { fewerThan: 20 }),
      page: `https://lantern.example.org/pages/report/${'s'.repeat(64)}/2026-12-18?until=1234567890&signature=${'A'.repeat(43)}`,
      before: '',
      mayAsk: false,
      mayLook: true,
      maySend: true,
    },
  },
  'report/told': {
    smallest: { ...few, line: phrase('report.told.sent'), why: phrase('report.why.sent') },
    largest: {
      ...few,
      line: phrase('report.told.look'),
      why: phrase('report.why.waits', { opens: DAYS.to, goes: DAYS.to }),
    },
  },
  'report/none': {
    smallest: { line: phrase('report.notYours'), mayAsk: false },
    largest: { line: phrase('report.asked.now'), mayAsk: true },
  },
  'report/ask': {
    smallest: { lines: [{ line: phrase('report.ask.draft', { day: DAYS.to }) }], mayMake: false },
    largest: {
      lines: [
        phrase('report.ask.tells', DAYS),
        phrase('report.ask.short'),
        phrase('report.ask.next', { day: DAYS.to }),
        phrase('report.ask.looked', { days: 28 }),
      ].map((line) => ({ line })),
      mayMake: true,
    },
  },
  'report/remark': {
    smallest: { ...few, problem: '', inputs: [] },
    largest: {
      ...few,
      problem: phrase('field.long', { field: phrase('report.remark.label') }),
      inputs: [
        {
          id: 'remark',
          label: phrase('report.remark.label'),
          missing: phrase('field.missing', { field: phrase('report.remark.label') }),
          hint: '',
          isNeeded: true,
          longest: 1000,
          choices: [],
          value: REMARK,
          ...{ line: false, choice: false, options: false, several: false, day: false, tick: false, long: true },
        },
      ],
    },
  },
};
