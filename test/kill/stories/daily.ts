import { createHash } from 'node:crypto';
import { gistOf } from '../../../library';
import { type Act, finds, type Known, marked, one, press, SEEN_NEXT, stands, type Story } from '../act';

/* What comes up day by day: requests, forms of pupils, questions, alerts of the filter. */

const request: Story = {
  name: 'a website that is opened for a while',
  isSteady: true,
  acts: [
    asks(),
    press(
      'ict',
      'request/do-decide',
      'request.one.history',
      ({ request: ref, mark: reason }) => ({
        request: ref,
        verdict: 'yes',
        reason,
        conditions: '',
        until: '2026-12-04',
      }),
      ofRequest,
    ),
    press(
      'ict',
      'request/do-prolong',
      'request.one.history',
      ({ request: ref, mark: reason }) => ({
        request: ref,
        stands: '2026-12-04',
        until: '2026-12-11',
        reason,
      }),
      ofRequest,
    ),
    press(
      'ict',
      'request/blocked',
      'request.one.history',
      ({ request: ref }) => ({ request: ref }),
      ({ request: ref }) => one(`request-fact|${ref}|`, '"kind":"blocked"'),
    ),
    asks(),
    press(
      'teacher',
      'request/withdraw',
      'request.one.history',
      ({ request: ref }) => ({ request: ref }),
      ({ request: ref }) => one(`request-fact|${ref}|`, '"kind":"withdrawn"'),
    ),
  ],
};

function asks(): Act {
  return press(
    'teacher',
    'request/send',
    'request.receipt.who',
    ({ form, mark: reason }) => ({
      permission: 'unblock',
      form,
      address: 'www.example.org',
      reason,
      group: 'Year 4',
      until: '2026-12-04',
    }),
    marked('request|'),
    {
      learns: finds({ request: /"(RQ-\d\d-\d{4,})"/ }),
    },
  );
}

function ofRequest({ request: ref, mark: text }: Known) {
  return one(`request-fact|${ref}|`, text);
}

const slip: Story = {
  name: 'forms of pupils that come back',
  begins: (n) => ({ class: `K${n}` }),
  acts: [
    press(
      'teacher',
      'slip/do-tick',
      'slip.class.correct',
      ({ class: id }) => ({ class: id, slip: 'photos', year: '2026', yes: 'ZQ', shown: 'ZQ,ZR,ZS' }),
      ({ class: id }) => one(`slip-fact|2026|${id}|photos|`, '"pupil":"ZQ"', '"answer":"yes"'),
    ),
    press(
      'teacher',
      'slip/do-correct',
      'slip.putRight',
      ({ class: id }) => ({
        class: id,
        slip: 'photos',
        year: '2026',
        pupil: 'ZQ',
        answer: 'no',
        why: 'mistake',
        stood: '2026-12-31',
      }),
      ({ class: id }) => one(`slip-fact|2026|${id}|photos|`, '"was":"yes"'),
    ),
  ],
};

/** A question is one row, so each of these stories leaves it otherwise. */
const question = (name: string, ...tends: Act[]): Story => ({
  name: `a question that is ${name}`,
  acts: [
    press(
      'teacher',
      'answer/pass-on',
      'answer.sent.next',
      ({ mark: text }) => ({ policy: '', question: ask(text) }),
      marked('question|'),
      {
        learns: (_reply, { mark: text = '' }) => ({ asked: rowOf(ask(text)) }),
      },
    ),
    ...tends,
  ],
});

const ask = (text: string) => `Is a ${text} allowed?`;

/** The number of the row of a question, which stands on the card that goes to somebody else. */
function rowOf(text: string): string {
  return createHash('sha256')
    .update(JSON.stringify(gistOf(text)))
    .digest('hex')
    .slice(0, 32);
}

const tend = (verb: string, says: string, kept?: Act['kept'], more: Partial<Act> = {}): Act =>
  press('office', `answer/${verb}`, says, ({ asked }) => ({ asked }), kept, more);
const is =
  (...holds: string[]): Act['kept'] =>
  ({ asked }) =>
    stands(`question|${asked}`, ...holds);
const ofClause: Act['data'] = ({ asked, clause }) => ({ asked, clause });

const questions: readonly Story[] = [
  question('left', tend('leave', 'answer.became.left', is('"state":"left"'))),
  question('not in the policy', tend('absent', 'answer.became.absent', is('"state":"absent"'))),
  question(
    'opened again',
    tend('absent', 'answer.became.absent', SEEN_NEXT),
    tend('reopen', 'answer.passed.absent', is('"state":"open"')),
  ),
  question(
    'matched',
    tend('look', 'answer.offers.title', undefined, {
      data: ({ asked }) => ({ asked, words: 'agreement for visitors' }),
      learns: finds({ clause: /"clause":"(acceptable-use:[^"]+)"/ }),
    }),
    tend('hand-on', 'answer.handed-on.next', is('"policy":"acceptable-use"', '"to":"head"'), { data: ofClause }),
    tend('match', 'answer.became.matched', is('"state":"matched"'), { data: ofClause, by: 'head' }),
  ),
];

const filter: Story = {
  name: 'an alert of the filter',
  acts: [
    {
      verb: 'POST /alerts/filter',
      by: 'nobody',
      data: ({ mark: device }) => ({ device, address: 'https://bad.example', rule: 'Violence' }),
      send: (sender, data) => sender.alert(data),
      says: () => '"reference"',
      // Signed anew it may come twice, and joins the concern of the first.
      kept: ({ mark: text }) => one('alert|', '|000001', text),
    },
  ],
};

export const DAILY: readonly Story[] = [request, slip, filter, ...questions];
