import { Refused } from '../../bot/channel';
import { addressKey } from '../../bot/ways';
import { textOf } from '../connector/form';
import { cardsIn } from '../connector/record';
import { tell, withAccount } from './standing';
import { openTeamsHouse, sayCard, type TeamsHouse, TRIAGE } from './teams-house';

const LEAD = { person: 'lead' };
const BLANK = 'This card is no longer shown here.';
const DIRECTORY_ID = '5b1c8a52-0000-4000-8000-00000000lead';

describe('A school file that gave somebody another’s account in Teams, and is mended', () => {
  let house: TeamsHouse;

  beforeEach(async () => {
    house = await openTeamsHouse({ act: () => ({ reply: { privately: [sayCard('the opened case')] } }) });
  });

  afterEach(() => house.close());

  /** What one account has been shown, newest last. */
  const read = (account: string) => cardsIn(house.connector.recorded, `a:${account}`).map(textOf);

  /** The file says that the lead has this account. */
  const fileSays = (account: string | undefined) =>
    house.change((school) => withAccount(school, 'lead', 'teams', account));

  /** The lead is given a colleague's account, and that colleague writes once. */
  async function mistake(): Promise<void> {
    fileSays('29:colleague');
    await house.client.post({ ...house.client.activity('29:colleague', {}), type: 'typing' });
  }

  test('sends what is owed to the account that the file now has, and nothing more to the one that was met', async () => {
    await mistake();
    await tell(house.house(), LEAD, 'before');

    fileSays('29:lead');
    await tell(house.house(), LEAD, 'an alarm');

    expect(read('29:colleague')).toEqual([expect.stringContaining('before')]);
    expect(read('29:lead')).toEqual([expect.stringContaining('an alarm')]);
  });

  test('sends nothing more to it where the file now has no account at all', async () => {
    await mistake();

    fileSays(undefined);

    await expect(tell(house.house(), LEAD, 'an alarm')).rejects.toThrow(Refused);
    expect(read('29:colleague')).toEqual([]);
  });

  test('opens a case in the own chat of whoever asked for it', async () => {
    await mistake();

    fileSays('29:lead');
    await house.client.sendText('29:lead', 'open', { place: TRIAGE });

    expect(read('29:colleague')).toEqual([]);
    expect(read('29:lead')).toEqual([expect.stringContaining('the opened case')]);
  });

  test('posts a card anew that stood with the other account, takes everything off that one, and changes the new one from then on', async () => {
    await mistake();
    await tell(house.house(), LEAD, 'not yet opened', 'concern.OL-1');

    fileSays('29:lead');
    await tell(house.house(), LEAD, 'in hand', 'concern.OL-1');
    await tell(house.house(), LEAD, 'closed', 'concern.OL-1');

    expect(read('29:colleague')).toEqual([expect.stringContaining('not yet opened'), BLANK]);
    expect(read('29:lead')).toEqual([expect.stringContaining('in hand'), expect.stringContaining('closed')]);
    const inTheirs = house.connector.recorded.filter(({ conversation }) => conversation === 'a:29:lead');
    expect(inTheirs.map(({ kind }) => kind)).toEqual(['create', 'post', 'update']);
  });

  test('posts it anew also where the other account lets nothing be taken off', async () => {
    await mistake();
    await tell(house.house(), LEAD, 'not yet opened', 'concern.OL-1');

    fileSays('29:lead');
    house.connector.behave({ refuse: 503, where: 'a:29:colleague' });
    await tell(house.house(), LEAD, 'in hand', 'concern.OL-1');

    expect(read('29:lead')).toEqual([expect.stringContaining('in hand')]);
    expect(house.logged.join()).toContain('card not blanked');
  });

  test('goes on in the chat that is known, whichever of the two ids of an account the file has', async () => {
    fileSays(DIRECTORY_ID);
    await house.client.sendText('29:lead', 'help', { aadObjectId: DIRECTORY_ID });
    await tell(house.house(), LEAD, 'one', 'concern.OL-1');
    await tell(house.house(), LEAD, 'two', 'concern.OL-1');

    expect(house.connector.recorded.filter(({ kind }) => kind === 'create')).toEqual([]);
    expect(read('29:lead').slice(-2)).toEqual([expect.stringContaining('one'), expect.stringContaining('two')]);
  });

  describe('what was kept before it was written down whose account it is', () => {
    const keep = (key: string, value: unknown) => house.household.records.commit([{ op: 'insert', key, value }]);

    const keepAddress = (user: string) =>
      keep(addressKey('lead', 'teams'), { conversation: 'a:kept', serviceUrl: house.connector.url, user });

    const inKept = () => cardsIn(house.connector.recorded, 'a:kept').map(textOf);

    test('an address holds where the file has that account, or none', async () => {
      await keepAddress('29:lead');
      await tell(house.house(), LEAD, 'with the account');
      fileSays(undefined);
      await tell(house.house(), LEAD, 'without');

      expect(inKept()).toEqual([expect.stringContaining('with the account'), expect.stringContaining('without')]);
    });

    test.each([
      ['another', '29:head'],
      ['one that cannot be told from another', DIRECTORY_ID],
    ])('an address gives way to the file where that has %s', async (_, account) => {
      await keepAddress('29:lead');
      fileSays(account);
      await house.client.sendText('29:teacher', 'help');
      await tell(house.house(), LEAD, 'an alarm');

      expect(inKept()).toEqual([]);
      expect(read(account)).toEqual([expect.stringContaining('an alarm')]);
    });

    test('a card is changed where it stands, and is from then on of the account that the file has', async () => {
      const handle = { conversation: 'a:kept', activity: 'm0', serviceUrl: house.connector.url };
      await keep('posted|concern.OL-1|person.lead', { channel: 'teams', handle, order: 'a' });
      await tell(house.house(), LEAD, 'in hand', 'concern.OL-1');
      await house.client.sendText('29:teacher', 'help');
      fileSays('29:head');
      await tell(house.house(), LEAD, 'closed', 'concern.OL-1');

      expect(inKept()).toEqual([expect.stringContaining('in hand'), BLANK]);
      expect(read('29:head')).toEqual([expect.stringContaining('closed')]);
    });
  });
});
