import { sampleSchool } from '../sample-school';
import { PLATFORMS, type Platform } from '../platforms';
import { changedRows } from '../platforms/home';
import { raise } from '../platforms/raising';
import { QUIET } from '../platforms/school';
import { CONCERNS, permitted, WHO } from './verbs-matrix';
import { CLAIMED, claimFor, kindOf } from './verbs-world';
import { IS_WHOLE } from '../whole';

const CANARY = 'the redshank called from the marsh';
const PEOPLE = sampleSchool.people.map(({ id }) => id);
/** The button under which the form is sent, in the order of `CONCERNS`. */
const SEND = ['Send to the DSL', 'Send to the headteacher', 'Send to the chair of governors'];

const RESTRICTED = Object.keys(WHO)
  .filter((verb) => ['openers', 'reporter'].includes(WHO[verb] ?? ''))
  .filter((_verb, index) => IS_WHOLE || index % 3 === 0);

/** The whole matrix is walked in verbs.test.ts, in memory; here every verb goes over the wire, by another person and on another concern each time. */
describe.each(PLATFORMS)('In %s', (_name, open) => {
  let platform: Platform;
  const refs: string[] = [];

  beforeAll(async () => {
    platform = await open({ school: QUIET });
    // Where somebody is reached is kept from their first words on.
    for (const id of PEOPLE) await platform.person(id).say('help');
    for (const [index, { about, by, ...rest }] of CONCERNS.entries()) {
      const raising = { about, ...rest, ...kindOf(about), story: { story: CANARY } };
      refs.push(await raise(platform.person(by), raising, SEND[index]));
    }
    await platform.settle();
  });

  afterAll(() => platform.close());

  test.each(RESTRICTED.map((verb, index) => [verb, index] as const))(
    '%s is refused to somebody who may not, tells nothing, and leaves nothing but the fact that it was tried',
    async (verb, turn) => {
      for (const [index, concern] of CONCERNS.entries()) {
        if (index !== turn % CONCERNS.length) continue;
        const others = PEOPLE.filter((id) => !permitted(verb, concern).some((each) => each === id));
        const id = others[turn % others.length] ?? '';
        const before = platform.home.rows();

        const shown = await platform.person(id).forge(verb, claimFor(verb, { ...CLAIMED, ref: refs[index] ?? '' }));

        const changed = changedRows(before, platform.home.rows()).map((key) => key.split('|').slice(1, 3).join(' '));
        const more = changed.filter(
          (key) => !/^turn\b/.test(key) && ![`chronology ${refs[index]}`, `concern ${refs[index]}`].includes(key),
        );
        expect({ id, more, isTold: shown.includes(CANARY), isSilent: shown === '' }).toEqual({
          id,
          more: [],
          isTold: false,
          isSilent: false,
        });
      }
    },
  );

  test.each(CONCERNS.map(({ about, openers }, index) => [about, openers[0], index] as const))(
    'the concern about the %s is shown to %s, who may open it',
    async (_about, opener, index) => {
      const person = platform.person(opener);
      const shown = await person.forge('concern/open', { ref: refs[index] });

      expect([shown, ...(await person.cards())].join('\n')).toContain(CANARY);
    },
  );
});
