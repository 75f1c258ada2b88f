import { textOf } from '../connector/form';
import { cardsIn } from '../connector/record';
import { openTeamsHouse, type TeamsHouse, TRIAGE } from './teams-house';

describe('What Lantern hears in Teams', () => {
  let house: TeamsHouse;

  beforeEach(async () => {
    house = await openTeamsHouse();
  });

  afterEach(() => house.close());

  test('words typed in a chat of one’s own are heard as private, and answered there', async () => {
    const { status } = await house.client.sendText('29:teacher', 'can I use my phone');

    expect(status).toBe(200);
    expect(house.turns).toMatchObject([
      { person: { id: 'teacher' }, where: 'private', act: { kind: 'said', text: 'can I use my phone', pictures: 0 } },
    ]);
    const cards = cardsIn(house.connector.recorded, 'a:29:teacher');
    expect(cards.map(textOf).join()).toContain('can I use my phone');
  });

  test('in a channel the call to the bot is not part of the words, and its html copy is no file', async () => {
    await house.client.sendText('29:teacher', 'report concern', { place: TRIAGE });

    expect(house.turns).toMatchObject([{ where: 'group', act: { kind: 'said', text: 'report concern', pictures: 0 } }]);
  });

  test('other people who are named keep their name, and odd spaces are made plain', async () => {
    const body = house.client.activity('29:teacher', {});
    const text = '<at>Lantern</at>&nbsp;ask <at>the head</at> please';
    const entities = [{ type: 'mention', text: '<at>Lantern</at>', mentioned: { id: body.recipient.id } }];

    await house.client.post({ ...body, type: 'message', text, entities });

    expect(house.turns[0]?.act).toMatchObject({ text: 'ask the head please' });
  });

  test('a group chat counts as a place with listeners', async () => {
    await house.client.sendText('29:teacher', 'help', { place: 'chat-of-three' });

    expect(house.turns[0]?.where).toBe('group');
  });

  test('pictures and files are counted, and nothing is ever fetched', async () => {
    const contentUrl = `${house.connector.url}picture`;
    const attachments = [
      { contentType: 'image/png', contentUrl },
      { contentType: 'application/vnd.microsoft.teams.file.download.info', content: { downloadUrl: contentUrl } },
      { contentType: 'messageReference', content: {} },
    ];

    await house.client.sendText('29:teacher', '', { attachments });

    expect(house.turns[0]?.act).toMatchObject({ kind: 'said', text: '', pictures: 2 });
    expect(house.connector.recorded.map(({ kind }) => kind)).toEqual(['post']);
  });

  test('a picture that only stands in the html of a message is counted, a smiling face is not', async () => {
    const content = '<p><img src="https://example.org/a"><img itemtype="http://schema.skype.com/Emoji" src="x"></p>';

    await house.client.sendText('29:teacher', 'look', { attachments: [{ contentType: 'text/html', content }] });

    expect(house.turns[0]?.act).toMatchObject({ pictures: 1 });
  });

  test('a press arrives with its verb, its data and the fields of the form', async () => {
    await house.client.invoke('29:teacher', 'echo/press', { ref: 'OL-26-0001', note: 'seen' });

    expect(house.turns[0]?.act).toEqual({
      kind: 'pressed',
      verb: 'echo/press',
      data: { ref: 'OL-26-0001', note: 'seen' },
    });
  });

  test('somebody whom the school file knows by the number of their account is known', async () => {
    await house.client.sendText('29:unseen', 'help', { aadObjectId: '5b1c8a52-0000-4000-8000-00000000head' });

    expect(house.turns[0]?.person.id).toBe('head');
  });

  test('a message that is passed on is heard with its words and lines; its pictures are counted, and a dialog says where to look', async () => {
    const content =
      '<div><p>Meet me <b>at</b><br>the bandstand <emoji alt="\u{1f642}"></emoji></p><script>x</script><img src="https://example.org/a"></div>';
    const { body } = await house.client.passOn(
      '29:teacher',
      {
        from: { user: { id: '5b1c', displayName: 'Somebody' } },
        body: { contentType: 'html', content },
        attachments: [{ contentType: 'image/png' }, { contentType: 'application/vnd.microsoft.card.adaptive' }],
        linkToMessage: 'https://teams.microsoft.com/l/message/1',
      },
      { place: '19:staffroom@thread.tacv2', team: '19:team' },
    );

    expect(house.turns).toMatchObject([
      {
        where: 'group',
        act: {
          kind: 'shared',
          text: 'Meet me at\nthe bandstand \u{1f642}',
          author: 'Somebody',
          link: 'https://teams.microsoft.com/l/message/1',
          pictures: 1,
        },
      },
    ]);
    expect(body).toEqual({ task: { type: 'message', value: 'I have written to you in our own chat.' } });
    expect(cardsIn(house.connector.recorded, 'a:29:teacher')).toHaveLength(1);
    expect(JSON.stringify(house.connector.recorded)).not.toContain('19:staffroom');
  });

  test('passed on when it was deleted already, it is heard as such, without the words that Teams may still send', async () => {
    await house.client.passOn(
      '29:teacher',
      { deleted: true, from: { user: { displayName: 'Somebody' } }, body: { contentType: 'text', content: 'Hm.' } },
      { place: '19:staffroom@thread.tacv2', team: '19:team' },
    );

    expect(house.turns.map(({ act }) => act)).toEqual([
      { kind: 'shared', text: '', author: 'Somebody', link: '', pictures: 0, isGone: true },
    ]);
  });

  test('passed on from a chat of two colleagues, the answer never goes to that chat, then or later', async () => {
    const between = { id: '19:two-colleagues@unq.gbl.spaces', conversationType: 'personal', tenantId: 'tenant' };
    const value = { commandId: 'report-message', messagePayload: { body: { contentType: 'text', content: 'Hm.' } } };
    const { id, ...body } = house.client.activity('29:teacher', {});

    await house.client.post({
      ...{ ...body, id, conversation: between, value },
      ...{ type: 'invoke', name: 'composeExtension/submitAction' },
    });

    expect(house.turns).toMatchObject([{ where: 'group', act: { kind: 'shared', text: 'Hm.' } }]);
    expect(JSON.stringify(house.connector.recorded)).not.toContain('two-colleagues');
    expect(JSON.stringify((await house.household.records.listPrefix('address|')).rows)).not.toContain('two-colleagues');
    expect(cardsIn(house.connector.recorded, 'a:29:teacher')).toHaveLength(1);
  });

  test('another command in the menu of a message is answered as not implemented', async () => {
    const body = house.client.activity('29:teacher', { place: TRIAGE });
    const value = { commandId: 'translate', messagePayload: {} };

    const answered = await house.client.post({ ...body, type: 'invoke', name: 'composeExtension/fetchTask', value });

    expect(answered).toMatchObject({ status: 501 });
    expect(house.turns).toEqual([]);
  });

  test('who opens the chat for the first time is welcomed once, though Teams tells of it twice', async () => {
    await house.client.join('29:teacher');

    expect(house.turns).toMatchObject([{ person: { id: 'teacher' }, where: 'private', act: { kind: 'joined' } }]);
  });

  test('people who are added to a team are each welcomed in a chat of their own', async () => {
    const body = house.client.activity('29:head', { place: TRIAGE });
    const membersAdded = [{ id: '29:teacher' }, { id: body.recipient.id }, { id: '29:lead' }];

    await house.client.post({ ...body, type: 'conversationUpdate', membersAdded });

    expect(house.turns.map(({ person, where }) => `${person.id} ${where}`)).toEqual([
      'teacher private',
      'lead private',
    ]);
    const posts = house.connector.recorded
      .filter(({ kind }) => kind === 'post')
      .map(({ conversation }) => conversation);
    expect(posts).toEqual(['a:29:teacher', 'a:29:lead']);
  });

  test('what Lantern does not listen to is taken and changes nothing', async () => {
    for (const type of ['typing', 'messageReaction', 'messageUpdate', 'event', 'something new']) {
      const { status } = await house.client.post({ ...house.client.activity('29:teacher', {}), type });
      expect(status).toBe(200);
    }

    expect(house.turns).toEqual([]);
  });

  test('an invoke that Lantern does not know is answered as not implemented', async () => {
    const body = { ...house.client.activity('29:teacher', {}), type: 'invoke', name: 'task/fetch', value: {} };

    expect(await house.client.post(body)).toMatchObject({ status: 501 });
    expect(await house.client.post({ ...body, name: 'adaptiveCard/action', value: 'rubbish' })).toMatchObject({
      status: 501,
    });
  });

  test('somebody whom the school does not know gets the emergency line and who to find', async () => {
    await house.client.sendText('29:nobody', 'a child is in danger');

    expect(house.turns).toEqual([]);
    const shown = cardsIn(house.connector.recorded, 'a:29:nobody').map(textOf).join();
    expect(shown).toContain('999');
    expect(shown).toContain('Safeguarding lead');
  });

  test('somebody of a school that nobody set up is told so, with the emergency line and no names', async () => {
    const body = house.client.activity('29:teacher', {});
    const conversation = { ...body.conversation, tenantId: 'elsewhere' };

    await house.client.post({ ...body, conversation, type: 'message', text: 'help' });

    expect(house.turns).toEqual([]);
    const said = JSON.stringify(house.connector.recorded.map((each) => each.body));
    expect(said).toContain('ring 999');
    expect(said).not.toContain('Safeguarding lead');
  });
});
