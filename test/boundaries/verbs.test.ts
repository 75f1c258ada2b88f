import { capabilities } from '../../handlers';
import type { Library } from '../../library';
import { sampleLibrary } from '../sample-school';
import type { World } from '../world';
import { BEGINS, CONCERNS, PEOPLE, permitted, SUBJECTS, WHO } from './verbs-matrix';
import { claimFor, fieldsOnCards, type Furnished, furnish, journalOf, MADE_UP, openCopies, sings } from './verbs-world';
import { IS_WHOLE } from '../whole';
import { figure } from '../figure';

const VERBS = capabilities.flatMap(({ verbs }) => verbs.map(({ name }) => name));
const FIELDS = fieldsOnCards();
const TRACE = /\bat \S+ ?\(?\S+:\d+:\d+|node_modules|\w+Error\b|\[object |undefined|\$\{/;

let library: Library;
let furnished: Furnished;
let copy: () => Promise<Furnished>;
let world: World;
let journal: string[];

/**
 * Every office and every verb, on the concerns about a pupil, a lead and the headteacher in this order: m may, r is
 * refused, - does not even see it. What it says is pressed below.
 */
function matrix(): string {
  const cell = (verb: string, person: string) =>
    CONCERNS.map((concern) => {
      if (person === 'stranger') return '-';
      return permitted(verb, concern).some((each) => each === person) ? 'm' : 'r';
    }).join('');
  const row = (name: string, cells: readonly string[]) =>
    `${name.padEnd(26)}${cells.map((each) => each.padEnd(12)).join('')}`;
  return [
    row('', PEOPLE),
    ...VERBS.map((verb) =>
      row(
        verb,
        PEOPLE.map((person) => cell(verb, person)),
      ),
    ),
  ].join('\n');
}

beforeAll(async () => {
  console.info(matrix());
  library = await sampleLibrary();
  furnished = await furnish(library);
  copy = await openCopies(furnished, library);
  ({ world } = furnished);
  journal = journalOf(world);
});

afterAll(async () => {
  figure('presses in memory, of every verb', pressed);
  await world.close();
});

let pressed = 0;

type Data = Record<string, unknown>;
const all = (value: unknown): Data => Object.fromEntries(FIELDS.map((field) => [field, value]));

/** Passed on as a question, it reaches whoever looks after questions letter by letter. */
const MARK_UP = '${ref} <!channel> <at>x</at> | \u0000 ../..';

/** Everything that a client could send and that is no true claim about anything. */
const LIES: readonly (readonly [string, Data])[] = [
  ['nothing', {}],
  ['numbers', all(7)],
  ['nothing in every field', all(null)],
  ['lists', all([['x']])],
  ['records', all({ toString: 'x', length: -1 })],
  ['empty texts', all('')],
  ['100,000 characters in every field', all('x'.repeat(100_000))],
  ['mark-up', all(MARK_UP)],
  [
    'what was never given out',
    { ...all('forged'), ref: 'OL-26-9999', hash: '0'.repeat(64), at: '2026-11-24T10:15:00.000Z' },
  ],
  ['a reference with a tail', { ...all('forged'), ref: 'OL-26-0001|000001' }],
  ['a reference of the store', { ...all('forged'), ref: 'concern|OL-26-0001', draft: 'draft|ict' }],
  ['a reference in small letters', { ...all('forged'), ref: 'ol-26-0001' }],
  [
    'names that records have of their own',
    { ...all('__proto__'), constructor: 'x', ['__proto__']: { ref: 'OL-26-0001' } },
  ],
];

async function press(person: string, verb: string, data: Data, where: 'private' | 'group' = 'private') {
  journal.length = 0;
  pressed += 1;
  const { text, all: shown } = await world.press(person, verb, data, where);
  const everything = JSON.stringify(shown);

  // One expectation for all three: each costs as much as a press, and there are thousands.
  const trace = TRACE.exec(text.replaceAll(MARK_UP, ''))?.[0];
  if (world.logged.length > 0 || shown.length === 0 || trace !== undefined)
    expect({ logged: world.logged, shown: shown.length, trace }).toEqual({
      logged: [],
      shown: 'something',
      trace: undefined,
    });
  return { text, everything, changes: [...journal] };
}

test('the table of who may press what names every verb, and no other', () => {
  expect(Object.keys(WHO).sort()).toEqual([...VERBS].sort());
});

test('the lies fill in every field that a card has', () => {
  expect(FIELDS).toEqual(
    expect.arrayContaining(['ref', 'draft', 'agreement', 'hash', 'policy', 'due', 'story', 'note']),
  );
});

/** All of them with the proof; otherwise each verb is sent a third, and the next verb another. */
function liesFor(verb: string) {
  return LIES.filter((_lie, index) => IS_WHOLE || (index + VERBS.indexOf(verb)) % 3 === 0);
}

describe.each(VERBS)('%s', (verb) => {
  test.each(liesFor(verb))('changes nothing and tells nothing when it is sent %s', async (what, data) => {
    const told: unknown[] = [];
    const turn = LIES.findIndex(([name]) => name === what);
    // A third of the people for each lie, another third for the next: every one of them tries several on every verb.
    for (const [index, person] of PEOPLE.entries()) {
      if ((index + turn) % 3 !== 0) continue;
      const { everything, changes } = await press(person, verb, data, index % 2 ? 'group' : 'private');
      const heard = { person, what, sings: sings(everything, person), changes: BEGINS.includes(verb) ? [] : changes };
      if (heard.sings.length + heard.changes.length > 0) told.push(heard);
    }

    expect(told).toEqual([]);
    // What was begun is delivered now, so that it is not taken for the doing of a later press.
    if (BEGINS.includes(verb)) await world.settle();
  });
});

/**
 * Everybody with the proof. Otherwise everybody tries each verb on one of the concerns, the next verb on the next, and
 * whom a concern is about tries every verb on it.
 */
function triersOf(verb: string, concern: number) {
  const turn = VERBS.indexOf(verb) + concern;
  return PEOPLE.filter(
    (person, index) => IS_WHOLE || person === SUBJECTS[concern] || (index + turn) % CONCERNS.length === 0,
  );
}

const RESTRICTED = VERBS.filter((verb) => WHO[verb] !== 'everybody');

describe.each(RESTRICTED)('%s, pressed with true data by somebody who may not,', (verb) => {
  const made = new Map<string, ReturnType<typeof press>>();

  /** The same press about what was never given out: asked once of each person. */
  function pressMadeUp(person: string) {
    const asked = made.get(person) ?? press(person, verb, { ...claimFor(verb, furnished.truths[0]), ...MADE_UP });
    made.set(person, asked);
    return asked;
  }

  test.each(CONCERNS.map((concern, index) => [concern.about, concern, index] as const))(
    'tells nothing of the concern about the %s, and leaves nothing but the fact that it was tried',
    async (_about, concern, index) => {
      const truth = furnished.truths[index] ?? {};
      const seen: unknown[] = [];
      const wanted: unknown[] = [];
      for (const person of triersOf(verb, index).filter((each) => !permitted(verb, concern).includes(each))) {
        const unknown = await pressMadeUp(person);
        const { text, everything, changes } = await press(person, verb, claimFor(verb, truth));
        const kinds = changes.map((key) => key.replace(/(chronology\|[^|]+).*|(turn)\|.*/, '$1$2')).sort();
        const facts = isWrittenDown(verb, person) ? factsOf(truth.ref) : [];

        seen.push({ person, text, kinds, sings: sings(everything, person), ofUnknown: unknown.changes });
        wanted.push({ person, text: unknown.text, kinds: facts, sings: [], ofUnknown: [] });
      }

      expect(seen).toEqual(wanted);
    },
  );
});

/** Who tries to open a concern is written into it; somebody whom the school does not know gets no further than the door. */
function isWrittenDown(verb: string, person: string): boolean {
  return WHO[verb] === 'openers' && person !== 'stranger';
}

function factsOf(ref = ''): string[] {
  return [`chronology|${ref}`, `concern|${ref}`, 'turn'];
}

/** What a button carries, beside which people type and choose. */
const NAMES_A_RECORD = [
  ...['ref', 'draft', 'agreement', 'hash', 'at', 'policy', 'due', 'slot', 'cause', 'office', 'duty', 'link', 'task'],
  ...['permission', 'form', 'request', 'stands', 'report', 'training', 'person', 'asked', 'clause', 'n', 'clock'],
];

/** What these did cannot be done again: the form is gone, or the question or the concern is with somebody else. */
const ENDS = [
  ...['concern/fresh', 'concern/discard', 'concern/do-aside', 'concern/do-redirect', 'answer/hand-on'],
  ...['retention/approve', 'retention/decline'],
];

/** On which concerns a verb is pressed in a place, and on which of their cards; without the proof each thing once. */
function amongOthers(verb: string) {
  const isAboutOne = IS_WHOLE || ['openers', 'reporter'].includes(WHO[verb] ?? '');
  return CONCERNS.slice(0, isAboutOne ? CONCERNS.length : 1).map((concern, index) => {
    const both = verb.startsWith('concern/') && (IS_WHOLE || index === VERBS.indexOf(verb) % CONCERNS.length);
    return { concern, index, on: both ? [{}, { on: 'content' }] : [{}] };
  });
}

describe('the same press by somebody who may', () => {
  test.each(VERBS)(
    '%s in a place shows nothing to those around, and is answered otherwise than one about nothing',
    async (verb) => {
      let fresh = await copy();
      for (const { concern, index, on } of amongOthers(verb)) {
        const [person = ''] = permitted(verb, concern);
        const claim = claimFor(verb, fresh.truths[index]);
        for (const claimed of on.map((place) => ({ ...claim, ...place }))) {
          const { here } = await fresh.world.press(person, verb, claimed, 'group');

          expect({ claimed, sings: sings(JSON.stringify(here)) }).toEqual({ claimed, sings: [] });
        }
      }
      if (ENDS.includes(verb)) {
        await fresh.world.close();
        fresh = await copy();
      }
      const mine = ['openers', 'reporter'].includes(WHO[verb] ?? '') ? CONCERNS : CONCERNS.slice(0, 1);
      // What is about no one record is the same whatever record is claimed.
      const isOfRecord = !['office', 'receivers', 'reportAskers', 'dataKeepers'].includes(WHO[verb] ?? '');
      const concerns = RESTRICTED.includes(verb) && isOfRecord ? mine : [];
      for (const [index, concern] of concerns.entries()) {
        const [person = ''] = permitted(verb, concern);
        const claim = claimFor(verb, fresh.truths[index]);
        const made = await fresh.world.press(person, verb, { ...claim, ...MADE_UP });
        const unknown = await fresh.world.press(person, 'concern/unheard-of', {});
        // Details are asked for only after a child was said to be in danger.
        if (verb === 'concern/details') await fresh.world.press(person, 'concern/danger-about', claim);
        const { text } = await fresh.world.press(person, verb, claim);

        expect([made.text, unknown.text]).not.toContain(text);
      }
      await fresh.world.close();
    },
  );

  test.each(VERBS)(
    '%s is answered with a kind word where what is typed or chosen is forged and no text',
    async (verb) => {
      const fresh = await copy();
      const [concern] = CONCERNS;
      const [person = ''] = permitted(verb, concern);
      const claim = claimFor(verb, fresh.truths[0]);
      const told = Object.fromEntries(Object.entries(claim).filter(([field]) => NAMES_A_RECORD.includes(field)));

      const forged = { ...all({ toString: 'x' }), ...told };
      const { all: shown, text } = await fresh.world.press(person, verb, forged, 'private', 'forged');

      expect({ logged: fresh.world.logged, isShown: shown.length > 0 }).toEqual({ logged: [], isShown: true });
      expect(text).not.toMatch(TRACE);
      await fresh.world.close();
    },
  );

  test('shows the story to those who open it', async () => {
    const fresh = await copy();
    for (const [index, { openers }] of CONCERNS.entries()) {
      const shown = await fresh.world.press(openers[0], 'concern/open', { ref: fresh.truths[index]?.ref }, 'group');

      expect(sings(JSON.stringify(shown.privately))).toContain('story');
    }
    await fresh.world.close();
  });
});

describe('a verb that nobody knows', () => {
  test.each([
    'concern/unheard-of',
    'constructor',
    '__proto__',
    '',
    ' ',
    'concern/open ',
    'CONCERN/OPEN',
    'x'.repeat(100_000),
  ])('"%.20s" changes nothing and is answered kindly', async (verb) => {
    for (const person of PEOPLE) {
      const { everything, changes } = await press(person, verb, { ...furnished.truths[0] });

      expect(sings(everything)).toEqual([]);
      expect(changes).toEqual([]);
    }
  });
});

test('after all this, no card and no line of the log has told anything', async () => {
  await world.settle();

  expect(world.arrived.flatMap(({ card, to }) => sings(JSON.stringify(card), to))).toEqual([]);
  expect(world.logged.flatMap((line) => sings(line))).toEqual([]);
});
