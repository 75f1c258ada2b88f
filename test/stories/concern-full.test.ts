import { toSlackMessage, toSlackModal } from '../../cards/to-slack';
import { toTeams } from '../../cards/to-teams';
import { inputsOf } from '../../cards/walk';
import { openWorld, type World } from '../world';
import { QUIET, raise } from './raise';

type Shown = Awaited<ReturnType<World['press']>>;

const words = (most: number) => 'The bittern stood in the reeds again. '.repeat(90).slice(0, most).trim();
const LINE = words(300);
const PAGES = words(3000);

/** Each platform refuses a card that is too long for it by an error; then nobody could open the case there. */
function mustOpen({ all }: Shown) {
  for (const { card } of all) {
    toTeams(card);
    if (inputsOf(card).length > 0) toSlackModal(card);
    else toSlackMessage(card);
  }
}

describe('A case on which much was done still opens on Teams and on Slack', () => {
  let world: World;
  let ref: string;

  const lead = (verb: string, data: Record<string, string> = {}) =>
    world.press('lead', `concern/${verb}`, { ref, ...data });
  const clock = (name: string, rule: string) =>
    lead('do-clock', { name, rule, runs: 'day', days: '', dueOn: '2026-12-01', time: '' });

  beforeAll(async () => {
    world = await openWorld({ school: QUIET });
    const asked = { who: LINE, source: LINE, when: LINE, address: LINE, device: LINE, told: LINE, done: LINE };
    ({ ref } = await raise(world, {
      category: 'fgm',
      story: { story: PAGES, words: words(1000), opinion: words(1500), childSaid: 'true', ...asked, inPerson: 'other' },
    }));
    for (let n = 0; n < 12; n++) await clock(LINE, LINE);
    for (let n = 0; n < 8; n++) {
      await lead('do-decide', {
        decision: 'watch',
        why: `${n + 1}: ${PAGES}`.slice(0, 3000),
        section: LINE,
        agreed: '',
      });
      await lead('do-contain', { what: PAGES });
    }
    await world.settle();
  });

  afterAll(() => world.close());

  test('the case shows the clocks of the law, those that end first, and how many more there are', async () => {
    const shown = await lead('open');

    mustOpen(shown);
    expect(shown.text).toContain('the police are told of FGM');
    expect(shown.text).toContain('8 more clocks, 8 of them running');
  });

  test.each(['clock', 'clock-met', 'decide', 'contain'])('so does the form "%s" on it', async (verb) => {
    mustOpen(await lead(verb));
  });

  test('a form repeats the beginning of the latest six decisions, and says how many came before', async () => {
    const { text } = await lead('decide');

    expect(text).toContain('2 earlier ones stand in the history.');
    expect(text).toContain('3: The');
    expect(text).not.toContain('2: The');
    expect(text).not.toContain(words(200));
  });

  test('a clock that was met makes room for one that runs', async () => {
    await lead('do-clock-met', { clock: 'own-1', how: 'It was done.' });

    const { text } = await lead('open');

    expect(text).toContain('8 more clocks, 7 of them running');
    expect(text).not.toMatch(/: done /);
  });
});
