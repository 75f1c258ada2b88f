import { Decision } from '../../domain/agree-again';
import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { importVersion, modelPolicy, openStoredWorld } from './new-version';
import { button, push } from './raise';

const AUP = 'acceptable-use';
/** The last promise of staff, and one more. */
const LAST_PROMISE = /^9\. I understand that the school filters.*$/m;
const PROMISE = 'I hand my laptop in at the office when I leave the school for good.';
const YES = 'Yes, ask everyone again';
const NO = 'No, it goes on as it is';

/** Tuesday, half past ten; one agreement for staff, no review near. */
function open(more: Record<string, unknown> = {}) {
  return openStoredWorld({ at: '2026-11-24T10:30', school: { ...more } });
}

function withPromise(promise = PROMISE): string {
  return modelPolicy(AUP).replace(LAST_PROMISE, (last) => `${last}\n10. ${promise}`);
}

async function agree(world: World, person: string) {
  const mine = await world.say(person, 'my agreements');
  const ask = await push(world, person, mine, 'Read and agree');
  return push(world, person, ask, 'I have read it and agree', { name: 'A Person' });
}

/** What somebody was sent about policies, newest last. */
function newsTo(world: World, person: string) {
  return world.sentTo(person).filter(({ card }) => card.name === 'policy/news');
}

/** The latest card as something whose buttons can be pressed. */
function latest(world: World, person: string) {
  const sent = newsTo(world, person).at(-1);
  if (!sent) throw new Error(`${person} was sent nothing about a policy`);
  const buttons = (sent.card.actions ?? []).flatMap((action) =>
    action.type === 'Action.Execute' ? [{ title: action.title, verb: action.verb, data: { ...action.data } }] : [],
  );
  const shown = { view: { card: sent.card.name, data: {} }, card: sent.card, text: sent.text, buttons };
  return { here: [shown], privately: [], all: [shown], text: sent.text };
}

async function decisions(world: World) {
  return (await world.records.listPrefix('agree-again|')).rows.map(({ value }) => Decision.parse(value));
}

/** Those who were asked to agree since the clock stood there. */
function askedNow(world: World, before: number): string[] {
  return [
    ...new Set(
      world.arrived
        .slice(before)
        .filter(({ card }) => card.name === 'agreement/ask')
        .map(({ to }) => to),
    ),
  ];
}

describe('A new version of a policy that people agree to', () => {
  let world: World;

  beforeEach(async () => {
    world = await open();
    await agree(world, 'teacher');
    await world.pass({ hours: 1 });
    await importVersion(world, AUP, withPromise());
    await world.settle();
  });

  afterEach(() => world.close());

  test('is shown to the office manager and to the policy’s owner, and to nobody else', () => {
    const told = new Set(world.arrived.filter(({ card }) => card.name === 'policy/news').map(({ to }) => to));

    expect(told).toEqual(new Set(['office', 'head']));
    expect(newsTo(world, 'office')).toHaveLength(1);
    expect(latest(world, 'office').text).toContain('There is a new version of “Acceptable use policy”.');
    expect(latest(world, 'office').text).toContain('Compared with the version before: 1 added, 0 changed, 0 removed.');
    expect(latest(world, 'office').text).toContain('The words that people agree to have changed.');
  });

  test('is compared word for word behind a button', async () => {
    const shown = await push(world, 'office', latest(world, 'office'), 'What has changed (1)');

    expect(shown.text).toContain('Added');
    expect(shown.text).toContain('Now: “I hand my laptop in at the office');
  });

  test('asks nobody again as long as nobody has decided', async () => {
    const before = world.arrived.length;
    await world.pass({ days: 3 });

    expect(askedNow(world, before)).not.toContain('teacher');
    expect((await world.say('teacher', 'my agreements')).text).toContain('Nothing is waiting for you.');
  });

  test('is brought back to the office manager once a week until it is decided, and not to the owner', async () => {
    await world.moveTo('2026-12-01T10:30');
    await world.moveTo('2026-12-03T10:30');
    await world.moveTo('2026-12-08T10:30');

    expect(newsTo(world, 'office')).toHaveLength(3);
    expect(newsTo(world, 'head')).toHaveLength(1);

    await push(world, 'office', latest(world, 'office'), NO);
    await world.moveTo('2026-12-15T10:30');

    expect(newsTo(world, 'office')).toHaveLength(3);
  });

  test('with "yes" asks everybody who agreed to the words before', async () => {
    const decided = await push(world, 'office', latest(world, 'office'), YES);
    const before = world.arrived.length;
    await world.settle();
    const asked = world.arrived.slice(before).find(({ to, card }) => to === 'teacher' && card.name === 'agreement/ask');

    expect(decided.text).toContain('Everyone who must agree is asked again.');
    expect(decided.text).toContain('Office manager decided on 24 November 2026 that people must agree again.');
    expect(asked?.text).toContain('The words have changed since you last agreed');
  });

  test('with "no" leaves every agreement in force, and the register says which words were agreed to', async () => {
    const old = (await world.records.listPrefix('agreed-last|aup-staff|teacher')).rows;
    await push(world, 'office', latest(world, 'office'), NO);
    const before = world.arrived.length;
    await world.pass({ days: 8 });
    const mine = await world.say('teacher', 'my agreements');

    expect(askedNow(world, before)).not.toContain('teacher');
    expect(mine.text).toContain('Nothing is waiting for you.');
    expect((await world.records.listPrefix('agreed-last|aup-staff|teacher')).rows).toEqual(old);
  });

  test('is agreed to in its new words by somebody who comes after "no"', async () => {
    await push(world, 'office', latest(world, 'office'), NO);
    const mine = await world.say('assistant', 'my agreements');
    const ask = await push(world, 'assistant', mine, 'Read and agree');
    const whole = await push(world, 'assistant', ask, 'Read all of it (2 minutes)');

    expect(whole.text).toContain('I hand my laptop in at the office');
  });

  test('keeps who decided, when, and about which two versions', async () => {
    await push(world, 'head', latest(world, 'head'), NO);
    const [decision] = await decisions(world);

    expect(decision).toMatchObject({
      policy: AUP,
      from: expect.stringMatching(/^[0-9a-f]{64}$/),
      to: expect.stringMatching(/^[0-9a-f]{64}$/),
      answers: [{ answer: 'no', by: 'head', at: '2026-11-24T11:30:00.000Z' }],
    });
    expect(decision?.from).not.toBe(decision?.to);
  });
});

describe('A decision about a new version', () => {
  let world: World;

  beforeEach(async () => {
    world = await open();
    await agree(world, 'teacher');
    await world.pass({ hours: 1 });
    await importVersion(world, AUP, withPromise());
    await world.settle();
  });

  afterEach(() => world.close());

  test('pressed twice is made once', async () => {
    const card = latest(world, 'office');
    await push(world, 'office', card, YES);
    const again = await push(world, 'office', card, NO);

    expect(again.text).toContain('That was decided before, so I changed nothing.');
    expect((await decisions(world))[0]?.answers).toHaveLength(1);
  });

  test('by two people at one moment is made by one of them, and the other is told', async () => {
    const shown = await Promise.all([
      push(world, 'office', latest(world, 'office'), YES),
      push(world, 'head', latest(world, 'head'), NO),
    ]);

    expect((await decisions(world))[0]?.answers).toHaveLength(1);
    expect(shown.filter(({ text }) => text.includes('That was decided before'))).toHaveLength(1);
  });

  test('of "no" is not turned by a colleague who has not read it yet: they are told of it first', async () => {
    const unread = latest(world, 'office');
    await push(world, 'head', latest(world, 'head'), NO);
    const told = await push(world, 'office', unread, YES);
    const before = await decisions(world);
    await push(world, 'office', told, 'Ask everyone after all');

    expect(told.text).toContain('That was decided before');
    expect(before[0]?.answers.map(({ answer }) => answer)).toEqual(['no']);
    expect((await decisions(world))[0]?.answers.map(({ answer }) => answer)).toEqual(['no', 'yes']);
  });

  test('of "no" can be turned into "yes" later, and both stay on record', async () => {
    const no = await push(world, 'office', latest(world, 'office'), NO);
    await world.pass({ days: 1 });
    await push(world, 'office', no, 'Ask everyone after all');
    const before = world.arrived.length;
    await world.settle();

    expect(askedNow(world, before)).toContain('teacher');
    expect((await decisions(world))[0]?.answers.map(({ answer }) => answer)).toEqual(['no', 'yes']);
  });

  test('on a card about an earlier version changes nothing, and shows how it stands now', async () => {
    const old = latest(world, 'office');
    await world.pass({ hours: 1 });
    await importVersion(world, AUP, withPromise('I switch my laptop off at night.'));
    const late = await push(world, 'office', old, YES);

    expect(late.text).toContain('That card was about an earlier version, so I changed nothing.');
    expect(await decisions(world)).toEqual([]);
    expect(button(late, YES).data).not.toEqual(button(old, YES).data);
  });

  test.each(['teacher', 'lead', 'chair', 'guest'])('is not for %s, whatever they send', async (person) => {
    const { verb, data } = button(latest(world, 'office'), YES);
    const shown = await world.press(person, verb, data);

    expect(shown.text).toContain('You cannot open this one.');
    expect(await decisions(world)).toEqual([]);
  });

  test('asks again also when only the words around the agreement changed, if the school says so', async () => {
    await push(world, 'office', latest(world, 'office'), NO);
    await world.pass({ hours: 1 });
    await importVersion(world, AUP, `${withPromise()}\n## 9. Laptops\n\nLaptops are locked away at night.\n`);
    await world.settle();
    const card = latest(world, 'office');
    await push(world, 'office', card, YES);
    const before = world.arrived.length;
    await world.settle();

    expect(card.text).toContain('The words that people agree to are the same as before.');
    expect(askedNow(world, before)).toContain('teacher');
  });
});

describe('An import', () => {
  test('of a policy that nobody agrees to is told, and asks nothing', async () => {
    const world = await open();
    await importVersion(
      world,
      'online-safety',
      `${modelPolicy('online-safety')}\n\nWe follow the Data Protection Act 1998.\n`,
    );
    await world.settle();

    expect(newsTo(world, 'lead')).toHaveLength(1);
    expect(latest(world, 'office').text).not.toContain('Must people agree');
    const look = await push(world, 'office', latest(world, 'office'), 'Worth a look (1)');
    expect(look.text).toContain('“Data Protection Act 1998”');
    expect(look.text).toContain('In its place there is now: Data Protection Act 2018');
    await world.close();
  });

  test('of the same words saved anew is told, and asks nothing', async () => {
    const world = await open();
    await importVersion(world, AUP, `${modelPolicy(AUP)}\n\n`);
    await world.settle();

    expect(latest(world, 'office').text).toContain('Its words are the same as in the version before.');
    expect(latest(world, 'office').text).not.toContain('Must people agree');
    await world.close();
  });

  test('at night is told when school opens', async () => {
    const world = await open();
    await world.moveTo('2026-11-24T21:00');
    await importVersion(world, AUP, withPromise());
    await world.settle();
    expect(newsTo(world, 'office')).toHaveLength(0);

    await world.moveTo('2026-11-25T08:05');

    expect(newsTo(world, 'office')).toHaveLength(1);
    await world.close();
  });

  test('is no news to anybody when it is the first start of a school', async () => {
    const world = await open();
    await world.settle();

    expect(world.arrived.filter(({ card }) => card.name === 'policy/news')).toEqual([]);
    await world.close();
  });

  test('in a school without an office manager is told to the headteacher, who decides', async () => {
    const world = await open({ offices: { headteacher: ['head'], dsl: ['lead'], chairOfGovernors: ['chair'] } });
    await importVersion(world, AUP, withPromise());
    await world.settle();
    await push(world, 'head', latest(world, 'head'), NO);

    expect((await decisions(world))[0]?.answers[0]).toMatchObject({ by: 'head', answer: 'no' });
    await world.close();
  });
});

describe('"policies"', () => {
  let world: World;

  beforeEach(async () => {
    world = await open();
  });

  afterEach(() => world.close());

  test.each(['policies', 'Policies', 'POLICIES.', 'our policies', 'polices'])('"%s" is understood', async (words) => {
    expect((await world.say('office', words)).text).toContain('There are 4 policies.');
  });

  test('shows the office manager each policy with its version, its review date and what is worth a look', async () => {
    const shown = await world.say('office', 'policies');

    expect(shown.text).toContain('Phones and cameras policy');
    expect(shown.text).toContain('This policy was due for review in September 2026.');
    expect(shown.text).toContain('Its next review is due on 14 January 2027.');
    expect(shown.text).toMatch(/Nothing in it needs a look\.|worth a look\./);
    expect(shown.all.flatMap(({ buttons }) => buttons).filter(({ title }) => title === 'Open')).toHaveLength(4);
  });

  test('shows an owner what is to be done in their own policy, and of the others the review date', async () => {
    const shown = await world.say('ict', 'policies');

    expect(shown.all.flatMap(({ buttons }) => buttons).filter(({ title }) => title === 'Open')).toHaveLength(1);
  });

  test.each(['teacher', 'chair', 'governor'])(
    'shows a %s, who keeps none, each title with its review date, and no findings',
    async (person) => {
      const shown = await world.say(person, 'policies');

      expect(shown.text).toContain('Phones and cameras policy');
      expect(shown.text).toContain('This policy was due for review in September 2026.');
      expect(shown.text).toContain('Its next review is due on 14 January 2027.');
      expect(shown.text).toContain('Ask me about any of them');
      for (const words of ['look', 'Version of', 'To decide']) expect(shown.text).not.toContain(words);
      expect(shown.all.flatMap(({ buttons }) => buttons)).toEqual([]);
    },
  );

  test('begins with what is past its review, whatever its title', async () => {
    const { text } = await world.say('chair', 'policies');
    const past = text.indexOf('This policy was due for review in September 2026.');

    expect(past).toBeGreaterThan(0);
    expect(past).toBeLessThan(text.indexOf('Acceptable use policy'));
  });

  test('says so where nobody has given a review date', async () => {
    const undated = { ...sampleSchool.policies[1], reviewOn: undefined };
    const school = await open({ policies: [undated], agreements: [] });
    await importVersion(school, AUP, modelPolicy(AUP).replace(/^- Next review:.*$/m, ''));

    expect((await school.say('teacher', 'policies')).text).toContain('It has no review date yet.');
    await school.close();
  });

  test('shows a teacher the title alone of a policy that could not be read', async () => {
    const policies = [{ id: 'phones', file: 'no-such-file.md', title: 'Phones policy' }];
    const school = await openWorld({ school: { policies, agreements: [] } });
    const shown = await school.say('teacher', 'policies');

    expect(shown.text).toContain('Phones policy');
    expect(shown.text).not.toContain('import');
    await school.close();
  });

  test('in a group is answered to the person alone', async () => {
    const { here, privately } = await world.say('office', 'policies', 'group');

    expect([here.length, privately.length]).toEqual([0, 1]);
  });

  test('opens one policy with what was found in it', async () => {
    const list = await world.say('office', 'policies');
    const shown = await push(world, 'office', list, 'Open');

    for (const words of ['Phones and cameras policy', 'What it is', 'Tables', 'clauses'])
      expect(shown.text).toContain(words);
  });

  test('says how many questions a policy left open', async () => {
    await world.press('teacher', 'answer/pass-on', {
      policy: 'phones-and-cameras',
      question: 'may parrots have phones',
    });
    const shown = await world.press('head', 'policy/open', { policy: 'phones-and-cameras' });

    expect(shown.text).toContain('1 question about it was passed on and is not answered by it.');
  });

  test('goes on behind a button where there are many', async () => {
    const many = Array.from({ length: 9 }, (_, at) => ({ id: `p${at}`, file: `p${at}.md`, title: `Policy ${at}` }));
    const school = await openWorld({ school: { policies: many, agreements: [] } });
    const first = await school.say('office', 'policies');
    const next = await push(school, 'office', first, 'Show more');

    expect(first.text).toContain('Policy 5');
    expect(first.text).not.toContain('Policy 6');
    expect(next.text).toContain('Policy 8');
    expect(next.text).toContain('I could not read this one.');
    await school.close();
  });

  test('is on the help card of those who keep policies, with what is to be decided', async () => {
    await importVersion(world, AUP, withPromise());

    expect((await world.say('office', 'help')).text).toContain('Policies (1 to decide)');
    expect((await world.say('lead', 'help')).text).toContain('Policies');
    expect((await world.say('teacher', 'help')).text).not.toContain('Policies');
  });
});
