/** One part of the policy in this folder, for the formats that are made while a test runs. */
export type Part =
  | { readonly title: string }
  | { readonly heading: string }
  /** A heading that is only bold. */
  | { readonly bold: string }
  | { readonly text: string; readonly note?: string }
  /** A paragraph with a number of its own: `3.1`. */
  | { readonly clause: string; readonly text: string }
  | { readonly items: readonly Item[]; readonly counted?: 'numbers' | 'letters' }
  | { readonly head: readonly (readonly string[])[]; readonly rows: readonly (readonly string[])[] }
  | { readonly field: string };

export interface Item {
  readonly text: string;
  readonly items?: readonly Item[];
}

const MARKS: Readonly<Record<string, readonly string[]>> = {
  'Own phone in the playground': ['', '', 'x', '', '', 'x'],
  'Own phone in the staff room': ['x', '', '', '', '', 'x'],
  'School tablet in lessons': ['x', '', '', '', 'x', ''],
  'Games on a school computer': ['', 'x', '', '', '', 'x'],
  'Group chats about school': ['', '', 'x', '', '', 'x'],
};
const TIMES = ['Allowed', 'At certain times', 'Not allowed'];

/** The same words as in the three files beside this one. */
export const POLICY: readonly Part[] = [
  { title: 'Phones and Internet Policy' },
  { text: 'Approved by: the governing body' },
  { text: 'Next review: September 2027' },
  { heading: '1. Why we have this policy' },
  {
    text: 'Phones and the internet help us to teach, and they can also get in the way of it. This policy says what is expected of everybody in school, so that nobody has to guess.',
  },
  {
    text: 'It stands beside the safeguarding policy. Where the two differ, the safeguarding policy comes first.',
    note: 'The safeguarding policy is kept by the office and on the staff drive.',
  },
  { heading: '2. Phones' },
  { bold: 'Staff' },
  { text: 'All staff must:' },
  {
    items: [
      { text: 'keep their own phone out of sight while there are pupils in the room' },
      {
        text: 'make private calls in one of these places:',
        items: [
          { text: 'the staff room' },
          {
            text: 'the car park, as long as:',
            items: [{ text: 'no pupils are outside' }, { text: 'the gate is shut' }],
          },
          { text: 'an empty office' },
        ],
      },
      { text: 'tell the office at once if a phone that is used for work is lost' },
    ],
  },
  { text: 'Supply staff are given these rules on a card when they arrive.' },
  { bold: 'Pupils' },
  { text: 'Pupils who walk home alone may bring a phone. On the way in they must:' },
  {
    items: [
      { text: 'switch it off' },
      { text: 'hand it in at the office, where it is locked away' },
      { text: 'collect it after the last lesson' },
    ],
    counted: 'numbers',
  },
  { text: 'The school cannot pay for a phone that is lost or broken.' },
  { heading: '3. The internet' },
  { clause: '3.1', text: "Everybody logs on with their own name, and with no one else's." },
  { clause: '3.2', text: 'Staff check a website before they show it to a class. They look for:' },
  {
    items: [
      { text: 'pictures and adverts that are not meant for children' },
      { text: 'links that lead away from the lesson' },
    ],
    counted: 'letters',
  },
  {
    clause: '3.3',
    text: 'The filter is tested on the first Monday of every half term, and what was found is written down.',
  },
  { bold: 'Staff' },
  {
    text: "Staff may use the school's internet for a personal matter in their break, if it takes no longer than the break does.",
  },
  { bold: 'Pupils' },
  { text: 'Pupils use the internet only when an adult is in the room.' },
  { heading: '4. Who may use what' },
  { text: 'The table shows what is allowed on the school site.' },
  {
    head: [
      ['', 'Staff', '', '', 'Pupils', '', ''],
      ['', ...TIMES, ...TIMES],
    ],
    rows: Object.entries(MARKS).map(([label, marks]) => [label, ...marks]),
  },
  { heading: '5. What happens when a rule is broken' },
  {
    head: [['What happened', 'Spoken to', 'Parents told', 'Phone kept until Friday']],
    rows: [
      ['Phone seen in a lesson', 'x', '', ''],
      ['Phone used in a lesson', 'x', 'x'],
      ['Filming without asking', 'x', 'x', 'x'],
    ],
  },
  { heading: 'Appendix 1: Agreement for staff' },
  { text: 'I have read this policy, and I agree that:' },
  {
    items: [
      { text: 'I will keep my own phone away from pupils.' },
      { text: 'I will never take pictures of pupils on my own phone.' },
      { text: 'I will tell the headteacher if I break a rule by mistake.' },
    ],
    counted: 'numbers',
  },
  { field: 'Signed: ______________________' },
  { field: 'Date: ______________________' },
];
