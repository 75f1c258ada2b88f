import { sampleSchool } from '../sample-school';
import { openWorld } from '../world';
import { push, QUIET, raise } from './raise';

describe('When nobody who may have it is there', () => {
  const absent = sampleSchool.people.map((person) =>
    ['lead', 'second-lead', 'head'].includes(person.id) ? { ...person, away: ['2026-11-24'] } : person,
  );

  test('the concern waits, the number is shown at once, and whoever is back is told at the next opening', async () => {
    const world = await openWorld({ at: '2026-11-24T10:15', school: { ...QUIET, people: absent } });

    const { receipt } = await raise(world);
    expect(receipt.text).toContain('01632 960001');
    expect(world.arrived.map(({ to }) => to)).toEqual(['triage']);

    await world.moveTo('2026-11-25T07:59');
    expect(world.arrived.map(({ to }) => to)).toEqual(['triage']);
    await world.moveTo('2026-11-25T08:01');
    expect(world.arrived.map(({ to }) => to).sort()).toEqual(['lead', 'second-lead', 'triage']);
    await world.close();
  });

  test('out of hours the receipt says whom to ring if it cannot wait', async () => {
    const world = await openWorld({ at: '2026-11-28T22:00', school: QUIET });

    const { receipt } = await raise(world);

    expect(receipt.text).toContain('01632 960002');
    await world.close();
  });

  test('a form that was begun is there again, and can be thrown away', async () => {
    const world = await openWorld({ school: QUIET });
    const danger = await world.say('teacher', 'report concern');
    await push(world, 'teacher', await push(world, 'teacher', danger, 'No, go on'), 'Next', {
      about: 'pupil',
      area: 'other',
    });

    const again = await world.say('teacher', 'report concern');
    const form = await push(world, 'teacher', again, 'Go on with it');
    const kept = await push(world, 'teacher', form, 'Keep for later', { story: 'Half a sentence' });
    const resumed = await push(world, 'teacher', kept, 'Go on now');
    const fresh = await push(
      world,
      'teacher',
      await world.say('teacher', 'report concern'),
      'Throw it away and start again',
    );

    expect(again.text).toContain('You started a concern');
    expect(resumed.text).toContain('Half a sentence');
    expect(fresh.text).toContain('Is someone in danger now?');
    await world.close();
  });

  test('a form that lies about for a week is thrown away by itself', async () => {
    const world = await openWorld({ school: QUIET });
    const danger = await world.say('teacher', 'report concern');
    await push(world, 'teacher', await push(world, 'teacher', danger, 'No, go on'), 'Next', {
      about: 'pupil',
      area: 'other',
    });

    await world.pass({ days: 8 });

    expect((await world.say('teacher', 'report concern')).text).toContain('Is someone in danger now?');
    await world.close();
  });

  test('a field left empty or too long is asked for again, and nothing that was typed is lost', async () => {
    const world = await openWorld({ school: QUIET });
    const danger = await world.say('teacher', 'report concern');
    const form = await push(world, 'teacher', await push(world, 'teacher', danger, 'No, go on'), 'Next', {
      about: 'pupil',
      area: 'other',
    });

    const empty = await push(world, 'teacher', form, 'Check before you send', { story: ' ', who: 'J, 4B' });
    const long = await push(world, 'teacher', form, 'Check before you send', {
      story: 'x'.repeat(50_000),
      who: 'J, 4B',
    });

    expect(empty.text).toContain('Please answer this: What happened?');
    expect(empty.text).toContain('J, 4B');
    expect(long.text).toContain('too long');
    expect(long.text).toContain('x'.repeat(3000));
    await world.close();
  });

  test('a reporter adds to what was sent, and the leads hear that something was added', async () => {
    const world = await openWorld({ school: QUIET });
    const { receipt, ref } = await raise(world);

    const adding = await push(world, 'teacher', receipt, 'Add something');
    const added = await push(world, 'teacher', adding, 'Send it', { note: 'It happened again.' });
    await world.settle();

    expect(added.text).toContain('Added');
    expect(world.sentTo('lead').at(-1)?.text).toContain('added something');
    expect(world.sentTo('lead').at(-1)?.text).not.toContain('again');
    expect((await world.press('lead', 'concern/open', { ref })).text).toContain('It happened again.');
    await world.close();
  });
});
