import { phrase } from '../../../cards/view';
import type { CardSamples } from '../card-samples';

const TITLE =
  'Acceptable use policy: Agreement for staff, governors, volunteers, students & <visitors> of *all* our sites';
const NAME = 'Visiting speaker of *many* [names](https://example.org) <at>and</at> ${titles} '.repeat(2).slice(0, 120);
const page = `https://lantern.example.org/pages/agree/${'s'.repeat(64)}/${'a'.repeat(64)}/k3f9qx?until=1800000000&signature=${'x'.repeat(43)}`;
const inputs = ['agreement', 'lasts', 'label'].map((id) => ({
  ...{ id, label: phrase('visitor.field.agreement'), missing: 'Please choose.', hint: '', isNeeded: true },
  ...{ longest: 60, value: id === 'lasts' ? 'day' : '' },
  choices: id === 'label' ? [] : [{ title: phrase('visitor.length.day'), value: 'day' }],
  ...{ line: false, long: false, choice: false, options: false, several: false, day: false, tick: false },
  [id === 'agreement' ? 'choice' : id === 'lasts' ? 'options' : 'line']: true,
}));
const few = {
  title: 'Visitors',
  state: phrase('visitor.state.open', { day: '24 November 2026' }),
  covers: phrase('visitor.covers.day'),
  count: phrase('visitor.count', { agreed: 0 }),
};
const many = {
  title: phrase('visitor.labelled', { label: NAME.slice(0, 60), title: TITLE }),
  state: phrase('visitor.state.ended', { when: '24 Sep at 14:32' }),
  covers: phrase('visitor.covers.year'),
  count: phrase('visitor.count', { agreed: 123_456 }),
};
const person = {
  line: phrase('visitor.person', {
    ...{ name: NAME, designation: phrase('visitor.designation.contractor'), organisation: NAME, from: 'yes' },
  }),
  detail: phrase('visitor.detail', { title: TITLE, when: '24 Sep at 14:32', reference: 'K3F9QX-123456' }),
  holds: phrase('visitor.holds.changed', { day: '24 September 2027' }),
  isHolding: true,
};

/** What the office sees of people without an account. */
export const VISITOR: CardSamples = {
  'visitor/none': {
    smallest: { why: phrase('visitor.noPage') },
    largest: { why: phrase('visitor.noAgreement') },
  },
  'visitor/not-yours': { smallest: {}, largest: {} },
  'visitor/make': {
    smallest: { form: 'k3f9qx', problem: '', inputs: inputs.slice(0, 1) },
    largest: { form: 'k3f9qx', problem: phrase('field.missing', { field: phrase('visitor.field.agreement') }), inputs },
  },
  'visitor/link': {
    smallest: {
      link: 'k3f9qx',
      ...{ heading: phrase('visitor.linkIs.again'), isMade: true, tone: 'good' },
      ...few,
      ...{ page, poster: page, isOpen: true },
    },
    largest: {
      link: 'k3f9qx',
      heading: phrase('visitor.linkIs.known'),
      tone: 'default',
      ...many,
      page,
      poster: page,
      isOpen: true,
    },
  },
  'visitor/ending': { smallest: { link: 'k3f9qx', ...few }, largest: { link: 'k3f9qx', ...many } },
  'visitor/links': {
    smallest: { links: [], isEmpty: true, after: '' },
    largest: {
      links: Array.from({ length: 5 }, () => ({ link: 'k3f9qx', ...many })),
      isEmpty: false,
      after: '8200000000000|k3f9qx',
    },
  },
  'visitor/came': {
    smallest: { people: [], sought: '', isSought: false, isEmpty: true, after: '' },
    largest: {
      people: Array.from({ length: 8 }, () => person),
      ...{ sought: NAME, isSought: true, isEmpty: false, after: '8200000000000|k3f9qx.123456' },
    },
  },
  'visitor/find': { smallest: {}, largest: {} },
};
