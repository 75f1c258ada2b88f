import { readCardFile, templateNames } from '../../cards/files';
import { refOf } from '../../handlers/clauses';
import type { Library } from '../../library';
import { type Conversation, fillIn, raise } from '../stories/raise';
import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { houseFiles, textOf } from './house-files';
import { ASKED, CONCERNS, GRANTERS, PROPOSER, SIGNER, WISHER, WRITER } from './verbs-matrix';

/** Words that must reach nobody but those who may read them. */
export const CANARIES = {
  story: 'The canary sang in the story of a child.',
  note: 'The canary sang in a note of the lead.',
  question: 'Does the canary sing in a question that was passed on?',
  draft: 'The canary sang in a form that was not sent.',
  name: 'Canary Signed Here',
  wish: 'The canary sang in a reason why a website is needed.',
} as const;

/** Whose words these are: a question belongs to whoever it was passed on to, a request to those who ask and decide. */
const MAY_HEAR: Readonly<Record<string, readonly string[]>> = { question: [ASKED], wish: [WISHER, ...GRANTERS] };

/** The canaries that are heard in a text by somebody who must not hear them. */
export function sings(text: string, person = ''): string[] {
  return Object.entries(CANARIES)
    .filter(([name, words]) => text.includes(words) && !MAY_HEAR[name]?.includes(person))
    .map(([name]) => name);
}

/** A duty of each kind, for verbs that need one. */
const DUTIES = {
  duties: [
    { id: 'filter-report', title: 'Filter report', office: 'ictLead', every: '1 week', from: '2026-11-23' },
    { use: 'governors-confirm' },
  ],
};

const MASTER_KEY = Buffer.alloc(32, 7);
export const PAGES_AT = 'https://lantern.example.org';

/** A class of the teacher's, with a form of which some are back. */
const SLIPS = {
  classes: { list: [{ id: '4B', schoolYear: '2026/27', teachers: ['teacher'], pupils: ['ZQ', 'ZR', 'ZS', 'ZT'] }] },
  forms: { list: [{ id: 'photos', kind: 'photo', due: '25 September' }] },
};

/** The class teacher is new, and views of the policy that is pressed on are asked for. */
export const SCHOOL = {
  ...DUTIES,
  ...SLIPS,
  people: sampleSchool.people.map((person) =>
    person.id === 'teacher' ? { ...person, startsOn: '2026-11-16' } : person,
  ),
  policies: sampleSchool.policies.map((policy) =>
    policy.id === 'phones-and-cameras'
      ? { ...policy, coReviewers: ['ictLead', { title: 'Pupil representatives' }] }
      : policy,
  ),
};

/** What the forms of a concern ask for, and no others. */
const OF_CONCERNS = {
  outcome: 'parents',
  recorded: 'copied',
  where: 'online',
  who: 'child',
  about: 'pupil',
  category: 'cyberbullying',
  subject0: 'assistant',
  conflicts: 'head',
  story: 'Another story.',
  area: 'conduct',
  inPerson: 'nobody',
  risk: 'low',
  what: 'Ring the nurse.',
  owner: 'lead',
  task: '1',
  decision: 'watch',
  told: 'yes',
  how: 'By telephone.',
  agency: 'police',
  to: 'The desk',
  theirRef: '7',
  computer: 'Office 3',
  present: 'lead,second-lead',
  saw: 'A page.',
  when: '15.40',
  judges: 'lead,second-lead',
  substance: 'no',
  custody: 'stored',
  ground: '',
  agreed: '',
  section: 'Section 6',
  kind: 'data',
  consent: 'given',
  n: '1',
  holder: 'second-lead',
  person0: 'ict',
  rule: 'A rule.',
  runs: 'school',
  days: '2',
  time: '15:00',
  clock: 'LADO-one-working-day',
};

/** What forms of everything else ask for. */
const OF_THE_REST = {
  policy: 'phones-and-cameras',
  lasts: 'day',
  holds: 'day',
  label: 'Front desk',
  due: '2026-09-12',
  slot: 'ictLead',
  cause: 'guidance.kcsie-2025',
  office: 'onlineSafetyGovernor',
  view: 'change',
  text: 'Say where the cameras are kept.',
  nextOn: '2027-11-20',
  minute: '7',
  reason: 'The committee meets later.',
  duty: 'filter-report',
  number: '3',
  link: 'https://school.example/record',
  remark: 'The numbers of the filter are missing.',
  permission: 'device',
  form: '0123456789abcdef0123456789abcdef',
  called: 'A tool',
  gadget: 'A telephone',
  verdict: 'yes',
  conditions: '',
  stands: '2026-12-04',
  training: 'safeguarding',
  certificate: 'C 7',
  provider: 'The council',
  amend: 'never',
  heldBy: 'School office',
  signedOn: '2026-11-20',
  opensOn: '2026-11-24',
  whom: 'rest',
  class: '4B',
  slip: 'photos',
  year: '2026',
  pupil: 'ZQ',
};

/** What a program could fill in without knowing anything: it would do for some verb, were it pressed by the right person. */
export const CLAIMED: Readonly<Record<string, string>> = {
  ...OF_CONCERNS,
  ...OF_THE_REST,
  answer: 'no',
  question: 'Is it allowed?',
  from: '0',
  note: 'A note.',
  why: 'A reason.',
  dueOn: '2026-12-01',
  as: 'done',
  sought: 'canary',
  people: 'lead,second-lead,head',
  address: 'app',
  care: 'isolated',
  person: 'ict',
  until: '2026-12-04',
};

/** The same for what was never given out. */
export const MADE_UP = {
  ref: 'OL-26-9999',
  draft: 'made-up',
  agreement: 'aup-nobody',
  policy: 'no-policy',
  request: 'RQ-26-9999',
  duty: 'no-duty',
  training: 'no-training',
  class: 'no-class',
  person: 'nobody',
  asked: '0'.repeat(32),
  link: 'zzzzzz',
  report: '2020-01-01',
  proposal: 'request.1000000000000',
};

/** For each of `CONCERNS`, everything that a program could know and send, all of it true. */
export type Truths = readonly Readonly<Record<string, string>>[];

export interface Furnished {
  readonly world: World;
  readonly truths: Truths;
}

export async function furnish(library: Library): Promise<Furnished> {
  const world = await openWorld({ library, masterKey: MASTER_KEY, pagesAt: PAGES_AT, school: SCHOOL });
  return { world, truths: await bringToMidday(world, library) };
}

/** A school in the middle of its day: three concerns, a form begun, an agreement signed, a question passed on. */
export async function bringToMidday(world: Conversation & Pick<World, 'records'>, library: Library): Promise<Truths> {
  const refs: string[] = [];
  for (const { about, by, ...rest } of CONCERNS) {
    const { ref } = await raise(world, { about, by, ...rest, ...kindOf(about), story: { story: CANARIES.story } });
    refs.push(ref);
  }
  await world.press('lead', 'concern/do-note', { ref: refs[0], note: CANARIES.note });
  await fillIn(world, { by: WRITER, story: { story: CANARIES.draft } });
  const draft = await textAt(world, `draft|${WRITER}`, 'id');

  const asked = await world.say(SIGNER, 'my agreements');
  const show = asked.all.flatMap(({ buttons }) => buttons).find(({ verb }) => verb === 'agreement/show');
  const ask = await world.press(SIGNER, 'agreement/show', show?.data ?? {});
  await world.press(SIGNER, 'agreement/do-ask', { ...show?.data, question: 'What is a device?' });
  const agree = ask.all.flatMap(({ buttons }) => buttons).find(({ verb }) => verb === 'agreement/agree');
  await world.press(SIGNER, 'agreement/agree', { ...agree?.data, name: CANARIES.name });
  await world.press('teacher', 'answer/pass-on', { policy: '', question: CANARIES.question });
  const wish = { permission: 'unblock', form: 'f'.repeat(32), address: 'www.example.org', group: 'Year 4' };
  await world.press(WISHER, 'request/send', { ...wish, reason: CANARIES.wish, until: '2026-12-04' });
  await world.press('office', 'agreement/visitor-make', { agreement: 'aup-visitors', ...CLAIMED });
  const [link] = (await world.records.listPrefix('visitor-link|')).rows;
  const back = { class: '4B', slip: 'photos', year: '2026', yes: 'ZQ', no: 'ZR' };
  await world.press('teacher', 'slip/do-tick', back);
  await makeReport(world);
  await makeProposal(world);
  await world.settle();
  const [question] = (await world.records.listPrefix('question|')).rows;
  const { rows } = await world.records.listPrefix(`agreed|aup-visitors|${SIGNER}|`);
  const at = rows[0]?.key.split('|').at(-1) ?? '';
  const [asking] = (await world.records.listPrefix(`agreement-question|aup-visitors|${SIGNER}|`)).rows;

  const truth = {
    ...{ asked: question?.key.split('|').at(-1) ?? '', clause: clauseOf(library), words: 'phones on a trip' },
    ...{ first: clauseOf(library), questionAt: asking?.key.split('|').at(-1) ?? '' },
    ...{ draft, agreement: 'aup-visitors', hash: String(agree?.data.hash), at, page: '1', name: 'Somebody Else' },
    ...CLAIMED,
    request: 'RQ-26-0001',
    link: link?.key.split('|').at(-1) ?? '',
    other: refs[0] ?? '',
    report: REPORT_ID,
    proposal: PROPOSAL_ID,
  };
  return refs.map((ref, index) => ({ ...truth, ref, opener: CONCERNS[index]?.openers[0] ?? '' }));
}

const REPORT_ID = '2026-12-18';

/** A governors' report that waits to be looked over, before its time. */
async function makeReport({ records }: Pick<World, 'records'>): Promise<void> {
  const content = { from: '2026-09-02', to: '2026-11-23', fewerThan: 5, sections: [] };
  const report = {
    id: REPORT_ID,
    madeAt: '2026-11-24T10:00:00.000Z',
    openAt: '2026-12-01T10:00:00.000Z',
    goesAt: '2026-12-08T10:00:00.000Z',
    content,
  };
  await records.commit([
    { op: 'insert', key: `report|${REPORT_ID}`, value: report },
    { op: 'insert', key: 'report-last', value: { made: REPORT_ID, to: content.to } },
  ]);
}

const PROPOSAL_ID = 'request.1795600000000';

/** A request that somebody proposed to remove. */
async function makeProposal({ records }: Pick<World, 'records'>): Promise<void> {
  const proposal = {
    ...{ id: PROPOSAL_ID, kind: 'request', rule: '3 years', by: PROPOSER, at: '2026-11-24T10:00:00.000Z' },
    ids: ['RQ-26-0001'],
  };
  await records.commit([{ op: 'insert', key: `retention-proposal|${PROPOSAL_ID}`, value: proposal }]);
}

/** The same school once more, as it was furnished, for presses that change it: its rows are copied, nothing is raised again. */
export async function openCopies({ world, truths }: Furnished, library: Library) {
  const page = await world.store.query(world.school.id, { from: '', to: '~', limit: 1000 });
  // Turns are numbered anew in each world, and one that was taken before is only answered again.
  const rows = page.rows.filter(({ key }) => !key.startsWith('turn|'));
  const options = { library, masterKey: MASTER_KEY, pagesAt: PAGES_AT, rows };
  /** @param school what its file says otherwise by now. */
  return async (school: Record<string, unknown> = {}): Promise<Furnished> => ({
    world: await openWorld({ ...options, school: { ...SCHOOL, ...school } }),
    truths,
  });
}

/** A clause of a policy that somebody owns, as a button carries it. */
function clauseOf(library: Library): string {
  const held = library.policy('phones-and-cameras');
  const clause = held?.document.clauses[3];
  return held && clause ? refOf({ held, clause }) : '';
}

/** `on` is a day in one form and a place in another; `as` is how a task ended, or why two cases belong together. */
export function claimFor(verb: string, truth: Readonly<Record<string, string>> = {}): Record<string, unknown> {
  const hasDay =
    verb.startsWith('review/') ||
    verb.startsWith('duty/') ||
    verb.startsWith('training/') ||
    ['concern/do-refer', 'concern/do-log-look', 'concern/do-device'].includes(verb);
  const link = verb === 'concern/do-link' ? { as: 'family' } : {};
  // Whoever has it can step aside; in another form `who` is a child or an adult.
  const who = verb === 'concern/do-aside' ? { who: truth.opener } : {};
  const ofDuty = verb.startsWith('duty/') ? { due: '2026-11-30', link: OF_THE_REST.link } : {};
  const toNarrow = ['concern/list', 'concern/narrow'].includes(verb) ? { owner: 'nobody' } : {};
  const confirmed = verb.startsWith('duty/confirm') ? { duty: 'governors-confirm' } : {};
  // What is noted of a form, and put right.
  const noted = { yes: 'ZS', shown: 'ZS,ZT', answer: 'no', why: 'parent', no: '', stood: '2026-12-31' };
  const slip = verb.startsWith('slip/') ? noted : {};
  const ofQuestion = ['agreement/reply', 'agreement/take-back'].includes(verb) ? { at: truth.questionAt } : {};
  // Whose question it is, and who is missing.
  const signer = verb.startsWith('agreement/') ? { person: SIGNER, as: 'written' } : {};
  const toRemove = verb.startsWith('retention/') ? { kind: 'request', count: '0' } : {};
  // A button of Slack carries 2,000 characters: what stands on no form of its kind is left out.
  const foreign = Object.keys(verb.startsWith('concern/') ? OF_THE_REST : OF_CONCERNS);
  const fitting = Object.fromEntries(Object.entries(truth).filter(([name]) => !foreign.includes(name)));
  const own = { ...link, ...who, ...toNarrow, ...ofDuty, ...confirmed, ...slip, ...signer, ...ofQuestion, ...toRemove };
  return { ...fitting, ...own, ...(hasDay ? { on: '2026-11-20' } : {}) };
}

/** The key of every row that is written, changed or deleted from now on, in every partition. */
export function journalOf({ store }: Pick<World, 'store'>): string[] {
  const keys: string[] = [];
  for (const name of ['insert', 'update', 'delete'] as const) {
    const write = store[name].bind(store) as (...args: unknown[]) => Promise<never>;
    store[name] = async (...args: unknown[]) => {
      const done = await write(...args);
      keys.push(String(args[1]));
      return done;
    };
  }
  const commit = store.commit.bind(store);
  store.commit = async (partition, ops, beside) => {
    await commit(partition, ops, beside);
    const { first = [], last = [] } = beside ?? {};
    keys.push(...[...first, ...ops, ...last].map(({ key }) => key));
  };
  return keys;
}

/** The name of everything that a card can send: what its buttons carry, and what people fill in. */
export function fieldsOnCards(): string[] {
  const onCards = templateNames().flatMap((name) => fieldsIn(readCardFile(`${name}.json`)));
  return [...new Set([...onCards.filter((name) => !name.includes('$')), ...fieldsInCode()])].sort();
}

/** Questions that a handler puts on a form by its fields. */
function fieldsInCode(): string[] {
  const code = houseFiles()
    .filter((path) => path.startsWith('handlers/'))
    .map(textOf)
    .join('\n');
  return [...code.matchAll(/\bid: '(\w+)',\s*kind: '/g)].map(([, name = '']) => name);
}

function fieldsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(fieldsIn);
  if (typeof part !== 'object' || part === null) return [];
  const isInput = 'type' in part && String(part.type).startsWith('Input.') && 'id' in part;
  const carried = 'verb' in part && 'data' in part ? Object.keys(Object(part.data)) : [];
  return [...(isInput ? [String(part.id)] : []), ...carried, ...Object.values(part).flatMap(fieldsIn)];
}

export function kindOf(about: string): { category: string } {
  return { category: about === 'pupil' ? 'grooming' : 'staff-conduct' };
}

async function textAt({ records }: Pick<World, 'records'>, key: string, name: string): Promise<string> {
  const kept = await records.get(key);
  return String(Object(kept?.value)[name]);
}
