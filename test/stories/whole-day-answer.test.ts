import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PLATFORMS, type Platform } from '../platforms';

const root = dirname(require.resolve('#root'));
const ASK = 'can I use my own phone to take pictures on the trip';
const DISCLOSURE = 'a girl in my class just told me a man online wants photos of her';

describe.each(PLATFORMS)('A policy question in %s', (_name, open) => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await open();
  });

  afterAll(async () => {
    await platform.close();
  });

  test('is answered word for word, with heading, policy, version and approval, and with a warning past its review date', async () => {
    const teacher = platform.person('teacher');
    await teacher.say(ASK);
    const answer = await teacher.sees('Phones and cameras policy ›');
    await teacher.press('2 more places that may help');
    const unfolded = await teacher.sees('“On a trip, photographs and films');

    const quotes = [...unfolded.matchAll(/^>? ?“(.+?)”$/gm)].map(([, quote = '']) => quote);
    const policies = ['phones-and-cameras.md', 'acceptable-use.md', 'online-safety.md', 'filtering-and-monitoring.md'];
    expect(quotes).toHaveLength(3);
    expect(wordsOf('phones-and-cameras.md')).toContain(quotes[0]);
    for (const quote of quotes) expect(policies.map(wordsOf).some((words) => words.includes(quote))).toBe(true);
    expect(answer).toContain('4. Trips and visits');
    expect(answer).toMatch(/Version of \d+ \w+ \d{4}, approved by the governors(?: on \d+ \w+ \d{4})?\./);
    expect(answer).toContain('This policy was due for review in September 2026.');
  });

  test('that was not what was needed is passed on to the owner without the asker’s name', async () => {
    const teacher = platform.person('teacher');
    await teacher.say(ASK);
    await teacher.sees('Phones and cameras policy ›');
    await teacher.press('Not what I needed');
    expect(await teacher.sees('Sorry that this did not help.')).toContain('is looked after by the headteacher');
    await teacher.press('Pass it on');
    await teacher.sees('Passed on to the headteacher.');
    await platform.settle();

    const passed = await platform.person('head').sees('Somebody asked this');
    expect(passed).toContain(ASK);
    expect(passed).not.toContain('Class teacher');
  });

  test('that was passed on is matched to a clause by its owner, whose words come first from then on', async () => {
    const head = platform.person('head');
    await head.sees('Somebody asked this');
    await head.press('Find the place that answers it');
    await head.sees('Which words answer this?');
    await head.press('Look again', { words: 'phone handed in at the office by visitors' });
    await head.sees('Which words answer this?');
    await head.press('These words');
    const confirm = await head.sees('Do these words answer it?');
    await head.press('Yes, show these words');
    await head.sees('sees these words first');

    const [, chosen = ''] = /“(.+?)”/.exec(confirm.split('Whoever asks this would see:')[1] ?? '') ?? [];
    expect(wordsOf('phones-and-cameras.md')).toContain(chosen);
    const assistant = platform.person('assistant');
    await assistant.say('on the trip, can I use my own phone to take pictures?');
    expect(await assistant.sees('Your school has matched this question')).toContain(`“${chosen}”`);
  });

  test('that no policy answers is declined, with a person to ask', async () => {
    const teacher = platform.person('teacher');
    await teacher.say('what do I do when the minibus has a flat tyre');

    expect(await teacher.sees('I did not find this in your school’s policies.')).toMatch(
      /Ask the office manager, or I can pass the question on without your name\./,
    );
  });

  test('that is really a disclosure is not searched: 999, who to find, the private form, and a word about names', async () => {
    const teacher = platform.person('teacher');
    await teacher.say(DISCLOSURE);

    const shown = await teacher.sees('This sounds like a concern about somebody');
    for (const line of ['999', 'Safeguarding lead', '01632 960010', 'put no names or details', 'Report a concern'])
      expect(shown).toContain(line);
    expect(platform.sent()).not.toContain('man online wants');
  });

  test('that is a disclosure in a channel is answered in private, and its words are repeated nowhere', async () => {
    const assistant = platform.person('assistant');
    await assistant.sayIn('staffroom', DISCLOSURE);

    expect(await assistant.sees('This sounds like a concern about somebody')).toContain('01632 960010');
    const inChannel = (await platform.cardsIn('staffroom')).join('\n');
    expect(inChannel).toContain('I have written to you in private.');
    expect(inChannel).not.toContain('999');
    expect(platform.sent()).not.toContain('man online wants');
    expect(platform.logged.join('')).not.toContain('man online wants');
    await assistant.press('Report a concern');
    await assistant.sees('Is someone in danger now?');
  });

  test('help shows a teacher, a lead, a governor and a stranger what each of them can do', async () => {
    const help: Record<string, string> = {};
    for (const id of ['teacher', 'lead', 'chair']) {
      await platform.person(id).say('help');
      help[id] = await platform.person(id).sees('Hello. I am Lantern, for Oak Lane Primary School.');
    }
    await platform.person('nobody').say('help');
    const stranger = await platform.person('nobody').sees('I do not know you yet');

    for (const shown of Object.values(help)) {
      for (const line of [
        'Report a concern',
        'Ask about a policy',
        'My agreements (1 to do)',
        'In an emergency ring 999',
      ])
        expect(shown).toContain(line);
    }
    expect(help.teacher).not.toContain('Reviews due');
    expect(help.chair).toContain('Reviews due (2)');
    expect(stranger).toContain('999');
    expect(stranger).toContain('Safeguarding lead');
    expect(stranger).not.toContain('My agreements');
  });

  test('help offers a lead the concerns that are open', async () => {
    const [teacher, lead] = [platform.person('teacher'), platform.person('lead')];
    await teacher.say('report concern');
    await teacher.sees('Is someone in danger now?');
    await teacher.press('Yes, danger now');
    await teacher.sees('Who is it about?');
    await teacher.press('A child');
    await teacher.sees('I cannot ring 999 for you');

    await lead.say('help');
    await lead.sees('Open concerns (1)');
    await lead.press('Open concerns (1)');
    expect(await lead.sees('Open concerns: 1')).toMatch(/OL-26-0001/);
  });
});

/** A policy's words in one line, without the marks that Markdown puts among them. */
function wordsOf(file: string): string {
  return readFileSync(join(root, 'policies', file), 'utf8')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ');
}
