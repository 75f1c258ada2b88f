import { openSecondOpinion } from '../../infra/second-opinion';
import { json, openEmbeddings } from '../contracts/embeddings-server';
import { waitedMilliseconds } from '../processor-time';
import { openWorld, type World } from '../world';

const ASK = 'can I use my own phone to take pictures on the trip';
/** Of these, one that the policies do not answer although they have words of it. */
const PERHAPS = [
  'how do I book the minibus for a trip',
  'what colour is the school camera',
  'who waters the plants on a trip',
  'how heavy is the school tablet',
];

const STORIES = [
  'who looks after kids whose dad drinks, asking for Kayleigh M in my form',
  'what is the policy when Ben wont change for swimming and flinches',
  'mr hughes gives lifts home to Sophie in y6, is that allowed',
  'does the absence policy cover Aisha being taken to Pakistan for a wedding at 15',
];

describe('With a second opinion, which the school has set', () => {
  let world: World;
  let server: Awaited<ReturnType<typeof openEmbeddings>>;
  let near: RegExp;
  let declined: string;

  beforeEach(async () => {
    near = /nothing at all/;
    server = await openEmbeddings((text) => ([ASK, declined].includes(text) || near.test(text) ? [1, 0] : [0, 1]));
    world = await openWorld();
    const library = world.house.households.get('oak-lane')?.library;
    declined = PERHAPS.find((each) => library?.find(each).decision === 'decline' && library.candidates(each)[0]) ?? '';
    const settings = { url: server.url, key: undefined, model: 'small', apiVersion: undefined, admits: 0.9 };
    Object.assign(world.house, { secondOpinion: openSecondOpinion(settings, world.house.log) });
  });

  afterEach(async () => {
    await world.close();
    await server.close();
  });

  const refsOf = async (question: string) =>
    world.house.households
      .get('oak-lane')
      ?.library.candidates(question)
      .map(({ clause }) => clause.text) ?? [];

  test('another clause may come first, in the policy’s own words', async () => {
    const before = await openWorld();
    const alone = await before.say('teacher', ASK);
    await before.close();
    const other = (await refsOf(ASK))[3] ?? '';
    near = new RegExp(`${other.slice(0, 40).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

    const shown = await world.say('teacher', ASK);

    expect(alone.here[0]?.text).not.toContain(other);
    expect(shown.here[0]?.text).toContain(`“${other}”`);
    expect(shown.text).not.toContain('I am not sure that this answers');
  });

  test('a clause may be admitted where there was none, and the card says that it is not sure', async () => {
    const other = (await refsOf(declined))[0] ?? '';
    near = new RegExp(`${other.slice(0, 40).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

    const shown = await world.say('teacher', declined);

    expect(declined).not.toBe('');
    expect(shown.text).toContain(`“${other}”`);
    expect(shown.text).toContain('I am not sure that this answers your question.');
  });

  test('nothing is admitted that is not near', async () => {
    expect((await world.say('teacher', declined)).text).toContain('I did not find this in your school’s policies.');
  });

  test.each([
    ['fails', (response: Parameters<typeof json>[0]) => json(response, 500, {})],
    ['never answers', () => undefined],
  ])('the answer is as without it, and comes within two seconds, when the endpoint %s', async (_, manner) => {
    const without = await openWorld();
    const expected = await without.say('teacher', ASK);
    await without.close();
    server.behave(manner);

    const waited = await waitedMilliseconds(async () =>
      expect((await world.say('teacher', ASK)).text).toBe(expected.text),
    );

    expect(waited).toBeLessThan(2000);
  });

  test.each([
    'a girl in my class just told me a man online wants photos of her',
    ...STORIES,
    'report concern',
    'my agreements',
    'thanks',
    'help',
  ])('"%s" never leaves the house', async (text) => {
    await world.say('teacher', text);

    expect(server.asked).toEqual([]);
  });

  test('a question leaves it without the asker and without the school', async () => {
    await world.say('teacher', ASK);

    expect(server.asked).toHaveLength(1);
    expect(JSON.stringify(server.asked)).not.toMatch(/Oak Lane|oak-lane|Class teacher|29:teacher/);
  });
});

test('without one, which is how every school begins, nothing is asked of anybody', async () => {
  const world = await openWorld();

  expect(world.house.secondOpinion).toBeUndefined();
  await world.close();
});
