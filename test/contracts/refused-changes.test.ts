import { Refused } from '../../bot/channel';
import { textOf } from '../connector/form';
import { cardsIn } from '../connector/record';
import { readAloud } from '../slack/fields';
import { openSlackHouse, type SlackHouse } from '../slack/house';
import { tell, withPlace } from './standing';
import { openTeamsHouse, type TeamsHouse, TRIAGE } from './teams-house';

const PLACE = { place: 'triage' };
const SLOT = 'concern.OL-1';
const BLANK = 'This card is no longer shown here.';
const ELSEWHERE = '19:elsewhere@thread.tacv2';

describe('A card in Teams that stands in a place', () => {
  let house: TeamsHouse;

  beforeEach(async () => {
    house = await openTeamsHouse();
    await tell(house.house(), PLACE, 'not yet opened', SLOT);
  });

  afterEach(() => house.close());

  const read = (conversation: string) => cardsIn(house.connector.recorded, conversation).map(textOf);

  const kinds = () => house.connector.recorded.map(({ kind }) => kind);

  const inNewChannel = () => house.change((school) => withPlace(school, 'triage', 'teams', ELSEWHERE));

  test.each([403, 404, 410])(
    'is posted anew where its change is refused for good (%i), and the new one is changed',
    async (refuse) => {
      house.connector.behave({ refuse, times: 1 });
      await tell(house.house(), PLACE, 'in hand', SLOT);
      await tell(house.house(), PLACE, 'closed', SLOT);

      expect(kinds()).toEqual(['post', 'update', 'post', 'update']);
      const [, , anew, changed] = house.connector.recorded;
      expect(changed?.activity).toBe(anew?.activity);
      expect(read(TRIAGE).slice(1)).toEqual([expect.stringContaining('in hand'), expect.stringContaining('closed')]);
    },
  );

  test('is refused for good where nothing is taken there any more', async () => {
    house.connector.behave({ refuse: 403 });

    const refused = tell(house.house(), PLACE, 'in hand', SLOT);

    await expect(refused).rejects.toMatchObject({ status: 403, final: true });
    await expect(refused).rejects.toThrow(Refused);
    expect(kinds()).toEqual(['post', 'update', 'post']);
  });

  test('waits where its change is refused for now', async () => {
    house.connector.behave({ refuse: 503, times: 1 });

    await expect(tell(house.house(), PLACE, 'in hand', SLOT)).rejects.toMatchObject({ status: 503, final: false });
    expect(kinds()).toEqual(['post', 'update']);
  });

  test('moves with its place to the channel that the school file now names', async () => {
    inNewChannel();
    await tell(house.house(), PLACE, 'in hand', SLOT);
    await tell(house.house(), PLACE, 'closed', SLOT);

    expect(read(TRIAGE)).toEqual([expect.stringContaining('not yet opened'), BLANK]);
    expect(read(ELSEWHERE)).toEqual([expect.stringContaining('in hand'), expect.stringContaining('closed')]);
  });

  test('says by itself in which channel it stands, where that was not written down', async () => {
    const key = `posted|${SLOT}|place.triage`;
    const { records } = house.household;
    const forget = async () => {
      const kept = await records.get(key);
      const { account: _, ...value } = Object(kept?.value);
      await records.commit([{ op: 'update', key, value, etag: kept?.etag ?? '' }]);
    };
    await forget();
    await tell(house.house(), PLACE, 'in hand', SLOT);
    await forget();
    inNewChannel();
    await tell(house.house(), PLACE, 'closed', SLOT);

    expect(read(TRIAGE).slice(1)).toEqual([expect.stringContaining('in hand'), BLANK]);
    expect(read(ELSEWHERE)).toEqual([expect.stringContaining('closed')]);
  });
});

describe('A card in Slack that stands in a place', () => {
  let house: SlackHouse;

  beforeAll(async () => {
    house = await openSlackHouse();
  });

  afterAll(() => house.close());

  const read = async (channel: string) =>
    (await house.workspace.messages(house.workspace.channelOf(channel))).map(readAloud);

  test.each(['cant_update_message', 'edit_window_closed', 'message_not_found', 'is_archived'])(
    'is posted anew where its change is refused for good (%s)',
    async (error) => {
      const { workspace } = house;
      await tell(house.house(), PLACE, `new ${error}`, error);
      workspace.mishaps.set('chat.update', { kind: 'refuses', error, times: 1 });
      await tell(house.house(), PLACE, `in hand ${error}`, error);
      await tell(house.house(), PLACE, `closed ${error}`, error);

      const shown = (await read('triage')).filter((text) => text.includes(error));
      expect(shown).toHaveLength(2);
      expect(shown.join()).toContain(`new ${error}`);
      expect(shown.join()).toContain(`closed ${error}`);
    },
  );

  test('moves with its place to the channel that the school file now names', async () => {
    await tell(house.house(), PLACE, 'not yet opened', SLOT);
    house.change((school) => withPlace(school, 'triage', 'slack', house.workspace.channelOf('conduct')));
    await tell(house.house(), PLACE, 'in hand', SLOT);

    expect((await read('triage')).join()).toContain(BLANK);
    expect((await read('triage')).join()).not.toContain('in hand');
    expect(await read('conduct')).toEqual([expect.stringContaining('in hand')]);
  });
});
