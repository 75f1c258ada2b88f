import { setTimeout as pause } from 'node:timers/promises';
import type { Reply } from '../../handlers/capability';
import { modalOf } from '../../bot/slack/modal';
import { expand } from '../../cards/expand';
import { FIELD, formCard, openGate, openSlackHouse, sayCard, type SlackHouse } from '../slack/house';
import { View } from '../slack/workspace';

describe('Slack, which waits three seconds for a word that something has arrived', () => {
  let house: SlackHouse;
  let reply: () => Reply | Promise<Reply>;
  beforeAll(async () => {
    reply = () => ({ here: [sayCard('done')] });
    house = await openSlackHouse({ act: async () => ({ reply: await reply() }) });
  });
  afterAll(async () => {
    await house.close();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** A form as it stands open, of somebody who has not been here yet. */
  const aForm = () => modalOf(expand(formCard('OL-1'), { nation: 'england', schoolName: 'Oak Lane Primary School' }));

  /** Somebody new, of whom the store says nothing before the gate opens. */
  function aSlowStore(meanwhile: () => Promise<void>): void {
    const { records } = house.household;
    const get = records.get.bind(records);
    jest.spyOn(records, 'get').mockImplementation(async (key) => {
      if (key.includes('slack')) await meanwhile();
      return get(key);
    });
  }

  test.each([
    ['a command', 'teacher', () => house.client.command('teacher', '/concern')],
    [
      'a press',
      'lead',
      async () => house.client.post(house.client.interaction(await house.client.aPress('lead', 'concern/take'))),
    ],
  ])('has it of %s before the store has said who that is', async (_, name, act) => {
    const gate = openGate();
    aSlowStore(() => gate.opened);
    const turns = house.turns.length;

    const { status } = await act();

    expect(status).toBe(200);
    expect(house.turns).toHaveLength(turns);
    gate.open();
    await house.slack.stop();
    expect(house.turns).toHaveLength(turns + 1);
    expect(house.turns.at(-1)?.person?.id).toBe(name);
  });

  test('has “one moment” for a form where the store took what time there was', async () => {
    const { client, workspace } = house;
    const trigger_id = await client.trigger('head');
    const { view: opened } = await workspace.ask('views.open', { trigger_id, view: aForm() });
    const now = Date.now;
    aSlowStore(async () => {
      jest.spyOn(Date, 'now').mockImplementation(() => now() + 2500);
    });
    reply = async () => {
      jest.restoreAllMocks();
      await pause(1000);
      return { here: [sayCard('kept')] };
    };

    const { view } = await client.submit('head', View.parse(opened), { [FIELD]: 'A long story.' });

    expect(JSON.stringify(view)).toContain('One moment');
    await client.sees('kept');
  });
});
