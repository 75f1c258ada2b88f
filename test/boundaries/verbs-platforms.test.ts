import { messageOf } from '../../cards/words';
import { PLATFORMS } from '../platforms';
import type { PlaceName } from '../platforms/person';
import { changedRows } from '../platforms/home';
import { IS_WHOLE } from '../whole';
import { CONCERNS, FOR_ALL, PEOPLE, type PersonName, permitted, SUBJECTS, WHO } from './verbs-matrix';
import { type FurnishedPlatform, furnishOn } from './verbs-on-platform';
import { claimFor, sings } from './verbs-world';
import { figure } from '../figure';

const VERBS = Object.keys(WHO);
const RESTRICTED = VERBS.filter((verb) => WHO[verb] !== 'everybody');
/** Where people talk who have nothing to do with any of it. */
const AROUND: PlaceName = 'staffroom';
/** What is said to somebody who may not, or in place of an answer. */
const NO_ANSWERS = [
  'common.refused.title',
  'common.unreadable.title',
  'common.sorry.title',
  'common.noAnswer',
  'common.formGone',
  'concern.gone.text',
].map(messageOf);

/** Somebody presses a verb, with true data about one of the concerns. */
interface Press {
  readonly verb: string;
  readonly concern: number;
  readonly person: PersonName;
  /** In their own chat where there is none. */
  readonly place?: PlaceName;
}

/** Of those who may not: whom it is about, who reported it, a stranger, and for each concern and verb another of the school. */
function refusedPresses(verb: string): Press[] {
  return CONCERNS.flatMap((each, concern) => {
    const others = PEOPLE.filter((person) => !permitted(verb, each).includes(person));
    const always = [SUBJECTS[concern], each.by, 'stranger'];
    const offices = others.filter((person) => !always.includes(person));
    const office = offices[(VERBS.indexOf(verb) + concern) % offices.length];
    return others
      .filter((person) => person === office || always.includes(person))
      .map((person) => ({ verb, concern, person }));
  });
}

/** By somebody who may: alone and among others, and on each concern where the verb is about one. */
function answeredPresses(verb: string): Press[] {
  const concerns = ['openers', 'reporter'].includes(WHO[verb] ?? '') ? CONCERNS : CONCERNS.slice(0, 1);
  return concerns.flatMap((each, concern) => {
    const [person = 'teacher'] = permitted(verb, each);
    return [
      { verb, concern, person },
      { verb, concern, person, place: AROUND },
    ];
  });
}

/** With the proof all of them. Otherwise every verb once, on the next platform and with the next person or concern: three in four of those that may be refused are. */
function pressesOn(platform: number): { refused: Press[]; answered: Press[] } {
  const refused = RESTRICTED.map(refusedPresses);
  const answered = VERBS.map(answeredPresses);
  if (IS_WHOLE) return { refused: refused.flat(), answered: answered.flat() };
  const mine = VERBS.filter((_verb, index) => index % PLATFORMS.length === platform);
  const isToBeRefused = (verb: string) => RESTRICTED.includes(verb) && mine.indexOf(verb) % 4 > 0;
  const next = (presses: Press[]) =>
    presses.filter(({ verb }, index) => mine.includes(verb) && index === (mine.indexOf(verb) >> 2) % presses.length);
  return {
    refused: refused.flatMap(next).filter(({ verb }) => isToBeRefused(verb)),
    answered: answered.flatMap(next).filter(({ verb }) => !isToBeRefused(verb)),
  };
}

/** One test for each verb. */
function byVerb(presses: readonly Press[]): [string, Press[]][] {
  const groups = VERBS.map((each): [string, Press[]] => [each, presses.filter(({ verb }) => verb === each)]);
  return groups.filter(([, group]) => group.length > 0);
}

/** The whole matrix is walked in verbs.test.ts, in memory; here it goes over the wire. */
describe.each(PLATFORMS.map(([name, open], index) => [name, open, pressesOn(index)] as const))(
  'In %s',
  (name, open, { refused, answered }) => {
    let furnished: FurnishedPlatform;

    beforeAll(async () => {
      figure(`presses over the wire of ${name}`, refused.length + answered.length);
      console.info(`${name}: ${refused.length} presses to be refused, ${answered.length} to be answered`);
      furnished = await furnishOn(open);
    });

    afterAll(() => furnished.platform.close());

    /** Also somebody whom the school does not know has an account. */
    function seat(person: PersonName) {
      return furnished.platform.person(person === 'stranger' ? 'nobody' : person);
    }

    test.each(byVerb(refused))(
      '%s is refused to those who may not: it tells nothing, and leaves nothing but the fact that it was tried',
      async (verb, presses) => {
        const { home } = furnished.platform;
        for (const { concern, person } of presses) {
          const truth = furnished.truths[concern] ?? {};
          const before = home.rows();

          const shown = await seat(person).forge(verb, claimFor(verb, truth));

          const changed = changedRows(before, home.rows()).map((key) => key.split('|').slice(1));
          const written = changed.map(([kind, what]) => (kind === 'turn' ? kind : `${kind}|${what}`));
          const isWrittenDown = WHO[verb] === 'openers' && person !== 'stranger';
          const facts = isWrittenDown ? [`chronology|${truth.ref}`, `concern|${truth.ref}`, 'turn'] : [];
          expect({ person, concern, written, told: sings(shown) }).toEqual({
            person,
            concern,
            written: facts,
            told: [],
          });
          expect(shown).not.toBe('');
        }
      },
    );

    test.each(byVerb(answered))(
      '%s is answered to somebody who may, and shows nothing to those around',
      async (verb, presses) => {
        const { platform, rewind, truths } = furnished;
        for (const { concern, person, place } of presses) {
          await rewind();
          const logged = platform.logged.length;
          const around = platform.sentTo(AROUND);

          const shown = await seat(person).forge(verb, claimFor(verb, truths[concern]), place);

          expect(NO_ANSWERS.filter((words) => shown.includes(words))).toEqual([]);
          expect(shown).not.toBe('');
          expect(platform.logged.slice(logged)).toEqual([]);
          if (FOR_ALL.includes(verb)) expect(sings(platform.sentTo(AROUND))).toEqual([]);
          else expect(platform.sentTo(AROUND).slice(around.length)).toBe('');
        }
      },
    );
  },
);
