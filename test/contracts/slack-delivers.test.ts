import { Refused } from '../../bot/channel';
import type { Card } from '../../cards/dialect';
import { expand } from '../../cards/expand';
import type { View } from '../../cards/view';
import { waitedMilliseconds } from '../processor-time';
import { readAloud } from '../slack/fields';
import { FIELD, formCard, openSlackHouse, sayCard, type SlackHouse } from '../slack/house';

const cardOf = (view: View): Card => expand(view, { nation: 'england', schoolName: 'Oak Lane Primary School' });
const card = (text: string) => cardOf(sayCard(text));

describe('delivery through Slack', () => {
  let house: SlackHouse;
  beforeAll(async () => {
    house = await openSlackHouse({ crowd: 250 });
  });
  afterAll(async () => {
    await house.close();
  });
  beforeEach(() => {
    house.workspace.mishaps.clear();
  });

  function addressOf(name: string) {
    const person = house.household.school.people.find(({ id }) => id === name);
    const address = person && house.channel.addressOfPerson(person, house.household.school.id);
    if (!address) throw new Error(`${name} has no address`);
    return address;
  }

  function triage() {
    const place = house.household.school.places.triage;
    const address = place && house.channel.addressOfPlace(place, house.household.school.id);
    if (!address) throw new Error('triage has no address');
    return address;
  }

  async function refusalOf(attempt: Promise<unknown>): Promise<Refused> {
    const error = await attempt.then(
      () => undefined,
      (caught: unknown) => caught,
    );
    if (!(error instanceof Refused)) throw new Error(`not a refusal: ${String(error)}`);
    return error;
  }

  const textsFor = async (name: string) =>
    (await house.workspace.messages(await house.workspace.chatWith(name))).map(readAloud).join();

  test('reaches a person in their own chat, and changes the card that stands there', async () => {
    const { channel, workspace, client } = house;

    const handle = await channel.send(addressOf('lead'), card('a concern for you'));
    await channel.update(handle, card('in hand'));

    const messages = await workspace.messages(await workspace.chatWith('lead'));
    expect(messages).toHaveLength(1);
    expect(await client.hears(await workspace.chatWith('lead'), 'in hand')).toMatchObject({ ts: handle.ts });
  });

  test('reaches a place', async () => {
    await house.channel.send(triage(), card('for the triage place'));

    await house.client.hears(house.workspace.channelOf('triage'), 'for the triage place');
  });

  test('sends nothing that has waited for long, because the process was held up: another may have done so meanwhile', async () => {
    const { workspace, channel } = house;
    const chat = await workspace.chatWith('lead');
    const before = (await workspace.messages(chat)).length;
    const late = jest.spyOn(Date, 'now');
    const held = () => late.mockReturnValue(performance.timeOrigin + performance.now() + 60_000);

    const sending = channel.send(addressOf('lead'), card('too late'));
    held();

    expect(await refusalOf(sending)).toMatchObject({ status: 504, final: false });
    late.mockRestore();
    expect(await workspace.messages(chat)).toHaveLength(before);
  });

  test('fetches nothing that a text points to', async () => {
    await house.channel.send(triage(), card('see https://example.org'));

    const [call] = house.workspace.calls.filter(({ method }) => method === 'chat.postMessage').slice(-1);
    expect(call?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  test('sends a form as its words and a button that opens it for this person', async () => {
    const { channel, workspace, client } = house;

    await channel.send(addressOf('teacher'), cardOf(formCard('OL-1', 'words to agree to')));
    const chat = await workspace.chatWith('teacher');
    await client.press('teacher', chat, await client.hears(chat, 'Open the form'), 'Open the form');

    expect(JSON.stringify(await client.sees(FIELD))).toContain('words to agree to');
  });

  test('follows the school file at once when it gives a person another account', async () => {
    const { channel, workspace } = house;
    const address = addressOf('head');
    const before = house.household.school;

    house.change((school) => ({
      ...school,
      people: school.people.map((each) => (each.id === 'head' ? { ...each, slack: workspace.userOf('lead') } : each)),
    }));
    await channel.send(address, card('to the new account'));
    house.change(() => before);

    await house.client.hears(await workspace.chatWith('lead'), 'to the new account');
    expect(await workspace.messages(await workspace.chatWith('head'))).toEqual([]);
  });

  test('has no address for somebody without an account, and refuses one who has left', async () => {
    const { channel, household } = house;
    const [person] = household.school.people;
    if (!person) throw new Error('nobody works here');

    expect(channel.addressOfPerson({ ...person, slack: undefined }, household.school.id)).toBeUndefined();
    expect(await refusalOf(channel.send({ school: 'oak-lane', person: 'gone' }, card('x')))).toMatchObject({
      final: true,
    });
  });

  test.each([
    ['user_disabled', true],
    ['channel_not_found', true],
    ['not_in_channel', true],
    ['is_archived', true],
    ['account_inactive', true],
    ['invalid_auth', true],
    ['internal_error', false],
    ['ratelimited', false],
  ])('says that Slack refused with %s; final: %s', async (error, final) => {
    const { channel, workspace } = house;
    workspace.mishaps.set('chat.postMessage', { kind: 'refuses', error });

    const refusal = await refusalOf(channel.send({ ...triage(), channel: `C-${error}` }, card('x')));

    expect(refusal.final).toBe(final);
  });

  test('says so when Slack wants quiet, and asks nobody twice by itself', async () => {
    const { channel, workspace } = house;
    workspace.mishaps.set('chat.postMessage', { kind: 'busy', seconds: 30 });

    const refusal = await refusalOf(channel.send(addressOf('head'), card('one')));

    workspace.mishaps.clear();
    expect(refusal).toMatchObject({ status: 429, final: false, quietFor: 30 });
    expect(await textsFor('head')).not.toContain('one');
  });

  test.each([1, 30, 900])(
    'asks Slack nothing in a channel for exactly the %i seconds that it wants, and goes on in the others',
    async (seconds) => {
      const { channel, workspace } = house;
      const watch = openStoppedWatch(house.house().clock.elapsed());
      const elapsed = jest.spyOn(house.house().clock, 'elapsed').mockImplementation(watch.elapsed);
      workspace.mishaps.set('chat.postMessage', { kind: 'busy', seconds });
      await refusalOf(channel.send(triage(), card('refused')));
      workspace.mishaps.clear();

      const refusals: unknown[] = [];
      for (const before of [seconds * 1000, 1]) {
        watch.passTo(seconds * 1000 - before);
        refusals.push(await refusalOf(channel.send(triage(), card(`too early ${seconds}`))));
      }
      await channel.send(addressOf('lead'), card(`elsewhere ${seconds}`));
      watch.passTo(seconds * 1000);
      await channel.send(triage(), card(`in time ${seconds}`));

      elapsed.mockRestore();
      expect(refusals).toMatchObject([{ quietFor: seconds }, { quietFor: 0.001 }]);
      expect(await textsFor('lead')).toContain(`elsewhere ${seconds}`);
      const place = (await workspace.messages(workspace.channelOf('triage'))).map(readAloud).join();
      expect(place).toContain(`in time ${seconds}`);
      expect(place).not.toContain('too early');
    },
  );

  test('posts once when Slack’s answer is lost, and says that it does not know', async () => {
    const { channel, workspace } = house;
    workspace.mishaps.set('chat.postMessage', { kind: 'answer lost' });

    const refusal = await refusalOf(channel.send(triage(), card('posted once')));

    const posted = (await workspace.messages(workspace.channelOf('triage'))).map(readAloud);
    expect(refusal).toMatchObject({ status: 504, final: false });
    expect(posted.filter((text) => text.includes('posted once'))).toHaveLength(1);
  });

  test('gives up on a Slack that does not answer within three seconds', async () => {
    const { channel, workspace } = house;
    workspace.mishaps.set('chat.update', { kind: 'slow', milliseconds: 30_000 });
    const handle = await channel.send(triage(), card('before'));

    const waited = await waitedMilliseconds(async () =>
      expect((await refusalOf(channel.update(handle, card('after')))).final).toBe(false),
    );

    expect(waited).toBeLessThan(10_000);
  });

  test('keeps the order of what is sent to one place', async () => {
    const { channel, workspace } = house;

    await Promise.all(['first', 'second', 'third'].map((text) => channel.send(triage(), card(`in order: ${text}`))));

    const said = (await workspace.messages(workspace.channelOf('triage')))
      .map(readAloud)
      .filter((text) => text.includes('in order'));
    expect(said.map((text) => /in order: (\w+)/.exec(text)?.[1])).toEqual(['first', 'second', 'third']);
  });

  test('knows who is in a place, page by page, and says when it cannot know', async () => {
    const { channel, workspace } = house;

    const members = await channel.members(triage());
    workspace.mishaps.set('conversations.members', { kind: 'refuses', error: 'not_in_channel' });

    expect(new Set(members).size).toBeGreaterThan(250);
    expect(members).toEqual(expect.arrayContaining([workspace.userOf('lead'), workspace.userOf('head')]));
    expect(await channel.members(triage())).toBeUndefined();
  });
});

/** A watch that a test moves: milliseconds after it was stopped. */
function openStoppedWatch(from: number) {
  let passed = 0;
  return {
    elapsed: () => Math.floor(from) + passed,
    passTo(milliseconds: number) {
      passed = milliseconds;
    },
  };
}
