import { openSlackHouse, type SlackHouse } from '../slack/house';

describe('what Slack sends', () => {
  let house: SlackHouse;
  beforeAll(async () => {
    house = await openSlackHouse();
  });
  afterAll(async () => {
    await house.close();
  });

  test('is heard when somebody writes to the bot alone, as they typed it', async () => {
    const { client, workspace, turns } = house;

    const { status } = await client.say('teacher', 'Is 3 &lt; 4 &amp; is <https://school.example|this page> safe?');

    await client.hears(await workspace.chatWith('teacher'), 'Is 3 < 4 & is this page safe?');
    expect(status).toBe(200);
    expect(turns.at(-1)).toMatchObject({ where: 'private', person: { id: 'teacher' } });
  });
});
