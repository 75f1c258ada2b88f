import { openLibrary } from '../../library';
import { readHere } from '../../library/read-here';
import { sampleLibrary } from '../sample-school';
import { openWorld, type World } from '../world';
import { push } from './raise';

const ASK = 'can I use my own phone to take pictures on the trip';

async function libraryOf(text: string) {
  const reading = await readHere(Buffer.from(text), 'rules.md');
  if (!reading.ok) throw new Error('the policy is readable');
  const rules = { policy: { id: 'rules', title: 'Rules', file: 'rules.md' }, document: reading.document };
  return openLibrary([...(await sampleLibrary()).policies, rules]);
}

describe('A question that follows another', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld();
  });

  afterEach(async () => {
    await world.close();
  });

  test('repeats the last one for other people, and says what was asked', async () => {
    await world.say('teacher', ASK);
    const pupils = await world.say('teacher', 'and for pupils?');
    const governors = await world.say('teacher', 'what about governors');

    expect(pupils.text).toContain('I took this as: “can pupils use their own phone to take pictures on the trip”');
    expect(governors.text).toContain(
      'I took this as: “can governors use their own phone to take pictures on the trip”',
    );
  });

  test('is not guessed at: without a last question it is asked for in full', async () => {
    const shown = await world.say('teacher', 'and for pupils?');

    expect(shown.text).toContain('I do not know which question you mean.');
    expect(shown.text).toContain('“can pupils use their own phones?”');
  });

  test('is forgotten after ten minutes', async () => {
    await world.say('teacher', ASK);
    await world.pass({ minutes: 11 });

    expect((await world.say('teacher', 'and for pupils?')).text).toContain('I do not know which question you mean.');
  });

  test('is each person’s own, and a channel has none', async () => {
    await world.say('teacher', ASK);

    expect((await world.say('assistant', 'and for pupils?')).text).toContain('I do not know which question');
    expect((await world.say('teacher', 'and for pupils?', 'group')).text).toContain('I do not know which question');
    await world.say('assistant', ASK, 'group');
    expect((await world.say('assistant', 'and for pupils?')).text).toContain('I do not know which question');
  });

  test('leaves nothing behind', async () => {
    await world.say('teacher', `${ASK} with the hens`);
    await world.say('teacher', 'and for pupils?');

    const rows = (await world.records.listPrefix('')).rows;
    expect(JSON.stringify(rows.map(({ value }) => value))).not.toContain('hens');
    expect(world.logged.join()).not.toContain('hens');
  });
});

describe('What a policy says twice, differently', () => {
  const TABLES = `# Rules

## Table one

| Thing | Acceptable | Unacceptable |
|---|---|---|
| Drones in the playground | x | |
| Kites | x | |

## Table two

| Thing | Acceptable | Unacceptable |
|---|---|---|
| Drones in the playground | | x |
| Kites | x | |
`;

  test('is shown together, not folded apart, and said to disagree', async () => {
    const world = await openWorld({ library: await libraryOf(TABLES) });
    const shown = await world.say('teacher', 'are drones in the playground ok');

    expect(shown.text).toContain('These two places do not say the same');
    expect(shown.text).toContain('Rules › Table one');
    expect(shown.text).toContain('Rules › Table two');
    await world.close();
  });

  test('goes on being said when further places are opened, and whom to ask is one press away', async () => {
    const world = await openWorld({
      library: await libraryOf(
        `${TABLES}\nDrones in the playground are noisy.\n\nA drone in the playground needs a licence.\n`,
      ),
    });
    const shown = await world.say('teacher', 'are drones in the playground ok');
    const fold = shown.all.flatMap(({ buttons }) => buttons).find(({ verb }) => verb === 'answer/more');
    const opened = fold ? await world.press('teacher', fold.verb, fold.data) : shown;

    expect(fold).toBeDefined();
    expect(opened.text).toContain('These two places do not say the same');
    expect((await push(world, 'teacher', opened, 'Not what I needed')).text).toContain('Ask the office manager');
    await world.close();
  });

  test('is not said of two places that agree', async () => {
    const world = await openWorld({ library: await libraryOf(TABLES) });

    expect((await world.say('teacher', 'are kites ok')).text).not.toContain('do not say the same');
    await world.close();
  });
});

test('a dated change in the text says that it counts before the older words', async () => {
  const world = await openWorld({
    library: await libraryOf(
      '# Rules\n\n## Updates/ Amendments 23-11-22:\n\nDrones in the playground are flown by the caretaker only.\n\n## Toys\n\nKites are flown on Fridays.\n',
    ),
  });
  const shown = await world.say('teacher', 'who flies drones in the playground');

  expect(shown.text).toContain('This is a change of 23 November 2022. It counts before the older words of the policy.');
  await world.close();
});
