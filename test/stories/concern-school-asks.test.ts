import { openWorld, type World } from '../world';
import { push, QUIET, raise } from './raise';

/** What the sample policies ask a case to hold, beside the report: S103, S215, S216, S220, S223, S224. */
describe('What schools ask a case to hold', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
  });

  afterEach(() => world.close());

  async function opened(story: Record<string, string> = {}) {
    const { ref } = await raise(world, { story });
    return { ref, shown: await world.press('lead', 'concern/take', { ref }) };
  }

  test('how the child comes into it, and what is known of bullying, which is never a condition', async () => {
    const bare = await opened();
    const { shown } = await opened({ childIs: 'saw', bullying: 'repeated,power' });

    expect(bare.shown.text).not.toContain('What is known');
    expect(shown.text).toContain('Saw or heard it');
    expect(shown.text).toContain('It happened more than once');
    expect(shown.text).toContain('They are stronger, older or more');
    expect(shown.text).not.toContain('It was meant to hurt');
  });

  test('what was done so that it goes no further', async () => {
    const { ref } = await opened();

    const form = await world.press('lead', 'concern/contain', { ref });
    const kept = await push(world, 'lead', form, 'Keep it', { what: 'The group was closed.' });

    expect(kept.text).toContain('So that it goes no further: The group was closed.');
  });

  test('a device is taken by two and for a reason; without both nothing is kept, and what was typed stays', async () => {
    const { ref } = await opened();
    const form = await world.press('lead', 'concern/device', { ref });
    const typed = { what: 'A black phone', custody: 'taken', to: 'The safe in the office', on: '2026-11-24' };

    const alone = await push(world, 'lead', form, 'Write it down', typed);
    const both = await push(world, 'lead', alone, 'Write it down', {
      ...typed,
      ground: 'harm',
      decidedWith: 'The head',
    });

    expect(alone.text).toContain('decided by two');
    expect(alone.text).toContain('A black phone');
    expect(both.text).toContain('A black phone');
    expect((await world.press('lead', 'concern/history', { ref })).text).toContain('It could be used to hurt somebody');
  });

  test('a decision names who agreed, and nobody who does not lead the case', async () => {
    const { ref } = await opened();
    const form = await world.press('lead', 'concern/decide', { ref });
    const said = { decision: 'watch', why: 'Seen together.', agreed: 'second-lead,assistant,lead' };

    await push(world, 'lead', form, 'Keep the decision', said);

    const { text } = await world.press('lead', 'concern/history', { ref });
    expect(text).toContain('Agreed with Deputy safeguarding lead.');
    expect(text).not.toContain('Teaching assistant');
  });
});
