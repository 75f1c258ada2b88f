import { type Act, finds, mark, marked, nothing, one, press, stands, type Story, words } from '../act';

/* Agreements, the pages for people without an account, and whether a new version asks again. */

const office = (verb: string, says: string, data: Act['data'], kept?: Act['kept'], more: Partial<Act> = {}): Act =>
  press('office', `agreement/${verb}`, says, (known) => ({ agreement: known.agreement, ...data(known) }), kept, more);

const volunteer = (verb: string, says: string, data: Act['data'], kept?: Act['kept'], more: Partial<Act> = {}): Act =>
  office(verb, says, data, kept, { by: 'volunteer', ...more });

const about = (person: string) => () => ({ person });
const HASH = { hash: /"hash":"([0-9a-f]{64})"/ };

const round: Story = {
  name: 'an agreement and its round',
  begins: (n) => ({ agreement: `aup-${n}` }),
  acts: [
    office('remind', 'agreement.did.reminded', about('volunteer'), ({ agreement }) =>
      one(`campaign-fact|${agreement}|`, '"kind":"reminded"'),
    ),
    office('remind-all', 'agreement.did.all', nothing, ({ agreement }) =>
      one(`campaign-fact|${agreement}|`, '"kind":"reminded-all"'),
    ),
    volunteer(
      'do-ask',
      'agreement.question-sent.title',
      ({ mark: question }) => ({ question }),
      marked('agreement-question|'),
      { learns: finds({ at: /"at":"([^"]+)"/ }) },
    ),
    office(
      'reply',
      'agreement.ended.written',
      ({ at, mark: answer }) => ({ person: 'volunteer', at, as: 'written', answer }),
      marked('agreement-answer|'),
      { by: 'head' },
    ),
    volunteer(
      'do-ask',
      'agreement.question-sent.title',
      ({ mark: question }) => ({ question }),
      marked('agreement-question|'),
      { learns: finds({ at: /"at":"([^"]+)"/ }) },
    ),
    volunteer(
      'take-back',
      'agreement.mine.title',
      ({ at }) => ({ person: 'volunteer', at }),
      ({ agreement, at }) => one(`agreement-answer|${agreement}|volunteer|${at}`, '"as":"withdrawn"'),
    ),
    volunteer('show', 'agreement.ask.agree', nothing, undefined, { learns: finds(HASH) }),
    volunteer(
      'agree',
      'agreement.receipt.thanks',
      ({ hash, mark: name }) => ({ hash, name }),
      ({ agreement, mark: text }) => one(`agreed|${agreement}|volunteer|`, text),
    ),
    office(
      'do-exempt',
      'agreement.did.exempted',
      ({ mark: reason }) => ({ person: 'helper', reason }),
      marked('campaign-fact|'),
    ),
    office('unexempt', 'agreement.did.asked-after-all', about('helper'), ({ agreement }) =>
      one(`campaign-fact|${agreement}|`, '"kind":"asked-after-all"'),
    ),
    office(
      'do-paper',
      'agreement.did.paper',
      ({ mark: heldBy }) => ({ person: 'helper', signedOn: '2026-11-24', heldBy }),
      ({ agreement, mark: text }) => one(`agreed|${agreement}|helper|`, text),
    ),
    office('paper-back', 'agreement.form.paper-back.save', about('helper'), undefined, {
      learns: finds({ at: /"at":"([^"]+)"/ }),
    }),
    office(
      'do-paper-back',
      'agreement.did.paper-taken-back',
      ({ at, mark: reason }) => ({ person: 'helper', at, reason }),
      ({ agreement, mark: text }) => one(`agreed-back|${agreement}|helper`, text),
    ),
    office('preview', 'agreement.preview.everyone', () => ({ ...ROUND }), undefined, {
      learns: finds({ ...HASH, number: /"number":"?(\d+)/ }),
    }),
    office(
      'do-start',
      'agreement.did.outstanding',
      ({ hash, number }) => ({ ...ROUND, hash, number }),
      ({ agreement }) => one(`campaign-fact|${agreement}|`, '"kind":"started"'),
    ),
  ],
};

const ROUND = { opensOn: '2026-11-24', dueOn: '2026-12-11', whom: 'everyone' };

const register: Story = {
  name: 'the register to print',
  begins: () => ({ agreement: '' }),
  acts: [
    office(
      'register',
      'agreement.register.keep',
      () => ({ on: '2026-11-24' }),
      () => one('register-printed|', '"by":"office"'),
    ),
  ],
};

const visitors: Story = {
  name: 'a visitor who signs at the desk',
  begins: () => ({ agreement: 'aup-visitors' }),
  acts: [
    office(
      'visitor-make',
      'visitor.link.another',
      ({ form, mark: label }) => ({ lasts: 'day', holds: 'day', label, form: form.slice(0, 6) }),
      marked('visitor-link|'),
      {
        learns: finds({
          link: /"link":"([a-z0-9]{6})"/,
          page: /"url":"http:\/\/[^/"]+(\/pages\/agree\/[\w-]+\/[\w-]+\/\w{6}\?[^"]+)"/,
        }),
      },
    ),
    {
      verb: 'GET /pages/agree',
      by: 'nobody',
      data: ({ page }) => ({ page }),
      send: (sender, { page = '' }) => sender.page(page),
      says: () => '',
      learns: finds({ words: /name="words" value="([^"]+)"/, sent: /name="form" value="([^"]+)"/ }),
    },
    {
      verb: 'POST /pages/agree',
      by: 'nobody',
      data: ({ page, words: hash, sent, mark: name }) => ({
        ...{ page, words: hash, form: sent, name, designation: 'visitor', organisation: 'Warm & Dry', read: 'yes' },
      }),
      send: (sender, { page = '', ...fields }) =>
        sender.page(page, { method: 'POST', body: new URLSearchParams(fields) }),
      says: mark,
      kept: ({ mark: text }) => one('agreed|aup-visitors|', `"typedName":"${text}"`),
    },
    office(
      'visitor-ended',
      'visitor.state.ended',
      ({ link }) => ({ link }),
      ({ link }) => stands(`visitor-link|${link}`, '"ended"'),
    ),
  ],
};

const again: Story = {
  name: 'whether a new version asks again',
  begins: (n) => ({ policy: `again-${n}` }),
  acts: [
    {
      verb: 'policy/open',
      by: 'office',
      data: ({ policy }) => ({ policy }),
      says: () => '"version"',
      learns: finds({ version: /"verb":"policy\/again","data":\{[^}]*"version":"([^"]+)"/ }),
    },
    ...['no', 'yes'].map(
      (answer): Act => ({
        verb: 'policy/again',
        by: 'office',
        data: ({ policy, version }) => ({ policy, version, answer, ...(answer === 'yes' ? { after: 'no' } : {}) }),
        says: () => words(`policy.decided.${answer}`),
        isOfferedAgain: true,
        kept: ({ policy }) => one(`agree-again|${policy}|`, `"answer":"${answer}"`),
      }),
    ),
  ],
};

export const AGREEMENT: readonly Story[] = [round, register, visitors, again];
