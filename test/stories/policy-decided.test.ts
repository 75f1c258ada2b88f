import { Decision } from '../../domain/agree-again';
import { buttonsOf, type World } from '../world';
import { importVersion, modelPolicy, openStoredWorld } from './new-version';
import { push } from './raise';

/* What a decision is about when versions come one after another: the words that were decided on last. */

const AUP = 'acceptable-use';
const STAFF = 'aup-staff';
const LAST_PROMISE = /^9\. I understand that the school filters.*$/m;
const PROMISE = '10. I hand my laptop in at the office when I leave the school for good.';
const SAME = 'The words that people agree to are the same as before.';
const CHANGED = 'The words that people agree to have changed.';
const YES = 'Yes, ask everyone again';
const NO = 'No, it goes on as it is';

const first = modelPolicy(AUP);
const promised = first.replace(LAST_PROMISE, (last) => `${last}\n${PROMISE}`);
const mended = `${promised}\n## 9. Laptops\n\nLaptops are locked away at night.\n`;
const anew = (text: string) => `${text}\n\n`;

let world: World;

beforeEach(async () => {
  world = await openStoredWorld({ at: '2026-11-24T10:30', school: {} });
  await world.settle();
  const ask = await world.press('teacher', 'agreement/show', { agreement: STAFF });
  await push(world, 'teacher', ask, 'I have read it and agree', { name: 'A Person' });
});

afterEach(() => world.close());

/** A version comes on the next day, and those who keep the policy hear of it. */
async function comes(text: string) {
  await world.pass({ days: 1 });
  await importVersion(world, AUP, text);
  await world.settle();
}

const news = () =>
  world
    .sentTo('office')
    .filter(({ card }) => card.name === 'policy/news')
    .at(-1);

async function decide(title: string) {
  const found = buttonsOf(news()?.card).find((button) => button.title === title);
  if (!found) throw new Error(`the news has no button "${title}"`);
  return world.press('office', 'policy/again', found.data ?? {});
}

const decisions = async () =>
  (await world.records.listPrefix('agree-again|')).rows.map(({ value }) => Decision.parse(value));

const owes = async (person: string) => (await world.say(person, 'my agreements')).text.includes('Waiting for you');

const preview = () =>
  world.press('office', 'agreement/preview', {
    ...{ agreement: STAFF, audience: 'staff', opensOn: '2026-12-01', dueOn: '2026-12-15', whom: 'rest' },
  });

const mayStart = async () => !(await preview()).text.includes('nobody has said yet');

describe('A version that comes before anybody decided about the one before it', () => {
  test('is set beside the words that people agreed to, and the question says that those have changed', async () => {
    await comes(promised);
    await comes(mended);
    const card = news();
    const changes = await world.press('office', 'policy/changes', {
      policy: AUP,
      version: world.now().toUTC().toISO(),
    });
    const about = await world.press('office', 'policy/open', { policy: AUP });

    expect(card?.text).toContain('Must people agree to it again?');
    expect(card?.text).toContain(CHANGED);
    expect(card?.text).toContain(
      'Nobody has decided about any version so far. Compared with the first: 2 added, 0 changed, 0 removed.',
    );
    expect(changes.text).toContain('I hand my laptop in at the office');
    expect(about.text).toContain('No need to agree again');
    expect(await owes('teacher')).toBe(false);
  });

  test('and has the same words saved anew is still to be decided on, and can be', async () => {
    await comes(promised);
    await comes(anew(promised));

    expect(news()?.text).toContain(CHANGED);
    expect(await mayStart()).toBe(false);
    await decide(YES);
    expect(await owes('teacher')).toBe(true);
    expect(await mayStart()).toBe(true);
    expect(await decisions()).toHaveLength(1);
  });

  test('and brings the first words back leaves nothing to decide', async () => {
    await comes(promised);
    await comes(anew(first));

    expect(news()?.text).toContain('Compared with the version before: 0 added, 0 changed, 1 removed.');
    expect(news()?.text).not.toContain('Must people agree');
    expect(await mayStart()).toBe(true);
    expect(await owes('teacher')).toBe(false);
  });
});

describe('A version with the words that were decided on', () => {
  test.each([
    [NO, 'that nobody need agree again', false],
    [YES, 'that people must agree again', true],
  ])('carries “%s” over: nothing is to be decided, and a round can be started', async (answer, words, isOwed) => {
    await comes(promised);
    await decide(answer);
    await comes(anew(promised));

    expect(news()?.text).toContain('Its words are the same as in the version before.');
    expect(news()?.text).toContain(words);
    expect(news()?.text).not.toContain('Must people agree');
    expect(await owes('teacher')).toBe(isOwed);
    expect(await mayStart()).toBe(true);
    expect(await decisions()).toHaveLength(1);
  });

  test('is what the next one is compared with', async () => {
    await comes(promised);
    await decide(NO);
    await comes(anew(promised));
    await comes(mended);

    expect(news()?.text).toContain(
      'Compared with the version that was decided on last: 1 added, 0 changed, 0 removed.',
    );
    expect(news()?.text).toContain(SAME);
    await decide(NO);
    expect(await owes('teacher')).toBe(false);
    expect(await owes('assistant')).toBe(true);
  });
});

test('The first words saved anew leave nothing to decide, and a round can be started', async () => {
  await comes(anew(first));

  expect(news()?.text).not.toContain('Must people agree');
  expect(await mayStart()).toBe(true);
  expect(await owes('teacher')).toBe(false);
});

test('Words that are only numbered otherwise are decided on, and the card says that they are no others', async () => {
  await comes(first.replace('1. I will keep my passwords', '3. I will keep my passwords'));

  expect(news()?.text).toContain('Must people agree');
  expect(news()?.text).toContain(
    'The words that people agree to are the same as before, only numbered or set otherwise.',
  );
  await decide(NO);
  expect(await owes('teacher')).toBe(false);
});
