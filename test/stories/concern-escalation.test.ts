import { Concern } from '../../handlers/concern/schema';
import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { QUIET, raise } from './raise';

let world: World;
afterEach(() => world.close());

const UNOPENED = 'Nobody has opened this yet';

function people(changes: Readonly<Record<string, Record<string, unknown>>>) {
  return sampleSchool.people.map((person) => ({ ...person, ...changes[person.id] }));
}

function texts(person: string): string[] {
  return world.sentTo(person).map(({ text }) => text);
}

describe('A concern that nobody has opened', () => {
  test('goes to a lead who was away and has come back, at the next rung', async () => {
    const away = { away: ['2026-11-24'] };
    world = await openWorld({
      at: '2026-11-24T17:00',
      school: { ...QUIET, people: people({ lead: away, 'second-lead': away }) },
    });
    await raise(world);
    expect(world.sentTo('head')).toHaveLength(1);

    await world.moveTo('2026-11-25T08:59');
    expect(texts('lead').join()).not.toContain('so it comes to you');
    await world.moveTo('2026-11-25T09:01');

    expect(texts('lead').join()).toContain('so it comes to you');
    expect(texts('head').at(-1)).toContain(UNOPENED);
  });

  test('follows the risk that a lead has set, at the very next rung, and the old one is void', async () => {
    world = await openWorld({ school: QUIET });
    const { ref } = await raise(world);
    await world.pass({ minutes: 10 });

    await world.press('lead', 'concern/do-risk', { ref, risk: 'high', why: 'there is more to it' });
    await world.pass({ minutes: 19 });
    expect(world.sentTo('head')).toEqual([]);
    await world.pass({ minutes: 2 });
    expect(world.sentTo('head')).toHaveLength(1);
    const leads = world.sentTo('lead').length;
    await world.moveTo('2026-11-24T11:16');
    expect(world.sentTo('head')).toHaveLength(2);
    // Two hours after raising, where the rung of the risk before would have been: nobody is reminded by that.
    await world.moveTo('2026-11-24T12:16');
    expect([world.sentTo('head').length, world.sentTo('lead').length]).toEqual([2, leads + 1]);
  });

  test('is looked at again on the days on which somebody covers the holiday, not only when school is back', async () => {
    const cover = [{ from: '2026-12-21', to: '2026-12-23', office: 'dsl', people: ['second-lead'] }];
    const away = { away: ['2026-12-19/2027-01-03'] };
    world = await openWorld({
      at: '2026-12-19T12:00',
      school: { ...QUIET, cover, people: people({ lead: away, head: away }) },
    });
    await raise(world);
    const before = world.sentTo('second-lead').length;

    await world.moveTo('2026-12-21T10:01');
    const first = world.sentTo('second-lead').length;
    await world.moveTo('2026-12-22T08:01');
    const second = world.sentTo('second-lead').length;
    await world.moveTo('2026-12-26T12:00');

    expect([before, first, second]).toEqual([1, 2, 3]);
  });

  test('nobody of whose line is there is told on the first day of cover', async () => {
    const cover = [{ from: '2026-12-22', to: '2026-12-23', office: 'dsl', people: ['second-lead'] }];
    const gone = { away: ['2026-12-19/2026-12-21'] };
    const away = { away: ['2026-12-19/2027-01-03'] };
    world = await openWorld({
      at: '2026-12-20T12:00',
      school: { ...QUIET, cover, people: people({ lead: away, head: away, 'second-lead': gone }) },
    });
    await raise(world);

    await world.moveTo('2026-12-21T17:00');
    expect(world.sentTo('second-lead')).toEqual([]);
    await world.moveTo('2026-12-22T08:01');

    expect(world.sentTo('second-lead')).toHaveLength(1);
  });
});

describe('A message that waits because the channel refused it', () => {
  test('is let go when it reminds of what somebody has opened meanwhile', async () => {
    world = await openWorld({ school: QUIET });
    const { ref } = await raise(world);
    world.refusing.add('second-lead');
    await world.pass({ hours: 2, minutes: 1 });
    expect(texts('lead').at(-1)).toContain(UNOPENED);

    await world.press('lead', 'concern/open', { ref });
    world.refusing.delete('second-lead');
    await world.pass({ minutes: 15 });
    await world.pass({ minutes: 15 });

    expect(texts('second-lead').join()).not.toContain(UNOPENED);
    expect(texts('second-lead').join()).toContain('Opened 24 Nov');
  });

  test('still arrives when nobody has', async () => {
    world = await openWorld({ school: QUIET });
    await raise(world);
    world.refusing.add('second-lead');
    await world.pass({ hours: 2, minutes: 1 });

    world.refusing.delete('second-lead');
    await world.pass({ minutes: 15 });

    expect(texts('second-lead').join()).toContain(UNOPENED);
  });

  test('never reaches somebody of whom it was found meanwhile that they are too close', async () => {
    world = await openWorld({ school: QUIET });
    world.refusing.add('second-lead');
    const { ref } = await raise(world);
    const kept = await world.records.get(`concern|${ref}`);
    const concern = Concern.parse(kept?.value);
    await world.records.commit([
      {
        op: 'update',
        key: `concern|${ref}`,
        value: { ...concern, conflicts: ['second-lead'] },
        etag: kept?.etag ?? '',
      },
    ]);

    world.refusing.delete('second-lead');
    await world.pass({ minutes: 15 });
    await world.pass({ minutes: 15 });

    expect(world.sentTo('second-lead')).toEqual([]);
  });
});
