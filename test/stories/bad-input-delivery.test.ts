import { PLATFORMS, type Platform, STACK } from '../platforms';
import { changedRows } from '../platforms/home';
import { fillIn, raise, refIn } from '../platforms/raising';
import { QUIET } from '../platforms/school';

const CANARY = 'the purple heron waits behind the bicycle shed';

describe.each(PLATFORMS)('When %s does not take a message', (_name, open) => {
  let platform: Platform;

  afterEach(async () => {
    expect(platform.logged.join('')).not.toMatch(STACK);
    expect(platform.logged.join('')).not.toContain(CANARY);
    await platform.close();
  });

  const withRef = async (id: string, ref: string) =>
    (await platform.person(id).cards()).filter((card) => card.includes(ref)).length;

  test('for now, it is asked again with longer and longer waits, then the next office is told, and nothing is lost or doubled', async () => {
    platform = await open({ school: QUIET });
    const teacher = platform.person('teacher');
    await fillIn(teacher, { story: { story: CANARY } });
    platform.fails(true);
    await teacher.press('Send to the DSL');
    const ref = refIn(await teacher.sees('Received at'));
    await platform.settle();

    const first = platform.home.rows();
    await platform.settle();
    expect(changedRows(first, platform.home.rows())).toEqual([]);
    const { status, body } = await platform.health();
    expect({ status, store: body.store, outbox: body.outbox }).toEqual({
      status: 503,
      store: 'ok',
      outbox: { waiting: 0, failing: 3, dead: 0 },
    });
    for (const seconds of [3, 13]) await platform.pass({ minutes: seconds / 60 });
    expect(attempts(changedRows(first, platform.home.rows()))).toEqual(['head', 'lead', 'place.triage', 'second-lead']);
    platform.fails(false);
    await platform.pass({ minutes: 15 });
    await platform.pass({ minutes: 15 });

    // Everybody has the concern once, the headteacher because the leads could not be reached.
    expect([await withRef('lead', ref), await withRef('second-lead', ref), await withRef('head', ref)]).toEqual([
      1, 1, 1,
    ]);
    const news = (await platform.person('lead').cards()).filter((card) => card.includes('A new concern, for you'));
    expect(news).toHaveLength(1);
    expect((await platform.cardsIn('triage')).filter((card) => card.includes(ref))).toHaveLength(1);
    expect((await platform.health()).body).toMatchObject({ status: 'ok', outbox: { waiting: 0, failing: 0, dead: 0 } });
    await platform.person('lead').sees(ref);
    await platform.person('lead').press('Open');
    expect(await platform.person('lead').sees(CANARY)).toContain(
      'a message to Safeguarding lead could not be delivered',
    );
  });

  test('in a place, the people are told in person all the same, and the place when it is open again', async () => {
    platform = await open({ school: QUIET });
    await platform.closesPlace('triage', true);
    const ref = await raise(platform.person('teacher'));
    await platform.settle();

    for (const id of ['lead', 'second-lead']) expect(await withRef(id, ref)).toBe(1);
    expect((await platform.health()).body).toMatchObject({ status: 'failing', outbox: { failing: 1 } });
    await platform.closesPlace('triage', false);
    await platform.pass({ minutes: 13 });
    expect((await platform.cardsIn('triage')).filter((card) => card.includes(ref))).toHaveLength(1);
    expect((await platform.health()).status).toBe(200);
  });

  test('for a person for good, the next office is told at once, without waiting for any clock', async () => {
    platform = await open({ school: QUIET, gone: 'head' });
    const concern = { about: 'adult', category: 'staff-conduct', subject: 'assistant', story: { story: CANARY } };
    const ref = await raise(platform.person('teacher'), concern, 'Send to the headteacher');
    await platform.settle();

    const chair = platform.person('chair');
    expect(await chair.sees(ref)).not.toContain('Teaching assistant');
    await chair.press('Open');
    expect(await chair.sees(CANARY)).toContain('a message to Headteacher could not be delivered');
    expect((await platform.health()).status).toBe(503);
  });

  test('for the last person who may have it, the reporter is told so, with the number to ring', async () => {
    platform = await open({ school: QUIET, gone: 'chair' });
    const concern = { about: 'headteacher', category: 'staff-conduct' };
    await raise(platform.person('teacher'), concern, 'Send to the chair of governors');
    await platform.settle();

    const heard = await platform.person('teacher').sees('My messages reach nobody who may open your report.');
    expect(heard).toContain('01632 960003');
    expect(await withRef('head', refIn(heard))).toBe(0);
  });
});

/** To whom messages were tried again, or newly, by the rows of their jobs. */
function attempts(changed: readonly string[]): string[] {
  const to = changed.flatMap((key) => /\|job\|deliver\|OL-26-\d+\.\d+\.(?:person\.)?(.+)$/.exec(key)?.[1] ?? []);
  return [...new Set(to)].sort();
}
