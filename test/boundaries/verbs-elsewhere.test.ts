import { dispatch } from '../../bot/dispatch';
import type { Household } from '../../bot/house';
import { findPerson } from '../../domain/people';
import { capabilities } from '../../handlers';
import { openRecords } from '../../infra/records';
import { openSeal } from '../../infra/seal';
import type { Library } from '../../library';
import { sampleLibrary } from '../sample-school';
import { shownBy, type World } from '../world';
import { IS_WHOLE } from '../whole';
import { BEGINS, CONCERNS, PEOPLE, permitted, type PersonName, type Who, WHO } from './verbs-matrix';
import { claimFor, type Furnished, furnish, journalOf, MADE_UP, openCopies, SCHOOL, sings } from './verbs-world';
import { figure } from '../figure';

const VERBS = capabilities.flatMap(({ verbs }) => verbs.map(({ name }) => name));

/** Whoever presses here once had every right to: an old card lies in their chat, and all that it carries is true. */
const ONCE: readonly PersonName[] = PEOPLE.filter((person) => person !== 'stranger');

/** Held by an office, and gone with it. What is a person's own stays theirs: their form, their report, their agreement, a question that was put to them. */
const BY_OFFICE: readonly Who[] = [
  ...(['openers', 'receivers', 'registrars', 'office', 'keepers', 'deciders', 'granters'] as const),
  ...(['dutySeers', 'dutyDoers', 'lookers', 'reportAskers', 'overseers', 'viewers', 'calendar'] as const),
];

let library: Library;
let furnished: Furnished;
let copy: (school?: Record<string, unknown>) => Promise<Furnished>;

beforeAll(async () => {
  library = await sampleLibrary();
  furnished = await furnish(library);
  copy = await openCopies(furnished, library);
});

let pressed = 0;

afterAll(async () => {
  figure('presses by people of another school, and by those who left', pressed);
  console.info(table());
  await furnished.world.close();
});

const COLUMNS = ['other school', 'has left', 'office passed on'] as const;
const tried = new Map<string, number>();

function count(verb: string, column: (typeof COLUMNS)[number]): void {
  tried.set(`${verb} ${column}`, (tried.get(`${verb} ${column}`) ?? 0) + 1);
}

/** Beside those who may press a verb at their own school, by the concerns: how many tried elsewhere, all of them in vain. */
function table(): string {
  const row = (name: string, cells: readonly string[]) =>
    `${name.padEnd(28)}${cells.map((cell) => cell.padEnd(25)).join('')}`;
  const may = (verb: string) =>
    CONCERNS.map((concern) => permitted(verb, concern).filter((each) => each !== 'stranger').length);
  return [
    row('', ['own school: may', ...COLUMNS.map((column) => `${column}: tried`)]),
    ...VERBS.map((verb) =>
      row(verb, [may(verb).join(' '), ...COLUMNS.map((column) => String(tried.get(`${verb} ${column}`) ?? '-'))]),
    ),
  ].join('\n');
}

/** All with the proof; otherwise each verb by two people, the next verb by the next two, and those who might not as well. */
function triersOf(verb: string, people: readonly PersonName[]): readonly PersonName[] {
  const turn = VERBS.indexOf(verb);
  return people.filter((_person, index) => IS_WHOLE || (index + turn) % Math.ceil(people.length / 2) === 0);
}

describe('the same people at another school of this host', () => {
  let elm: Household;
  let journal: string[];

  beforeAll(async () => {
    const { world } = furnished;
    // Of the same shape, with the same ids of people and policies, in the same store, under the same key.
    const school = { ...world.school, id: 'elm-wood' };
    const seal = await openSeal(world.store, school.id, Buffer.alloc(32, 7));
    elm = { school, library, records: openRecords(world.store, seal, school.id) };
    journal = journalOf(world);
  });

  let turns = 0;
  async function press(person: string, verb: string, data: Record<string, unknown>) {
    const act = { kind: 'pressed' as const, verb, data };
    const arrival = {
      id: `elm-${++turns}`,
      household: elm,
      person: findPerson(elm.school, person),
      where: 'private' as const,
      act,
    };
    journal.length = 0;
    pressed += 1;
    const { text, all } = shownBy(await dispatch(arrival, furnished.world.house), elm.school);
    return { text, heard: sings(JSON.stringify(all)), changed: journal.filter((key) => key.includes('OL-26-')) };
  }

  test.each(VERBS)('%s finds nothing of this one, whoever presses it and however true the card is', async (verb) => {
    for (const [index] of CONCERNS.entries())
      for (const person of triersOf(verb, ONCE)) {
        count(verb, 'other school');
        const { heard, changed, text } = await press(person, verb, claimFor(verb, furnished.truths[index]));

        expect({ person, heard, changed, isShown: text !== '' }).toEqual({
          person,
          heard: [],
          changed: [],
          isShown: true,
        });
      }
  });

  test('in the end this school is as it was: not one of its rows was read into the other or written', async () => {
    const { rows } = await elm.records.listPrefix('concern|');

    expect(rows.map(({ key }) => key)).toEqual([]);
    // Here the clock stands still, so that two who ask for the same meet at one instant.
    expect(furnished.world.logged.filter((line) => !line.includes('Conflict'))).toEqual([]);
  });
});

/** Presses with an old card that tells the truth, and again about what was never given out: both must look the same. */
async function tries(world: World, person: string, verb: string, truth: Readonly<Record<string, string>> | undefined) {
  const claim = claimFor(verb, truth);
  const unknown = await world.press(person, verb, { ...claim, ...MADE_UP });
  const { text, all } = await world.press(person, verb, claim);
  return { text, unknown: unknown.text, heard: sings(JSON.stringify(all), person) };
}

describe('somebody who has left, with every card that was ever theirs', () => {
  let world: World;
  let journal: string[];

  beforeAll(async () => {
    const people = SCHOOL.people.map((person) => ({ ...person, leavesOn: '2026-11-20' }));
    ({ world } = await copy({ people }));
    journal = journalOf(world);
  });

  afterAll(() => world.close());

  test.each(VERBS)('%s tells them what it tells a stranger, and leaves nothing behind', async (verb) => {
    for (const [index, concern] of CONCERNS.entries())
      for (const person of triersOf(verb, permitted(verb, concern)).filter((each) => each !== 'stranger')) {
        count(verb, 'has left');
        const { text, all } = await world.press(person, verb, claimFor(verb, furnished.truths[index]));

        expect(text).toContain('I do not know you yet');
        expect(sings(JSON.stringify(all))).toEqual([]);
      }
    expect(journal).toEqual([]);
  });
});

describe('somebody whose office is another’s now, with the cards of before', () => {
  let world: World;

  beforeAll(async () => {
    ({ world } = await copy(passedOn()));
  });

  afterAll(() => world.close());

  const verbs = VERBS.filter((verb) => BY_OFFICE.includes(WHO[verb] ?? 'everybody') && !BEGINS.includes(verb));

  test.each(verbs)('%s is refused to them as if there had never been anything', async (verb) => {
    for (const [index, concern] of CONCERNS.entries())
      for (const person of triersOf(verb, permitted(verb, concern))) {
        count(verb, 'office passed on');
        const { text, unknown, heard } = await tries(world, person, verb, furnished.truths[index]);

        expect({ person, text, heard }).toEqual({ person, text: unknown, heard: [] });
      }
  });
});

/** Everybody new in every office; those who held them before still work here. */
function passedOn(): Record<string, unknown> {
  const { offices, policies } = furnished.world.school;
  const heirs = Object.keys(offices).map((office) => ({
    id: `new-${office}`,
    name: `New ${office}`,
    roles: ['staff'],
  }));
  return {
    people: [...SCHOOL.people.map((person) => ({ ...person, roles: ['staff'] })), ...heirs],
    offices: Object.fromEntries(Object.keys(offices).map((office) => [office, [`new-${office}`]])),
    policies: policies.map((policy) => ({ ...policy, owner: 'new-headteacher' })),
  };
}
