import type { Reply, Turn } from '../../handlers/capability';
import { BACK, FIELD, formCard, openGate, openSlackHouse, sayCard, type SlackHouse } from '../slack/house';
import type { View } from '../slack/workspace';

describe('a form in Slack', () => {
  let house: SlackHouse;
  let reply: (turn: Turn) => Reply | Promise<Reply> = () => ({});
  beforeAll(async () => {
    house = await openSlackHouse({ act: async (turn) => ({ reply: await reply(turn) }) });
  });
  afterAll(async () => {
    await house.close();
  });
  beforeEach(() => {
    house.workspace.mishaps.clear();
  });

  /** The form, opened by a command. */
  async function aForm(ref: string, note = ''): Promise<View> {
    reply = () => ({ here: [formCard(ref, note)] });
    await house.client.command('teacher', '/concern');
    return house.client.sees(FIELD);
  }

  const pressed = () => {
    const act = house.turns.at(-1)?.act;
    return act?.kind === 'pressed' ? { verb: act.verb, data: act.data } : undefined;
  };

  test('brings what was typed, and gives its place to what comes next', async () => {
    const form = await aForm('OL-1');
    reply = () => ({ here: [sayCard('noted')] });

    const { view, status } = await house.client.submit('teacher', form, { [FIELD]: 'She told a friend.' });

    expect(status).toBe(200);
    expect(pressed()).toMatchObject({ verb: 'concern/do-note', data: { ref: 'OL-1', note: 'She told a friend.' } });
    expect(view?.id).toBe(form.id);
    expect(JSON.stringify(view)).toContain('noted');
  });

  test('stays beneath a refusal, with all that was typed', async () => {
    const form = await aForm('OL-2');
    reply = () => ({ privately: [sayCard('I could not keep this')] });

    const { view } = await house.client.submit('teacher', form, { [FIELD]: 'A long story.' });

    expect(view?.previous_view_id).toBe(form.id);
    expect(JSON.stringify(view)).toContain('I could not keep this');
  });

  test('stays beneath the apology when the next card cannot be made', async () => {
    const form = await aForm('OL-11');
    reply = () => ({ here: [{ card: 'common/not-there', data: {} }] });

    const { view } = await house.client.submit('teacher', form, { [FIELD]: 'A long story.' });

    expect(view?.previous_view_id).toBe(form.id);
    expect(JSON.stringify(view)).toContain('ring 999');
  });

  test('sent from on top of another gives its place to a refusal: Slack stacks three and no more', async () => {
    const form = await aForm('OL-3');
    reply = () => ({ privately: [formCard('OL-3', 'again')] });
    const { view: second } = await house.client.submit('teacher', form, { [FIELD]: 'one' });
    reply = () => ({ privately: [sayCard('no')] });

    const { view } = await house.client.submit('teacher', second ?? form, { [FIELD]: 'two' });

    expect(view?.id).toBe(second?.id);
  });

  test('that takes long shows “one moment” before Slack gives up, and then the answer', async () => {
    const form = await aForm('OL-4');
    const gate = openGate();
    reply = () => gate.opened.then(() => ({ here: [sayCard('kept after all')] }));

    const { view } = await house.client.submit('teacher', form, { [FIELD]: 'slow' });
    gate.open();

    expect(JSON.stringify(view)).toContain('One moment');
    const answer = await house.client.sees('kept after all');
    expect(answer.id).toBe(view?.id);
    expect(answer.clear_on_close).toBe(true);
  });

  test('sent twice is one turn; sent again with other words is another', async () => {
    const form = await aForm('OL-5');
    reply = () => ({ here: [sayCard('noted')] });
    const before = house.turns.length;

    for (const words of ['first', 'first', 'corrected']) await house.client.submit('teacher', form, { [FIELD]: words });

    const [first, second, third] = house.turns.slice(before).map(({ id }) => id);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  test('has buttons: one goes back and leaves what was typed behind', async () => {
    const form = await aForm('OL-6');
    reply = () => ({ here: [sayCard('back again')] });

    await house.client.pressInForm('teacher', form, BACK, { [FIELD]: 'half a thought' });

    const shown = await house.client.sees('back again');
    expect(shown.id).toBe(form.id);
    expect(pressed()).toEqual({ verb: 'concern/open', data: { ref: 'OL-6', on: 'content' } });
  });

  test('with a button pressed twice at once shows what the first made', async () => {
    const form = await aForm('OL-7');
    let count = 0;
    reply = () => ({ here: [sayCard(`made ${++count}`)] });

    await house.client.pressInForm('teacher', form, BACK, { [FIELD]: 'x' });
    await house.client.sees('made 1');
    const told = house.workspace.calls.length;
    await house.client.pressInForm('teacher', form, BACK, { [FIELD]: 'x' });
    await house.slack.stop();

    expect(house.workspace.calls.slice(told).filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
    expect(JSON.stringify(house.workspace.latestView())).toContain('made 1');
  });

  test('that was closed before its answer came is answered in the person’s own chat', async () => {
    const { client, workspace } = house;
    const form = await aForm('OL-8');
    workspace.mishaps.set('views.update', { kind: 'refuses', error: 'not_found' });
    reply = () => ({ here: [sayCard('your reference is OL-8')] });

    await client.pressInForm('teacher', form, BACK, { [FIELD]: 'x' });

    await client.hears(await workspace.chatWith('teacher'), 'your reference is OL-8');
  });

  test('keeps what is being typed when it is redrawn, and starts another card afresh', async () => {
    const form = await aForm('OL-9');
    reply = () => ({ here: [formCard('OL-9', 'redrawn')] });
    const { view: again } = await house.client.submit('teacher', form, { [FIELD]: 'x' });
    const ids = (view: View | undefined) =>
      view?.blocks.flatMap(({ type, block_id }) => (type === 'input' ? block_id : []));

    expect(ids(again)).toEqual(ids(form));
    expect(ids(form)?.[0]).toMatch(/^note~[0-9a-f]{8}$/);
  });

  test('waiting behind a button is kept sealed, and only so many of them', async () => {
    const { records } = house.household;
    reply = () => ({ here: [formCard('OL-10', 'a canary')] });

    for (let count = 0; count < 25; count++) await house.client.say('head', `note ${count}`);
    await house.slack.stop();

    const { rows } = await records.listPrefix('form|person.head|', { limit: 100 });
    expect(rows.length).toBeLessThanOrEqual(20);
    expect(rows.length).toBeGreaterThan(10);
  });
});
