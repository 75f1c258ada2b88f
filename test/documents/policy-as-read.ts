/** What a person finds in the policy of this folder, in whichever format: written by hand, read by nobody else. */
interface AsRead {
  readonly path: string;
  readonly kind: 'paragraph' | 'item' | 'row';
  readonly depth?: number;
  readonly number?: string;
  readonly text: string;
  readonly intro?: string;
  readonly cells?: readonly string[];
  readonly isUncertain?: boolean;
  readonly note?: string;
}

const WHY = '1. Why we have this policy';
const FIRST = 'It stands beside the safeguarding policy. Where the two differ, the safeguarding policy comes first.';
const STAFF = '2. Phones > Staff';
const STAFF_MUST = 'All staff must:';
const PLACES = 'make private calls in one of these places:';
const CAR_PARK = 'the car park, as long as:';
const PUPILS = '2. Phones > Pupils';
const ON_THE_WAY = 'Pupils who walk home alone may bring a phone. On the way in they must:';
const INTERNET = '3. The internet';
const CHECK = 'Staff check a website before they show it to a class. They look for:';
const WHO = '4. Who may use what';
const SHOWS = 'The table shows what is allowed on the school site.';
const BROKEN = '5. What happens when a rule is broken';
const APPENDIX = 'Appendix 1: Agreement for staff';
const AGREE = 'I have read this policy, and I agree that:';

export const CLAUSES: readonly AsRead[] = [
  { path: '', kind: 'paragraph', text: 'Approved by: the governing body' },
  { path: '', kind: 'paragraph', text: 'Next review: September 2027' },
  {
    path: WHY,
    kind: 'paragraph',
    text: 'Phones and the internet help us to teach, and they can also get in the way of it. This policy says what is expected of everybody in school, so that nobody has to guess.',
  },
  { path: WHY, kind: 'paragraph', text: FIRST },
  {
    path: WHY,
    kind: 'paragraph',
    text: 'The safeguarding policy is kept by the office and on the staff drive.',
    intro: FIRST,
    note: '1',
  },
  { path: STAFF, kind: 'paragraph', text: STAFF_MUST },
  item(STAFF, 1, 'keep their own phone out of sight while there are pupils in the room', STAFF_MUST),
  item(STAFF, 1, PLACES, STAFF_MUST),
  item(STAFF, 2, 'the staff room', PLACES),
  item(STAFF, 2, CAR_PARK, PLACES),
  item(STAFF, 3, 'no pupils are outside', CAR_PARK),
  item(STAFF, 3, 'the gate is shut', CAR_PARK),
  item(STAFF, 2, 'an empty office', PLACES),
  item(STAFF, 1, 'tell the office at once if a phone that is used for work is lost', STAFF_MUST),
  { path: STAFF, kind: 'paragraph', text: 'Supply staff are given these rules on a card when they arrive.' },
  { path: PUPILS, kind: 'paragraph', text: ON_THE_WAY },
  item(PUPILS, 1, 'switch it off', ON_THE_WAY, '1'),
  item(PUPILS, 1, 'hand it in at the office, where it is locked away', ON_THE_WAY, '2'),
  item(PUPILS, 1, 'collect it after the last lesson', ON_THE_WAY, '3'),
  { path: PUPILS, kind: 'paragraph', text: 'The school cannot pay for a phone that is lost or broken.' },
  {
    path: INTERNET,
    kind: 'paragraph',
    number: '3.1',
    text: "Everybody logs on with their own name, and with no one else's.",
  },
  { path: INTERNET, kind: 'paragraph', number: '3.2', text: CHECK },
  item(INTERNET, 1, 'pictures and adverts that are not meant for children', CHECK, 'a'),
  item(INTERNET, 1, 'links that lead away from the lesson', CHECK, 'b'),
  {
    path: INTERNET,
    kind: 'paragraph',
    number: '3.3',
    text: 'The filter is tested on the first Monday of every half term, and what was found is written down.',
  },
  {
    path: `${INTERNET} > Staff`,
    kind: 'paragraph',
    text: "Staff may use the school's internet for a personal matter in their break, if it takes no longer than the break does.",
  },
  {
    path: `${INTERNET} > Pupils`,
    kind: 'paragraph',
    text: 'Pupils use the internet only when an adult is in the room.',
  },
  { path: WHO, kind: 'paragraph', text: SHOWS },
  row(WHO, 'Own phone in the playground', ['Staff: Not allowed', 'Pupils: Not allowed']),
  row(WHO, 'Own phone in the staff room', ['Staff: Allowed', 'Pupils: Not allowed']),
  row(WHO, 'School tablet in lessons', ['Staff: Allowed', 'Pupils: At certain times']),
  row(WHO, 'Games on a school computer', ['Staff: At certain times', 'Pupils: Not allowed']),
  row(WHO, 'Group chats about school', ['Staff: Not allowed', 'Pupils: Not allowed']),
  row(BROKEN, 'Phone seen in a lesson', ['Spoken to']),
  { path: BROKEN, kind: 'row', text: 'Phone used in a lesson', isUncertain: true },
  row(BROKEN, 'Filming without asking', ['Spoken to', 'Parents told', 'Phone kept until Friday']),
  { path: APPENDIX, kind: 'paragraph', text: AGREE },
  item(APPENDIX, 1, 'I will keep my own phone away from pupils.', AGREE, '1'),
  item(APPENDIX, 1, 'I will never take pictures of pupils on my own phone.', AGREE, '2'),
  item(APPENDIX, 1, 'I will tell the headteacher if I break a rule by mistake.', AGREE, '3'),
];

export const TABLES = [
  {
    path: WHO,
    columns: [
      'Staff: Allowed',
      'Staff: At certain times',
      'Staff: Not allowed',
      'Pupils: Allowed',
      'Pupils: At certain times',
      'Pupils: Not allowed',
    ],
    rows: [
      ['Own phone in the playground', ['', '', 'x', '', '', 'x']],
      ['Own phone in the staff room', ['x', '', '', '', '', 'x']],
      ['School tablet in lessons', ['x', '', '', '', 'x', '']],
      ['Games on a school computer', ['', 'x', '', '', '', 'x']],
      ['Group chats about school', ['', '', 'x', '', '', 'x']],
    ],
  },
  {
    path: BROKEN,
    columns: ['Spoken to', 'Parents told', 'Phone kept until Friday'],
    rows: [
      ['Phone seen in a lesson', ['x', '', '']],
      ['Phone used in a lesson', undefined],
      ['Filming without asking', ['x', 'x', 'x']],
    ],
  },
];

function item(path: string, depth: number, text: string, intro: string, number?: string): AsRead {
  return { path, kind: 'item', depth, ...(number === undefined ? {} : { number }), text, intro };
}

function row(path: string, text: string, cells: readonly string[]): AsRead {
  return { path, kind: 'row', text, cells };
}
