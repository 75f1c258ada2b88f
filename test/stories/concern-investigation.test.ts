import { openWorld, type World } from '../world';
import { button, push, QUIET, raise } from './raise';

const COMPUTER = 'Laptop 7, kept in the office';
const SCHOOL = { ...QUIET, concerns: { designatedComputer: COMPUTER } };
const LOOK = {
  on: '2026-11-24',
  when: '10.20 to 10.30',
  address: 'https://games.example.org/room',
  saw: 'Unkind words.',
};

describe('Looking into a device or an account', () => {
  let world: World;
  let ref: string;

  beforeEach(async () => {
    world = await openWorld({ school: SCHOOL });
    ({ ref } = await raise(world, { category: 'filtering-bypassed' }));
    world.arrived.length = 0;
  });

  afterEach(() => world.close());

  const facts = async () =>
    (await world.records.listPrefix(`chronology|${ref}|`)).rows.map(({ value }) => Object(value));

  async function begin(people = 'lead,head') {
    const form = await world.press('lead', 'concern/investigate', { ref });
    return push(world, 'lead', form, 'Begin', { people, computer: COMPUTER });
  }

  test('a lead begins it from the case, with two senior people and the school’s own computer', async () => {
    const opened = await world.press('lead', 'concern/open', { ref });
    const more = await push(world, 'lead', opened, 'More');
    const form = await push(world, 'lead', more, 'Look into it');

    expect(form.text).toContain('Ring the police');
    expect(form.text).toContain('can open it for 28 days');
    expect(JSON.stringify(form.here)).toContain(COMPUTER);
    for (const person of ['lead', 'second-lead', 'head']) expect(JSON.stringify(form.here)).toContain(`"${person}"`);
    for (const person of ['assistant', 'ict', 'chair']) expect(JSON.stringify(form.here)).not.toContain(`"${person}"`);

    const begun = await push(world, 'lead', form, 'Begin', { people: 'lead,second-lead', computer: COMPUTER });

    expect(begun.text).toContain('Looking together: Safeguarding lead, Deputy safeguarding lead');
    expect(begun.text).toContain(`On this computer, and no other: ${COMPUTER}`);
  });

  test.each([
    ['one person alone', 'lead'],
    ['the same person twice', 'lead,lead'],
    ['somebody who is not senior', 'lead,assistant'],
    ['somebody who does not exist', 'lead,nobody'],
  ])('it never begins with %s', async (_, people) => {
    const shown = await begin(people);

    expect(shown.text).toContain('Nobody does this alone.');
    expect((await facts()).map(({ kind }) => kind)).not.toContain('investigation');
  });

  test('whoever is chosen and could not open the case is let in, hears of it without content, and stands in the chronology', async () => {
    expect((await world.press('head', 'concern/open', { ref })).text).toContain('You cannot open this one');

    await world.press('lead', 'concern/open', { ref });
    await begin();
    await world.settle();

    const [asked] = world.sentTo('head');
    expect(asked?.text).toContain('You are asked to look into this together with others');
    expect(asked?.text).not.toContain('unkind messages');
    expect((await world.press('head', 'concern/open', { ref })).text).toContain('unkind messages');
    expect((await facts()).find(({ kind }) => kind === 'investigation-shared')?.facts).toMatchObject({
      people: 'lead,head',
      shared: 'head',
      until: '2026-12-22',
    });
    await world.pass({ days: 30 });
    expect((await world.press('head', 'concern/open', { ref })).text).toContain('You cannot open this one');
  });

  test('each look says who was there, when and at what; the address cannot be pressed', async () => {
    await begin();

    const form = await world.press('head', 'concern/log-look', { ref });
    const kept = await push(world, 'head', form, 'Write it down', {
      ...LOOK,
      present: 'lead,head',
      computer: COMPUTER,
    });

    expect(kept.text).toContain('1. 24 November 2026, 10.20 to 10.30: Safeguarding lead, Headteacher.');
    expect(kept.text).toContain('https[:]//games[.]example[.]org/room');
    expect(JSON.stringify(kept.here.map(({ card }) => card))).not.toContain('https://games');
    const opened = await world.press('lead', 'concern/open', { ref });
    expect(opened.text).toContain('One look is written down.');
    expect(JSON.stringify(opened.all.map(({ card }) => card))).not.toContain('https://games');
  });

  test.each([
    ['only one of them was there', { present: 'lead' }, 'Nobody does this alone.'],
    ['somebody else was there instead', { present: 'lead,second-lead' }, 'Nobody does this alone.'],
    ['it is a day that has not come', { on: '2026-11-25' }, 'That day has not come yet.'],
    ['it was before the investigation began', { on: '2026-11-23' }, 'before the investigation began'],
    ['the address would run something', { address: 'javascript:alert(1)' }, 'not the address of a site'],
    ['nothing was seen', { saw: ' ' }, 'What was looked at, and what was there?'],
    ['it is a book', { saw: 'x'.repeat(50_000) }, 'What was looked at, and what was there?'],
  ])('a look is not kept where %s; what was typed is', async (_, wrong, said) => {
    await begin();

    const form = await world.press('lead', 'concern/log-look', { ref });
    const typed = { ...LOOK, present: 'lead,head', computer: COMPUTER, ...wrong };
    const again = await push(world, 'lead', form, 'Write it down', typed);

    expect(again.text).toContain(said);
    expect(JSON.stringify(again.here)).toContain('10.20 to 10.30');
    expect((await facts()).map(({ kind }) => kind)).not.toContain('looked');
  });

  test('steps are ticked off with who and when, and none that the log contradicts', async () => {
    await begin();
    const tickOff = async (care: string, by = 'lead') => {
      const form = await world.press(by, 'concern/tick', { ref });
      return push(world, by, form, 'Tick it off', { care });
    };
    expect((await tickOff('computer')).text).toContain('No look has been written down yet');

    const look = await world.press('lead', 'concern/log-look', { ref });
    const elsewhere = { ...LOOK, present: 'lead,head', computer: 'The classroom computer' };
    const kept = await push(world, 'lead', look, 'Write it down', elsewhere);

    expect(kept.text).toContain('on another computer: The classroom computer');
    expect((await tickOff('computer')).text).toContain('Look 1 was on another computer');
    const ticked = await tickOff('isolated', 'head');
    expect(ticked.text).toContain('Done: The device in question is set apart (Headteacher, 24 Nov at 10:15)');
    expect(ticked.text).toContain('To do: Every address is written down');
    expect((await facts()).find(({ kind }) => kind === 'step-done')).toMatchObject({
      by: 'head',
      facts: { care: 'isolated' },
    });
  });

  test('STOP ends the looking with one press, for everybody: the police route stands there, and no look can be kept', async () => {
    await begin();
    const form = await world.press('head', 'concern/log-look', { ref });
    const standing = await world.press('head', 'concern/investigation', { ref });

    const stopped = await push(world, 'head', standing, 'Stop: it may be abuse');
    await world.settle();

    for (const line of [
      'Nobody looks again, not even to make sure.',
      'Ring the police now: 999',
      'Set the device apart.',
      'Nobody views, copies, prints, sends, keeps or deletes anything, even if a policy says that staff may delete.',
      '01632 960001',
    ])
      expect(stopped.text).toContain(line);
    expect(world.sentTo('lead').at(-1)?.text).toContain('Stop looking into this now. Do not look again.');

    const late = await push(world, 'head', form, 'Write it down', {
      ...LOOK,
      present: 'lead,head',
      computer: COMPUTER,
    });
    const again = await world.press('lead', 'concern/investigate', { ref });
    const found = await world.press('lead', 'concern/conclude', { ref });
    for (const shown of [late, again, found])
      expect(shown.text).toContain('Looking was stopped, so nobody looks again.');
    const kinds = (await facts()).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'stopped')).toHaveLength(1);
    expect(kinds).not.toContain('looked');
    expect(() => button(stopped, 'Write down a look')).toThrow('no button');
    expect((await push(world, 'lead', again, 'Refer it')).text).toContain(`Refer ${ref}`);
    expect((await push(world, 'lead', again, 'Who has the device')).text).toContain('Which device?');
  });

  test('a case that was stopped is closed only once the police have been told', async () => {
    await begin();
    await world.press('lead', 'concern/stop', { ref });

    expect((await world.press('lead', 'concern/close', { ref })).text).toContain('no referral to them is written down');
    const refer = await world.press('lead', 'concern/refer', { ref });
    const agency = {
      agency: 'police',
      on: '2026-11-24',
      to: 'The desk',
      theirRef: '77',
      consent: 'not-needed',
      why: 'A crime.',
    };
    await push(world, 'lead', refer, 'Keep it', agency);

    expect((await world.press('lead', 'concern/investigation', { ref })).text).toContain(
      'Done: The police have been told',
    );
    expect((await world.press('lead', 'concern/close', { ref })).text).toContain('What came of it?');
  });

  test('what was found is judged by two of those who looked, and ends it; the case stays open until then', async () => {
    await begin();
    expect((await world.press('lead', 'concern/close', { ref })).text).toContain('The investigation still runs');

    const form = await world.press('lead', 'concern/conclude', { ref });
    const finding = { substance: 'yes', why: 'The log shows it.', next: 'internal,police' };
    const alone = await push(world, 'lead', form, 'Keep it', { ...finding, judges: 'head' });
    const ended = await push(world, 'lead', form, 'Keep it', { ...finding, judges: 'lead,head' });

    expect(form.text).toContain('To do: One computer was used for all of it');
    expect(alone.text).toContain('Nobody does this alone.');
    expect(ended.text).toContain('Is there something in it? Yes, there is something in it. The log shows it.');
    expect(ended.text).toContain('Next: our own procedures. Next: the police.');
    expect((await world.press('lead', 'concern/log-look', { ref })).text).toContain('This investigation has ended.');
    expect((await world.press('lead', 'concern/close', { ref })).text).toContain('What came of it?');
  });

  test('somebody with whom the case is only shared writes no look down', async () => {
    await begin('lead,second-lead');
    const kept = await world.records.get(`concern|${ref}`);
    const shares = [{ person: 'head', until: '2026-12-01', by: 'lead' }];
    const value = { ...Object(kept?.value), shares };
    await world.records.commit([{ op: 'update', key: `concern|${ref}`, etag: kept?.etag ?? '', value }]);

    const form = await world.press('head', 'concern/log-look', { ref });
    const look = { ...LOOK, present: 'lead,second-lead', computer: COMPUTER };

    expect((await push(world, 'head', form, 'Write it down', look)).text).toContain('Only those who look into it');
  });

  test('once only one of them is left, nobody goes on alone: others begin again, and the case can end', async () => {
    await begin('lead,second-lead');
    const kept = await world.records.get(`concern|${ref}`);
    const value = { ...Object(kept?.value), conflicts: ['second-lead'] };
    await world.records.commit([{ op: 'update', key: `concern|${ref}`, etag: kept?.etag ?? '', value }]);

    const alone = await world.press('lead', 'concern/log-look', { ref });
    expect(alone.text).toContain('nobody does this alone');
    expect((await world.press('lead', 'concern/close', { ref })).text).toContain('What came of it?');
    const form = await push(world, 'lead', alone, 'Begin');
    expect((await push(world, 'lead', form, 'Begin', { people: 'lead,head', computer: COMPUTER })).text).toContain(
      'Looking together: Safeguarding lead, Headteacher',
    );
  });

  test('two who press STOP at once stop it once', async () => {
    await begin();

    await Promise.all(['lead', 'head'].map((person) => world.press(person, 'concern/stop', { ref })));

    expect((await facts()).filter(({ kind }) => kind === 'stopped')).toHaveLength(1);
  });
});

describe('What is not looked into', () => {
  test('nudes: nobody looks at them, and the case offers nothing of the kind', async () => {
    const world = await openWorld({ school: SCHOOL });
    const { ref } = await raise(world, { category: 'nudes' });
    const opened = await world.press('lead', 'concern/open', { ref });

    expect(() => button(opened, 'Look into it')).toThrow('no button');
    expect((await world.press('lead', 'concern/investigate', { ref })).text).toContain('Nobody looks at nude pictures');
    await world.close();
  });

  test('whom it is about never looks: neither chosen nor let in, even with the right office', async () => {
    const world = await openWorld({ school: SCHOOL });
    const { ref } = await raise(world, { about: 'lead', category: 'cyberbullying', subject: 'lead' });

    const form = await world.press('head', 'concern/investigate', { ref });
    const refused = await push(world, 'head', form, 'Begin', { people: 'head,lead', computer: COMPUTER });

    expect(form.text).toContain('Speak with the council first');
    expect(JSON.stringify(form.here)).not.toContain('"lead"');
    expect(refused.text).toContain('Nobody does this alone.');
    expect((await world.press('lead', 'concern/investigation', { ref })).text).toContain('You cannot open this one');
    await world.close();
  });

  test('with one senior person left it cannot begin, and the card says whom to ask', async () => {
    const offices = { dsl: ['lead'], headteacher: ['lead'], chairOfGovernors: ['chair'] };
    const world = await openWorld({ school: { ...SCHOOL, offices } });
    const { ref } = await raise(world, { category: 'filtering-bypassed' });

    expect((await world.press('lead', 'concern/investigate', { ref })).text).toContain('Fewer than two senior people');
    await world.close();
  });
});
