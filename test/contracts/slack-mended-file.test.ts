import { readAloud } from '../slack/fields';
import { openSlackHouse, type SlackHouse } from '../slack/house';
import { tell, withAccount } from './standing';

const LEAD = { person: 'lead' };
const BLANK = 'This card is no longer shown here.';

describe('A school file that gave somebody another’s account in Slack, and is mended', () => {
  let house: SlackHouse;

  beforeEach(async () => {
    house = await openSlackHouse();
  });

  afterEach(() => house.close());

  /** What stands in one person's own chat. */
  async function read(name: string): Promise<string[]> {
    const { workspace } = house;
    return (await workspace.messages(await workspace.chatWith(name))).map(readAloud);
  }

  /** The file says that the lead has the account of this person. */
  const fileSays = (name: string) =>
    house.change((school) => withAccount(school, 'lead', 'slack', house.workspace.userOf(name)));

  test('posts a card anew that stood with the other account, takes everything off that one, and changes the new one from then on', async () => {
    fileSays('teacher');
    await tell(house.house(), LEAD, 'not yet opened', 'concern.OL-1');

    fileSays('lead');
    await tell(house.house(), LEAD, 'in hand', 'concern.OL-1');
    await tell(house.house(), LEAD, 'closed', 'concern.OL-1');

    expect(await read('teacher')).toEqual([`${BLANK}\n${BLANK}`]);
    expect(await read('lead')).toEqual([expect.stringContaining('closed')]);
  });

  test('changes a card where it stands that was posted before it was written down whose account it is', async () => {
    await tell(house.house(), LEAD, 'not yet opened', 'concern.OL-1');
    const key = 'posted|concern.OL-1|person.lead';
    const { records } = house.household;
    const kept = await records.get(key);
    const { account, ...value } = Object(kept?.value);
    await records.commit([{ op: 'update', key, value, etag: kept?.etag ?? '' }]);

    await tell(house.house(), LEAD, 'in hand', 'concern.OL-1');

    expect(account).toBe(house.workspace.userOf('lead'));
    expect(await read('lead')).toEqual([expect.stringContaining('in hand')]);
  });
});
