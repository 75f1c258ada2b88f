import { type Act, finds, gone, marked, nothing, one, press, stands, type Story } from '../act';
import { printOf } from '../../../handlers/duty/sentences';
import { committee, CONFIRMED, ROOM } from '../school';

/* What is due: reviews, duties, training, the first weeks of somebody new, reports, calendars, records that have reached their end. */

const review: Story = {
  name: 'a review of a policy',
  begins: (n) => ({ policy: `policy-${n}`, due: '2026-12-01' }),
  acts: [
    press(
      'ict',
      'review/do-view',
      'review.viewKept.change',
      ({ policy, due, mark: text }) => ({ policy, due, slot: 'ictLead', view: 'change', text }),
      marked('review-view|'),
    ),
    press(
      'dpo',
      'review/no-change',
      'review.viewKept.none',
      ({ policy, due }) => ({ policy, due, slot: 'dataProtectionOfficer' }),
      ({ policy }) => one(`review-view|${policy}|`, '"by":"dpo"'),
    ),
    press(
      'head',
      'review/not-me',
      'review.not-me.title',
      ({ policy, due }) => ({ policy, due }),
      ({ policy }) => one(`not-me|${policy}|`, '|head'),
    ),
    press(
      'head',
      'review/now',
      'review.settled.soon',
      ({ policy, due }) => ({ policy, due, cause: 'guidance.kcsie-2025' }),
      ({ policy }) => one(`review-call|${policy}|guidance`, '"by":"head"'),
    ),
    press(
      'head',
      'review/not-needed',
      'review.settled.kept',
      ({ policy, due, mark: reason }) => ({ policy, due, cause: 'amended.2026-09-01', reason }),
      marked('review|'),
    ),
    press(
      'office',
      'review/ratified',
      'review.outcome.done',
      ({ policy, due, mark: minute }) => ({
        policy,
        due,
        on: '2026-11-20',
        minute,
        signed: 'no',
        nextOn: '2027-11-20',
      }),
      marked('review|'),
    ),
    press(
      'office',
      'review/signed',
      'review.outcome.done',
      ({ policy }) => ({ policy, due: '2027-11-20', on: '2026-11-23' }),
      ({ policy }) => one(`review|${policy}|`, '"event":"signed"'),
    ),
    press(
      'office',
      'review/moved',
      'review.outcome.done',
      ({ policy, mark: reason }) => ({ policy, due: '2027-11-20', reason, nextOn: '2027-12-20' }),
      marked('review|'),
    ),
  ],
};

const duty: Story = {
  name: 'a duty that comes round',
  begins: (n) => ({ duty: `duty-${n}`, confirm: `confirm-${n}` }),
  acts: [
    press(
      'ict',
      'duty/do-done',
      'duty.outcome.done',
      ({ duty: id, mark: note }) => ({ duty: id, due: '2026-11-16', on: '2026-11-16', note }),
      marked('duty|'),
    ),
    press(
      'ict',
      'duty/do-skip',
      'duty.outcome.done',
      ({ duty: id, mark: reason }) => ({ duty: id, due: '2026-11-23', reason }),
      marked('duty|'),
    ),
    press(
      'ict',
      'duty/done-today',
      'duty.outcome.done',
      ({ duty: id }) => ({ duty: id, due: '2026-11-30' }),
      ({ duty: id }) => one(`duty|${id}|2026-11-30`),
    ),
    press(
      'chair',
      'duty/confirm',
      'duty.confirmed.done',
      ({ confirm }) => ({ duty: confirm, year: '2026', print: printOf(CONFIRMED) }),
      ({ confirm }) => one(`confirmed|${confirm}|`, '"person":"chair"'),
    ),
  ],
};

const training: Story = {
  name: 'training that is recorded and put right',
  // What was done on one day is recorded once.
  begins: (n) => ({ on: `2026-10-${String(n + 1).padStart(2, '0')}` }),
  acts: [
    press(
      'office',
      'training/do-record',
      'training.recorded.done',
      ({ on, mark: certificate }) => ({
        training: 'safeguarding',
        people: 'ict',
        on,
        certificate,
        provider: 'The council',
      }),
      marked('training|ict|'),
    ),
    press('office', 'training/person', 'training.usual.safeguarding', () => ({ person: 'ict' }), undefined, {
      learns: finds({ at: /"training":"safeguarding"[^}]*"at":"([^"]+)"/ }),
    }),
    press(
      'office',
      'training/do-correct',
      'training.corrected.done',
      ({ at, on, mark: why }) => ({
        training: 'safeguarding',
        person: 'ict',
        at,
        amend: 'changed',
        on,
        certificate: '',
        provider: 'A college',
        why,
      }),
      marked('training|ict|'),
    ),
    press(
      'office',
      'training/do-record',
      'training.recorded.done',
      ({ on, mark: provider }) => ({
        training: 'prevent',
        people: '-everybody-',
        on,
        certificate: '',
        provider,
      }),
      marked('training|teacher|'),
    ),
  ],
};

const induction: Story = {
  name: 'the first weeks of somebody new',
  begins: (n) => ({ person: `new-${n}` }),
  acts: [
    press(
      '',
      'induction/know',
      'induction.thanks',
      nothing,
      ({ person }) => one(`induction|${person}|`, '"item":"reporting"'),
      {
        by: ({ person }) => person,
      },
    ),
    press(
      '',
      'induction/read',
      'induction.thanks',
      () => ({ policy: 'acceptable-use' }),
      ({ person }) => one(`induction|${person}|`, '"item":"policy.acceptable-use"'),
      {
        by: ({ person }) => person,
      },
    ),
  ],
};

const report: Story = {
  name: 'a report that is looked over',
  begins: (n) => ({ report: `2026-10-${String(n + 1).padStart(2, '0')}` }),
  acts: [
    press(
      'head',
      'report/do-remark',
      'report.looked.remark',
      ({ report: id, mark: remark }) => ({ report: id, remark }),
      ({ report: id, mark: text }) => one(`report|${id}`, text),
    ),
    press(
      'governor',
      'report/fine',
      'report.looked.fine',
      ({ report: id }) => ({ report: id }),
      ({ report: id }) => one(`report|${id}`, '"as":"fine"'),
    ),
    press(
      'head',
      'report/send',
      'report.goesNow',
      ({ report: id }) => ({ report: id }),
      ({ report: id }) => stands(`report|${id}`, '"releasedBy":"head"'),
    ),
  ],
};

const asked: Story = {
  name: 'a report that somebody asks for',
  times: 1,
  isNeverLeft: true,
  acts: [press('head', 'report/do-ask', 'report.asked.now', nothing, () => one('report|', '"askedBy":"head"'))],
};

/** Two people and one kind of record: the first proposes to remove what has reached its end. */
const ended = (name: string, times: number, kinds: readonly string[], ...ends: Act[]): Story => ({
  name: `records that have reached their end, and ${name}`,
  times,
  isNeverLeft: true,
  begins: (n) => ({ kind: kinds[n % kinds.length] }),
  acts: [
    press('dpo', 'retention/kind', 'retention.records.propose', ({ kind }) => ({ kind }), undefined, {
      learns: finds({ count: /"count":"?(\d+)/ }),
    }),
    press(
      'dpo',
      'retention/propose',
      'retention.told.proposed',
      ({ kind, count }) => ({ kind, count }),
      ({ kind }) => one('removal|fact|', `"record":"${kind}"`, '"kind":"proposed"'),
    ),
    press('head', 'retention/list', 'retention.look', nothing, undefined, {
      learns: (reply, { kind = '' }) => ({
        proposal: new RegExp(`"proposal":"(${kind}[.][0-9]{13})"`).exec(reply)?.[1],
      }),
    }),
    ...ends,
  ],
});

const retention: readonly Story[] = [
  ended(
    'stay',
    ROOM,
    ['question'],
    press(
      'head',
      'retention/decline',
      'retention.told.declined',
      ({ proposal }) => ({ proposal }),
      ({ kind }) => one('removal|fact|', `"record":"${kind}"`, '"kind":"declined"'),
    ),
  ),
  ended(
    'go',
    2,
    ['training', 'agreement'],
    press(
      'head',
      'retention/approve',
      'retention.told.approved',
      ({ proposal }) => ({ proposal }),
      ({ kind }) => [
        one('removal|fact|', `"record":"${kind}"`, '"kind":"approved"'),
        one('removal|fact|', `"record":"${kind}"`, '"kind":"finished"'),
        gone(kind === 'training' ? 'training|gone|' : 'agreed|aup-0|gone|'),
      ],
    ),
  ),
];

const calendar: Story = {
  name: 'a new address for a calendar',
  begins: (n) => ({ office: committee(n) }),
  acts: [
    press(
      'dpo',
      'calendar/renew',
      'calendar.renewed',
      ({ office }) => ({ office }),
      ({ office }) => stands(`calendar|${office}`, '"generation":2'),
    ),
  ],
};

export const DUE: readonly Story[] = [review, duty, training, induction, report, asked, calendar, ...retention];
