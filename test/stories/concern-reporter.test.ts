import { openWorld, type World } from '../world';
import { push, QUIET, raise } from './raise';

const QUESTION = 'Who else was in the room?';
const ANSWER = 'The heron keeper, and nobody else.';

describe('A question to whoever reported a concern', () => {
  let world: World;
  let ref: string;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
    ({ ref } = await raise(world));
    await world.press('lead', 'concern/take', { ref });
    await world.press('lead', 'concern/do-ask', { ref, question: QUESTION });
    await world.settle();
  });

  afterEach(() => world.close());

  test('comes without its words, is read on pressing, and its answer reaches the leads without its words', async () => {
    const notice = world.sentTo('teacher').at(-1)?.text ?? '';
    const asked = await world.press('teacher', 'concern/answer', { ref });
    const heard = await push(world, 'teacher', asked, 'Send the answer', { answer: ANSWER });
    await world.settle();

    expect(notice).toContain(`A question about your report ${ref}`);
    expect(notice).not.toContain(QUESTION);
    expect(asked.text).toContain(QUESTION);
    expect(heard.text).toContain('Your answer has been passed on');
    for (const to of ['lead', 'second-lead']) {
      expect(world.sentTo(to).at(-1)?.text).toContain('The reporter has answered your question');
      expect(world.sentTo(to).at(-1)?.text).not.toContain(ANSWER);
    }
    expect((await world.press('lead', 'concern/open', { ref })).text).toContain(ANSWER);
  });
});
