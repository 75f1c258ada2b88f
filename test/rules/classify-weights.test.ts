import { readFileSync } from 'node:fs';
import { learnFrom } from '../../bench/learn-messages';
import { sealedBy } from '../../bench/message-seal';
import { readCorpus } from '../../bench/message-corpus';
import { featuresOf } from '../../library/message-features';
import { chancesOf, INTENTS, readModel } from '../../library/message-model';
import { WEIGHTS_FILE } from '../../library/message-weights';
import { IS_WHOLE } from '../whole';

describe('what Lantern learnt about messages', () => {
  const messages = readCorpus();

  test('is what the messages beside it teach: nobody changed one of the two alone', () => {
    const [seal = '', ...lines] = readFileSync(WEIGHTS_FILE, 'utf8').split(/(?<=\n)/);
    const table = lines.join('');

    expect(seal).toBe(sealedBy(messages, table));
    // Learning anew takes a processor twenty seconds.
    if (IS_WHOLE) expect(learnFrom(messages) === table).toBe(true);
  }, 600_000);

  test('comes from messages of every intent, each told once', () => {
    const counts = INTENTS.map((intent) => messages.filter((message) => message.intent === intent).length);

    expect(Math.min(...counts)).toBeGreaterThanOrEqual(50);
    expect(new Set(messages.map(({ text }) => text.toLowerCase())).size).toBe(messages.length);
  });

  test('tells a concern from chatter by what it was taught, and from nothing else', () => {
    const taught = readModel(
      learnFrom([
        { text: 'a child is hurt', intent: 'report-concern', urgent: true, about: 'pupil' },
        { text: 'a child was hurt', intent: 'report-concern', urgent: false, about: 'pupil' },
        { text: 'the printer is broken', intent: 'other' },
        { text: 'the printer was broken', intent: 'other' },
      ]),
    );

    const intentOf = (text: string) => chancesOf(text, taught).intent;

    expect(intentOf('child hurt')['report-concern']).toBeGreaterThan(intentOf('child hurt').other);
    expect(intentOf('printer broken').other).toBeGreaterThan(intentOf('printer broken')['report-concern']);
    expect(intentOf('zzz')['report-concern']).toBeLessThan(0.5);
  });
});

describe('what a message shows', () => {
  test('has names that a person can read', () => {
    expect([...featuresOf('Y5 girl told me!').keys()]).toEqual(
      expect.arrayContaining(['yN', 'girl', 'told', 'girl told', '<pupil> told', '~[gir', '=length 2']),
    );
  });

  test('is the same however the year group is written', () => {
    expect(featuresOf('year 5 boy')).toEqual(featuresOf('y5 boy'));
    expect(featuresOf('Year Five boy')).toEqual(featuresOf('yr5 boy'));
  });
});
