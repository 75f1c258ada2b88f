import { z } from 'zod';
import type { Outcome } from '../../handlers/capability';
import { textOf } from '../connector/form';
import { cardsIn, isRecord, linesIn } from '../connector/record';
import { openTeamsHouse, sayCard, type TeamsHouse, TRIAGE } from './teams-house';

const Invoke = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown() });
const CARD = 'application/vnd.microsoft.card.adaptive';
const LINE = 'application/vnd.microsoft.activity.message';

describe('What Lantern shows in Teams', () => {
  let house: TeamsHouse;

  async function whoseAnswerIs(outcome: Outcome | (() => Promise<Outcome>)): Promise<void> {
    house = await openTeamsHouse({ act: async () => (typeof outcome === 'function' ? outcome() : outcome) });
  }

  afterEach(() => house.close());

  function shownIn(conversation: string): string[] {
    return cardsIn(house.connector.recorded, conversation).map(textOf);
  }

  test('after a press the first card takes the place of the pressed one, further ones follow as messages', async () => {
    await whoseAnswerIs({ reply: { here: [sayCard('first'), sayCard('second')] } });

    const { body } = await house.client.invoke('29:teacher', 'echo/press', {});

    const answer = Invoke.parse(body);
    expect(answer).toMatchObject({ statusCode: 200, type: CARD });
    expect(textOf({ content: isRecord(answer.value) ? answer.value : {} })).toContain('first');
    expect(shownIn('a:29:teacher')).toEqual([expect.stringContaining('second')]);
  });

  test('a press with nothing to show leaves the pressed card as it is', async () => {
    await whoseAnswerIs({ reply: {} });

    const { body } = await house.client.invoke('29:teacher', 'echo/press', {});

    expect(body).toEqual({ statusCode: 200, type: LINE, value: '' });
    expect(house.connector.recorded).toEqual([]);
  });

  test('what is for one person alone goes to their own chat, and a channel never sees it', async () => {
    await whoseAnswerIs({ reply: { privately: [sayCard('only for you')] } });

    await house.client.sendText('29:teacher', 'report concern', { place: TRIAGE });
    const { body } = await house.client.invoke('29:teacher', 'echo/press', {}, { place: TRIAGE });

    expect(shownIn(TRIAGE)).toEqual([]);
    expect(shownIn('a:29:teacher')).toHaveLength(2);
    expect(body).toMatchObject({ type: LINE, value: 'I have written to you in our own chat.' });
  });

  test('when somebody cannot be reached alone, the channel says so and not what it was about', async () => {
    await whoseAnswerIs({ reply: { privately: [sayCard('only for you')] } });
    house.connector.behave({ refuse: 403, where: 'a:29:teacher' });

    await house.client.sendText('29:teacher', 'report concern', { place: TRIAGE });
    const { body } = await house.client.invoke('29:teacher', 'echo/press', {}, { place: TRIAGE });

    expect(shownIn(TRIAGE)).toEqual([expect.stringContaining('I could not write to you in private')]);
    expect(body).toMatchObject({ type: LINE, value: expect.stringContaining('I could not write to you in private') });
    expect(JSON.stringify(shownIn(TRIAGE))).not.toContain('only for you');
  });

  test('in a chat of one’s own, what is for one person alone is a new message there', async () => {
    await whoseAnswerIs({ reply: { privately: [sayCard('only for you')] } });

    const { body } = await house.client.invoke('29:teacher', 'echo/press', {});

    expect(body).toMatchObject({ type: LINE, value: '' });
    expect(shownIn('a:29:teacher')).toHaveLength(1);
  });

  test('when Teams asks by itself for a person’s own view of a card, nobody is written to', async () => {
    await whoseAnswerIs({ reply: { here: [sayCard('their view')], privately: [sayCard('only for you')] } });

    const asked = { place: TRIAGE, trigger: 'automatic' };
    const open = await house.client.invoke('29:teacher', 'echo/card', {}, asked);
    const closed = await house.client.invoke('29:teacher', 'echo/press', {}, asked);

    expect(open.body).toMatchObject({ type: CARD });
    expect(closed.body).toEqual({ statusCode: 200, type: LINE, value: '' });
    expect(house.connector.recorded).toEqual([]);
  });

  test('the same activity twice is one change, and shows the same reply again', async () => {
    let count = 0;
    await whoseAnswerIs(async () => {
      count += 1;
      return {
        reply: { here: [sayCard(`change ${count}`)] },
        change: { ops: [{ op: 'insert', key: `done|${count}`, value: count }] },
      };
    });

    const answers = await Promise.all(
      [1, 2, 3].map(() => house.client.invoke('29:teacher', 'echo/press', {}, { id: 'same' })),
    );

    const { rows } = await house.household.records.listPrefix('done|');
    expect(rows).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  test('a card that cannot be made costs the person a kind word, not silence', async () => {
    await whoseAnswerIs({ reply: { here: [{ card: 'common/there-is-no-such-card', data: {} }] } });

    const said = await house.client.sendText('29:teacher', 'help');
    const pressed = await house.client.invoke('29:teacher', 'echo/press', {});

    expect(said.status).toBe(200);
    expect(linesIn(house.connector.recorded)).toEqual([expect.stringContaining('Please try again')]);
    expect(pressed.body).toMatchObject({
      statusCode: 200,
      type: LINE,
      value: expect.stringContaining('Please try again'),
    });
  });

  test('a place that refuses a reply is not sent an error as well', async () => {
    await whoseAnswerIs({ reply: { here: [sayCard('hello')] } });
    house.connector.behave({ refuse: 403 });

    const { status } = await house.client.sendText('29:teacher', 'help');

    expect(status).toBe(502);
    expect(house.connector.recorded).toHaveLength(1);
  });

  test('where a person is reached is kept from their own chat, not from a channel, and written only when it changed', async () => {
    await whoseAnswerIs({ reply: {} });
    const key = 'address|teacher|teams';

    await house.client.sendText('29:teacher', 'help', { place: TRIAGE });
    const fromChannel = await house.household.records.get(key);
    await house.client.sendText('29:teacher', 'help');
    const first = await house.household.records.get(key);
    await house.client.sendText('29:teacher', 'help');
    const second = await house.household.records.get(key);

    expect(fromChannel).toBeUndefined();
    const whose = { user: '29:teacher', account: '29:teacher' };
    expect(first?.value).toEqual({ conversation: 'a:29:teacher', serviceUrl: house.connector.url, ...whose });
    expect(second?.etag).toBe(first?.etag);
  });

  test('a log line holds neither what was typed nor who typed it', async () => {
    await whoseAnswerIs({ reply: { here: [sayCard('a secret answer')] } });
    house.connector.behave({ refuse: 500 });

    await house.client.sendText('29:teacher', 'a secret question');

    expect(house.logged).toHaveLength(1);
    expect(house.logged.join()).not.toMatch(/secret|29:teacher|Class teacher/);
  });

  test('a store that cannot keep where a person is does not keep them from their answer', async () => {
    await whoseAnswerIs({ reply: { here: [sayCard('hello')] } });
    jest.spyOn(house.household.records, 'commit').mockRejectedValue(new Error('the disk is full'));

    const { status } = await house.client.sendText('29:teacher', 'help');

    expect(status).toBe(200);
    expect(shownIn('a:29:teacher')).toHaveLength(1);
  });
});
