import {
  type Act,
  finds,
  type Known,
  knows,
  mark,
  marked,
  nothing,
  one,
  press,
  SEEN_NEXT,
  stands,
  type Story,
  type Trace,
  words,
} from '../act';

/* Concerns: the form of a reporter, what a lead does on a case, and what the reporter does afterwards. */

const DRAFT = { draft: /"draft":"([^"]+)"/ };
const REF = /\b(OL-\d\d-\d{4,})\b/;

/** What one field of a concern says in the end. */
const field =
  (...holds: string[]) =>
  ({ ref }: Known): Trace =>
    stands(`concern|${ref}`, ...holds);
/** The same as it was sent: a lead may have put it right since. */
const sentAs =
  (...holds: string[]) =>
  ({ ref }: Known): Trace =>
    stands(`chronology|${ref}|`, '"kind":"raised"', ...holds);
/** What was typed into a form, in the concern that it became, and in no other. */
const typed = ({ ref, mark: text }: Known): readonly Trace[] => [stands(`concern|${ref}`, text), one('concern|', text)];
/** One fact of a chronology, with the words of this act. */
const fact =
  (kind: string, ...holds: string[]) =>
  ({ ref, mark: text }: Known): Trace =>
    one(`chronology|${ref}|`, `"kind":"${kind}"`, text, ...holds);
/** The same where nothing is typed. */
const bare =
  (kind: string, by: string) =>
  ({ ref }: Known): Trace =>
    one(`chronology|${ref}|`, `"kind":"${kind}"`, `"by":"${by}"`);

/** Presses on the form of one person who reports. */
const formOf =
  (by: string) =>
  (verb: string, says: string, data: Act['data'], kept?: Act['kept'], more: Partial<Act> = {}): Act =>
    press(by, `concern/${verb}`, says, (known) => ({ draft: known.draft, ...data(known) }), kept, more);

/** From an empty form: what lies about of an earlier one is thrown away first. */
const begins = (by: string, kept: Act['kept'] = ({ draft, ref }) => stands(`sent|${by}|${draft}`, ref)): Act[] => [
  {
    verb: 'concern/start',
    by,
    data: nothing,
    says: () => '"draft"',
    isOfferedAgain: true,
    learns: finds(DRAFT),
  },
  // The store may have had a press of a process that was killed, and keep it only now.
  formOf(by)('discard', 'concern.discarded.text', nothing, SEEN_NEXT, { orSays: words('concern.already.text') }),
  {
    verb: 'concern/start',
    by,
    data: nothing,
    says: () => words('concern.danger.title'),
    isOfferedAgain: true,
    kept,
    learns: finds(DRAFT),
  },
];

const kind = (by: string, about: string, area: string, next: string) =>
  formOf(by)('kind', next, () => ({ about, area }), field(`"about":"${about}"`));

/** There it is, and their others are those that they sent, with those that were left and kept all the same. */
const raisedBy = (by: string, known: Known) => [
  ...(knows(known, 'ref') ? [one(`concern|${known.ref}`)] : []),
  one('concern|', `"raisedBy":"${by}"`),
];

const sends = (by: string): Act => ({
  ...formOf(by)('send', 'concern.receipt.title', nothing, fact('raised')),
  kept: (known) => raisedBy(by, known),
  learns: finds({ ref: REF }),
});

/** A short form about a pupil, as most are. */
const raises = (by: string): Act[] => [
  ...begins(by),
  formOf(by)('danger-no', 'concern.about.title', nothing, field('"danger":false')),
  kind(by, 'pupil', 'conduct', 'concern.category.title'),
  formOf(by)('category', 'category.cyberbullying', () => ({ category: 'cyberbullying' }), sentAs('"cyberbullying"')),
  formOf(by)('look', 'concern.look.title', ({ mark: story }) => ({ story, inPerson: 'nobody' }), typed),
  sends(by),
];

/** A press on a case that is no form. */
const on = (verb: string, says: string, kept: Act['kept'], more: Partial<Act> = {}): Act => ({
  verb: `concern/${verb}`,
  by: 'lead',
  data: ({ ref }) => ({ ref, on: 'content' }),
  says: ({ ref }) => (says === '' ? ref : words(says)),
  isOfferedAgain: true,
  ...(kept ? { kept } : {}),
  ...more,
});

const views = bare('viewed', 'lead');

/** The form of a step, sent. */
const step = (verb: string, kind: string, data: Act['data'], more: Partial<Act> = {}): Act => ({
  verb: `concern/do-${verb}`,
  by: 'lead',
  data: (known) => ({ ref: known.ref, form: known.form, ...data(known) }),
  says: mark,
  kept: fact(kind),
  // The case is shown, and that is written down.
  again: views,
  ...more,
});

/** The same, which stands in the work of the case as well. */
const worked = (verb: string, kind: string, data: Act['data']): Act =>
  step(verb, kind, data, {
    kept: (known) => [fact(kind)(known), one(`case|${known.ref}`, known.mark)],
  });

const reread = (by: string) => bare('reread', by);

const [teacher, cook, caretaker] = [formOf('teacher'), formOf('cook'), formOf('caretaker')];

const raise: Story = {
  name: 'a report with everything in it',
  isSteady: true,
  acts: [
    ...begins('teacher', SEEN_NEXT),
    teacher('fresh', 'concern.danger.title', nothing, ({ draft, ref }) => stands(`sent|teacher|${draft}`, ref), {
      learns: finds(DRAFT),
    }),
    teacher('danger-no', 'concern.about.title', nothing, field('"danger":false')),
    kind('teacher', 'pupil', 'conduct', 'concern.category.title'),
    teacher('category', 'category.cyberbullying', () => ({ category: 'cyberbullying' }), sentAs('"cyberbullying"')),
    {
      verb: 'a message that is passed on',
      by: 'teacher',
      data: ({ mark: text }) => ({ text }),
      send: (sender, { text = '' }, id) => sender.share('teacher', text, id),
      says: () => 'task',
      kept: typed,
    },
    teacher('leave-out', 'category.cyberbullying', nothing, ({ ref }) => stands(`concern|${ref}`, '"carried"')),
    teacher('leave-out', 'category.cyberbullying', nothing, ({ ref }) => stands(`concern|${ref}`, '"carried"')),
    teacher('about', 'concern.about.title', ({ mark: opinion }) => ({ opinion }), typed),
    kind('teacher', 'pupil', 'conduct', 'concern.category.title'),
    teacher('advice', 'category.cyberbullying', ({ mark: device }) => ({ device }), typed),
    teacher('keep', 'concern.kept.title', ({ mark: done }) => ({ done }), typed),
    teacher('look', 'concern.look.title', ({ mark: story }) => ({ story, inPerson: 'nobody' }), typed),
    teacher('conflicts', 'concern.look.title', () => ({ conflicts: 'second-lead' }), field('"second-lead"')),
    teacher('do-other-part', 'concern.look.title', ({ mark: story }) => ({ kind: 'data', story }), SEEN_NEXT),
    teacher('drop-part', 'concern.look.title', nothing, field('"parts":[]')),
    sends('teacher'),
  ],
};

const parts: Story = {
  name: 'a report of two parts about an adult',
  acts: [
    ...begins('cook'),
    cook('danger-no', 'concern.about.title', nothing, field('"danger":false')),
    kind('cook', 'adult', 'adults', 'concern.category.title'),
    cook('category', 'concern.who.title', () => ({ category: 'low-level-concern' }), sentAs('"low-level-concern"')),
    cook('subject', 'category.low-level-concern', () => ({ subject0: 'dpo' }), field('"subject":"dpo"')),
    cook('look', 'concern.look.title', ({ mark: story }) => ({ story, inPerson: 'nobody' }), typed),
    cook(
      'do-other-part',
      'concern.look.title',
      ({ mark: story }) => ({ kind: 'child', story }),
      ({ other, mark: text }) => [stands(`concern|${other}`, text), one('concern|', text)],
    ),
    {
      ...sends('cook'),
      kept: ({ ref, other }) => [one(`concern|${ref}`), one(`concern|${other}`)],
      learns: (reply) => {
        const [ref, other] = new Set(reply.match(new RegExp(REF, 'g')));
        return { ref, other };
      },
    },
  ],
};

const alarm: Story = {
  name: 'a child in danger',
  acts: [
    ...begins('caretaker'),
    caretaker('danger-yes', 'concern.danger-who.title', nothing, field('"danger":true')),
    caretaker(
      'danger-about',
      'concern.danger-told.title',
      () => ({ who: 'child' }),
      (known) => raisedBy('caretaker', known),
      {
        learns: finds({ ref: REF }),
      },
    ),
    caretaker('details', 'concern.receipt.title', ({ ref, mark: story }) => ({ ref, story }), fact('details')),
  ],
};

const work: Story = {
  name: 'a case from its first look to its end and on',
  isSteady: true,
  acts: [
    ...raises('assistant'),
    on('open', '', views),
    on('take', '', bare('taken', 'lead')),
    on('read', '', views),
    on('history', '', views),
    on('alerts', '', views),
    on('sanctions', '', views),
    on('record', '', bare('copied', 'lead')),
    step('note', 'note', ({ mark: note }) => ({ note })),
    step('risk', 'risk', ({ mark: why }) => ({ risk: 'high', why })),
    worked('task', 'task', ({ mark: what }) => ({ what, owner: 'lead', dueOn: '2026-12-01' })),
    worked('task-done', 'task-ended', ({ mark: why }) => ({ task: '1', as: 'done', why })),
    worked('decide', 'decided', ({ mark: why }) => ({ decision: 'watch', why })),
    worked('refer', 'referred', ({ mark: to }) => ({ agency: 'police', on: '2026-11-20', to, consent: 'given' })),
    worked('parents', 'parents', ({ mark: how }) => ({ told: 'yes', how })),
    worked('device', 'custody', ({ mark: to }) => ({
      what: 'A telephone',
      custody: 'stored',
      to,
      on: '2026-11-20',
    })),
    worked('contain', 'contained', ({ mark: what }) => ({ what })),
    worked('clock', 'clock-set', ({ mark: name }) => ({ name, rule: 'A rule.', runs: 'school', days: '2' })),
    step('clock-met', 'clock-met', ({ mark: how }) => ({ clock: 'own-1', how })),
    step('share', 'shared', ({ mark: why }) => ({ person0: 'ict', until: '2026-12-04', why })),
    step('unshare', 'unshared', () => ({ person: 'ict' }), {
      says: ({ ref }) => ref,
      kept: bare('unshared', 'lead'),
    }),
    step('hold', 'held', ({ mark: why }) => ({ why })),
    step('release', 'released', ({ mark: why }) => ({ why })),
    step('close', 'closed', ({ mark: where }) => ({ outcome: 'parents', recorded: 'copied', where })),
    on('reopen', '', bare('reopened', 'lead')),
  ],
};

const hands: Story = {
  name: 'a case that changes hands',
  acts: [
    ...raises('groundsman'),
    step('assign', 'assigned', () => ({ holder: 'second-lead' }), {
      says: ({ ref }) => ref,
      kept: ({ ref }) => one(`chronology|${ref}|`, '"kind":"assigned"', '"person":"second-lead"'),
    }),
    {
      verb: 'concern/do-hand-over',
      by: 'second-lead',
      data: () => ({ holder: 'lead' }),
      says: ({ ref }) => ref,
      kept: ({ ref }) => one(`chronology|${ref}|`, '"kind":"assigned"', '"person":"lead"'),
    },
  ],
};

const investigation: Story = {
  name: 'an investigation',
  acts: [
    ...raises('librarian'),
    on('take', '', bare('taken', 'lead')),
    worked('investigate', 'investigation-shared', ({ mark: computer }) => ({ people: 'lead,head', computer })),
    on('investigation', '', views),
    worked('log-look', 'looked', ({ mark: saw }) => ({
      ...{
        present: 'lead,head',
        on: '2026-11-24',
        when: '10.20',
        computer: 'Office 3',
        address: 'www.example.org',
        saw,
      },
    })),
    step('tick', 'step-done', () => ({ care: 'access' }), {
      says: ({ ref }) => ref,
      kept: bare('step-done', 'lead'),
    }),
    worked('conclude', 'investigated', ({ mark: why }) => ({ judges: 'lead,head', substance: 'no', why })),
    worked('investigate', 'investigation', ({ mark: computer }) => ({ people: 'lead,head', computer })),
    on('stop', '', bare('stopped', 'lead')),
  ],
};

const ways: Story = {
  name: 'a case that goes to others',
  acts: [
    ...raises('secretary'),
    // What comes now is about another one.
    on('card', '', undefined, { learns: (_reply, { ref }) => ({ other: ref, ref: undefined }) }),
    ...raises('secretary'),
    step('link', 'linked', ({ other }) => ({ other, as: 'family' }), {
      says: ({ other }) => other,
      kept: ({ ref, other }) => one(`chronology|${ref}|`, '"kind":"linked"', `"other":"${other}"`),
    }),
    {
      ...on('unlink', 'concern.links.title', ({ ref, other }) =>
        one(`chronology|${other}|`, '"kind":"unlinked"', `"other":"${ref}"`),
      ),
      data: ({ ref, other }) => ({ ref, other }),
    },
    step('part', 'part', ({ mark: story }) => ({ kind: 'data', story }), {
      says: ({ ref }) => ref,
      kept: marked('concern|'),
    }),
    step('redirect', 'redirected', ({ mark: why }) => ({ about: 'pupil', category: 'grooming', why })),
    step('aside', 'left-out', ({ mark: why }) => ({ who: 'second-lead', why })),
  ],
};

const reporter: Story = {
  name: 'what a reporter says afterwards',
  acts: [
    ...raises('bursar'),
    worked('ask', 'asked', ({ mark: question }) => ({ question })),
    {
      verb: 'concern/do-answer',
      by: 'bursar',
      data: ({ ref, mark: answer }) => ({ ref, n: '1', answer }),
      says: () => words('concern.news.answered'),
      kept: (known) => [fact('answered')(known), one(`case|${known.ref}`, known.mark)],
    },
    {
      verb: 'concern/do-add',
      by: 'bursar',
      data: ({ ref, mark: note }) => ({ ref, note }),
      says: () => words('concern.news.added'),
      kept: fact('addendum'),
    },
    { ...on('my-report', '', reread('bursar')), by: 'bursar' },
    { ...on('my-words', '', reread('bursar')), by: 'bursar' },
    {
      verb: 'concern/do-withdraw',
      by: 'bursar',
      data: ({ ref, mark: why }) => ({ ref, why }),
      says: () => words('concern.news.withdrawn'),
      kept: fact('withdrawn'),
    },
  ],
};

export const CONCERN: readonly Story[] = [raise, parts, alarm, work, hands, investigation, ways, reporter];
