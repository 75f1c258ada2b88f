import { plainText } from '../../bot/slack/plain-text';
import { Activity } from '../../bot/teams/activity';
import { translate } from '../../bot/teams/translate';
import { openTeamsClient } from '../connector/client';
import { processorSeconds } from '../processor-time';
import { openWorld, type World } from '../world';

/** Seconds of the processor. What grows with the square of its length takes far more for the longest. */
const SLOW = 2;

/** As long as a message of either platform gets. */
const LONGEST = 100_000;
const LENGTHS = [1900, LONGEST];

/** What makes patterns go back and forth: one sign again and again, an end that does not fit, beginnings without ends. */
const PUMPS: readonly (readonly [begin: string, pump: string, end: string])[] = [
  ['', 'x', ''],
  ['0', '\n', '0'],
  ['a', ' ', 'a'],
  ['', '\t', 'x'],
  ['how', ' how big', '.'],
  ['what is', ' the a', '!'],
  ['Class ', 'A ', '\n'],
  ['', 'Aa ', '1'],
  ['', 'a@', ' '],
  ['http://', 'a.', ' '],
  ['', '(', ')'],
  ['', '[', ']'],
  ['', '<', '>'],
  ['<at', ' a="', '>'],
  ['<!', '-', '>'],
  ['', '"', "'"],
  ['', '…“', 'a'],
  ['', '1.', 'x'],
  ['', '1,', 'x'],
  ['', '01632 ', 'x'],
  ['', '- ', 'x'],
  ['', '*_', 'x'],
  ['', 'not ', 'x'],
  ['', 'year ', '?'],
  ['', 'É', '?'],
  ['', '\u200d\ufe0f', 'x'],
  ['', '👩‍', 'x'],
  ['', 'policy ', 'x'],
  ['', 'he hit ', 'x'],
  ['', 'is it ok to ', 'x'],
  ['', 'Ann Bee ', 'x'],
  ['', '\u00a0', '.'],
  ['e', 'Comment [A0]: ', '.'],
];

const TAGS: typeof PUMPS = [
  ['', '<img ', ''],
  ['', '<img', ' '],
  ['', '<at ', ''],
  ['', '<div>', ''],
  ['', '<b><i>', ''],
  ['', '<table><tr><td>', ''],
  ['', '<a href="', ''],
  ['', '<!--', ''],
  ['', '&amp', ''],
  ['', '</p>', ''],
  ['', '<svg><math>', ''],
  ['', '<@U|', ''],
  ['', '<|', ''],
];

const long = ([begin, pump, end]: (typeof PUMPS)[number], length: number) =>
  begin + pump.repeat(length).slice(0, length - begin.length - end.length) + end;

describe('Texts made to keep Lantern busy', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  test('are answered or turned away as soon as any other message', async () => {
    for (const pump of PUMPS)
      for (const length of LENGTHS) {
        const seconds = await processorSeconds(() => world.say('teacher', long(pump, length)));

        expect({ pump, length, isSlow: seconds > SLOW }).toEqual({ pump, length, isSlow: false });
      }
    expect(world.logged).toEqual([]);
  });

  test('are read as soon in a message of Teams, with its html copy and the names that it mentions', async () => {
    const { activity } = openTeamsClient({ bot: '', serviceUrl: 'http://127.0.0.1:9/' });
    for (const pump of [...PUMPS, ...TAGS]) {
      const text = long(pump, LONGEST);
      const heard = Activity.parse({
        ...activity('29:teacher', {}),
        type: 'message',
        text,
        attachments: [{ contentType: 'text/html', content: text }],
        entities: [{ type: 'mention', text: pump[1], mentioned: { id: '28:lantern' } }],
      });
      const seconds = await processorSeconds(() => translate(heard));

      expect({ pump, isSlow: seconds > SLOW }).toEqual({ pump, isSlow: false });
    }
  });

  test('are read as soon in a message that is passed on', async () => {
    const { activity } = openTeamsClient({ bot: '', serviceUrl: 'http://127.0.0.1:9/' });
    for (const pump of [...PUMPS, ...TAGS]) {
      const content = long(pump, 200_000);
      const heard = Activity.parse({
        ...activity('29:teacher', {}),
        type: 'invoke',
        name: 'composeExtension/fetchTask',
        value: { commandId: 'report-message', messagePayload: { body: { contentType: 'html', content } } },
      });
      const seconds = await processorSeconds(() => translate(heard));

      expect({ pump, isSlow: seconds > SLOW }).toEqual({ pump, isSlow: false });
    }
  });

  test('are read as soon in a message of Slack', async () => {
    for (const pump of [...PUMPS, ...TAGS]) {
      const seconds = await processorSeconds(() => plainText(long(pump, 200_000), 'UBOT'));

      expect({ pump, isSlow: seconds > SLOW }).toEqual({ pump, isSlow: false });
    }
  });
});
