import { push, QUIET, raise } from './raise';
import { openWorld, type World } from '../world';

let world: World;

beforeEach(async () => {
  world = await openWorld({ school: QUIET });
});
afterEach(() => world.close());

const open = async (person: string, ref: string) => (await world.press(person, 'concern/open', { ref })).text;
const history = async (person: string, ref: string) => (await world.press(person, 'concern/history', { ref })).text;
const about = (who: string) => ({ category: 'cyberbullying', story: { who } });

/** The lead goes to the page of links, and from there wherever they press. */
const links = (ref: string, person = 'lead') => world.press(person, 'concern/links', { ref });

describe('Two cases', () => {
  test('are linked by a lead, both show it, each has it in its chronology, and the link can be taken away', async () => {
    const { ref: one } = await raise(world, about('A.B.'));
    const { ref: other } = await raise(world, about('C.D.'));
    const form = await push(world, 'lead', await links(one), 'Link another case');
    await push(world, 'lead', form, 'Link them', { other: other.replaceAll('-', ' ').toLowerCase(), as: 'family' });

    expect(await open('lead', one)).toContain(`Linked with ${other}: one family`);
    expect(await open('second-lead', other)).toContain(`Linked with ${one}: one family`);
    for (const [ref, its] of [
      [one, other],
      [other, one],
    ] as const)
      expect(await history('lead', ref)).toContain(`Safeguarding lead linked it with ${its}`);

    await push(world, 'second-lead', await links(other, 'second-lead'), 'Take the link away');

    expect(await open('lead', one)).not.toContain(`Linked with ${other}`);
    expect(await history('lead', one)).toContain('Deputy safeguarding lead took away the link');
    expect(await history('lead', other)).toContain('Deputy safeguarding lead took away the link');
  });

  test.each([
    ['itself', (one: string) => one, 'That is this case itself'],
    ['one that does not exist', () => 'OL-26-9999', 'There is no such case that you may open'],
    ['what is no reference', () => 'the one of last week', 'There is no such case that you may open'],
  ])('are not linked when the other is %s: the form says so and keeps what was typed', async (_what, other, said) => {
    const { ref } = await raise(world, about('A.B.'));
    const shown = await world.press('lead', 'concern/do-link', { ref, other: other(ref), as: 'family' });

    expect(shown.text).toContain(said);
    expect(JSON.stringify(shown.here[0]?.card)).toContain(other(ref));
    expect(await open('lead', ref)).not.toContain('Linked with');
  });

  test('are linked once, however often it is pressed', async () => {
    const { ref: one } = await raise(world, about('A.B.'));
    const { ref: other } = await raise(world, about('C.D.'));
    await world.press('lead', 'concern/do-link', { ref: one, other, as: 'same-event' });
    const again = await world.press('second-lead', 'concern/do-link', { ref: other, other: one, as: 'other' });
    await world.press('lead', 'concern/unlink', { ref: one, other });
    const gone = await world.press('lead', 'concern/unlink', { ref: one, other });

    expect(again.text).toContain(`It is linked with ${one} already`);
    expect(gone.text).toContain('No case is linked with it');
    expect(world.logged).toEqual([]);
  });
});

describe('What may belong together', () => {
  test('is said on the case to a lead, who links it at a press', async () => {
    const { ref: old } = await raise(world, about('A.B. 4B'));
    await raise(world, about('C.D. 4B'));
    const { ref } = await raise(world, about('a b, 5A'));
    const seen = await open('lead', ref);
    const linked = await push(world, 'lead', await links(ref), 'Link it');

    expect(seen).toContain(`Perhaps the same child as ${old}`);
    expect(seen.match(/Perhaps/g)).toHaveLength(1);
    expect(linked.text).toContain(`Linked with ${old}: the same child`);
    expect(await open('lead', ref)).not.toContain('Perhaps');
  });

  test('is said of a page of a site, and of an adult to those who may open both', async () => {
    const story = { address: 'https://chat.example/room/7' };
    const { ref: page } = await raise(world, { category: 'grooming', story });
    const { ref: samePage } = await raise(world, { category: 'grooming', story: { address: 'chat.example/room/7/' } });
    await raise(world, { category: 'grooming', story: { address: 'chat.example' } });
    const adult = { about: 'adult', category: 'staff-conduct', subject: 'assistant' };
    const { ref: first } = await raise(world, adult);
    const { ref: second } = await raise(world, adult);

    expect(await open('lead', samePage)).toContain(`Perhaps the same web page as ${page}`);
    expect(await open('head', second)).toContain(`Perhaps about the same adult as ${first}`);
  });

  test('reaches no reporter', async () => {
    const { ref: one } = await raise(world, { by: 'teacher', ...about('A.B.') });
    const { ref: other } = await raise(world, { by: 'office', ...about('A.B.') });
    await world.press('lead', 'concern/do-link', { ref: one, other, as: 'same-child' });
    await world.settle();
    const told = [...world.sentTo('teacher'), ...world.sentTo('office')].map(({ text }) => text).join();
    const mine = await world.say('teacher', 'my reports');

    expect(`${told} ${mine.text}`).not.toMatch(/link|Perhaps/i);
    expect(mine.text).not.toContain(other);
  });
});

describe('A link to a case that somebody may not open', () => {
  test('is not there for them: not on the case, not in its chronology, not as something likely', async () => {
    const { ref: child } = await raise(world, about('A.B.'));
    const { ref: adult } = await raise(world, {
      about: 'lead',
      category: 'staff-conduct',
      subject: 'lead',
      story: { who: 'A.B.' },
    });
    const refused = await world.press('lead', 'concern/do-link', { ref: child, other: adult, as: 'same-event' });
    const before = [await open('lead', child), await history('lead', child), (await links(child)).text].join();
    // The headteacher may open the child's case for a week, and links nothing on it; then the child's case is theirs to lead.
    await linkBehind(child, adult);
    const after = [await open('lead', child), await history('lead', child), (await links(child)).text].join();

    expect(refused.text).toContain('There is no such case that you may open');
    for (const text of [before, after]) {
      expect(text).not.toContain(adult);
      expect(text).not.toMatch(/Linked with|linked it|Perhaps/);
    }
    expect((await links(adult, 'head')).text).not.toContain(child);
  });
});

/** Two cases are linked by somebody who could once open both: the headteacher, while the lead's case was shared. */
async function linkBehind(one: string, other: string) {
  const kept = await world.records.get(`concern|${one}`);
  if (!kept) throw new Error('it was raised');
  const until = '2026-12-01';
  const shared = { ...Object(kept.value), shares: [{ person: 'head', until, by: 'lead' }] };
  await world.records.commit([{ op: 'update', key: kept.key, value: shared, etag: kept.etag }]);
  await world.press('head', 'concern/do-link', { ref: other, other: one, as: 'same-event' });
  const linked = await history('head', other);
  expect(linked).toContain(`linked it with ${one}`);
  await world.moveTo('2026-12-02T10:15');
}
