import fc from 'fast-check';
import { classify } from '../../library';
import { processorSeconds } from '../processor-time';

describe('whoever tells of something that happened is offered the form', () => {
  test.each([
    ['a child in my class has bruises on his arms and wont say how', 'pupil'],
    ['boy came in crying because someone posted a video of him on tiktok', 'pupil'],
    ['girl in y5 is being called names in a group chat every night', 'pupil'],
    ['he keeps coming to school hungry and in the same clothes', 'pupil'],
    ['i think one of the boys is being radicalised by stuff he watches on youtube', 'pupil'],
    ['year 6 girl sent a nude to a boy and its gone round the class', 'pupil'],
    ['boy in y4 knows far too much about sex for his age', 'pupil'],
    ['supply teacher was on his phone taking photos of the children at playtime', 'staff'],
    ['volunteer was alone with a child in the cupboard with the door shut', 'staff'],
    ['I need to report something about a colleague', 'staff'],
    ['deputy head makes comments about the year 6 girls bodies', 'staff'],
    ['the headteacher has been messaging a y6 girl on instagram', 'headteacher'],
    ['our head told a parent to keep quiet about the abuse', 'headteacher'],
    ['someone got into my email and sent messages to parents', 'system'],
    ['adult site came up when the kids searched for kittens', 'system'],
    ["I've lost the school iPad with all the class photos on it", 'system'],
    ['sent the sen list to the wrong parent by mistake', 'system'],
    ['Report concern', 'pupil'],
    ['worried about a child in my class', 'pupil'],
    ['someone on snapchat wants her photos', 'pupil'],
  ])('%s', (text, about) => {
    expect(classify(text)).toMatchObject({ intent: 'report-concern', about });
  });
});

describe('a child who may be in danger now brings the emergency line', () => {
  test.each([
    'overheard two y6s planning to meet a man they met on roblox at the park tonight',
    'a girl in my class just told me a man online wants photos of her',
    'pupil has written in her book that she wants to die',
    'little boy says a man online asked him to take his top off',
    'she said her mums boyfriend hits her and he is fetching her tonight',
    'a pupil is self harming and posting it on snapchat',
    'a child told me not to tell anyone but her brother touches her',
    'one of the y4s has run off',
    'a dad is waiting outside and the child is terrified of him',
    'a parent says another child threatened to stab her son on xbox live',
  ])('%s', (text) => {
    expect(classify(text)).toMatchObject({ intent: 'report-concern', urgent: true });
  });

  test.each([
    'year 6 girl sent a nude to a boy last week',
    'school website has been defaced',
    'ta told me shes been texting a former pupil',
  ])('and nothing else does: %s', (text) => {
    expect(classify(text)).toMatchObject({ intent: 'report-concern', urgent: false });
  });
});

describe('whoever asks what the rule is gets the policy, whatever the theme', () => {
  test.each([
    'what happens if a child sends a nude',
    'who do i tell if i think a child is being groomed',
    'is sexting covered in the policy',
    'can i delete a nude picture from a pupils phone',
    'should i look at the images if a pupil shows me',
    'if a pupil tells me about abuse do i write it down',
    'policy on staff messaging pupils',
    'ks2 assembly on online bullying, what does our policy say about it',
    'whats the process when someone makes an allegation against staff',
    'governor wants to know how many bullying incidents get recorded',
    'i want to take photos on the trip with my own phone',
    'phones on trips?',
    'password rules',
    'what does the aup say about usb sticks',
    'Can I use my own phone to take pictures on the trip?',
  ])('%s', (text) => {
    expect(classify(text)).toMatchObject({ intent: 'ask-policy', urgent: false, about: null });
  });
});

describe('other messages', () => {
  test.each([
    ['have i agreed to the aup', 'my-aup'],
    ['My agreements', 'my-aup'],
    ['do i need to sign the aup again', 'my-aup'],
    ['reviews due', 'review-status'],
    ['when was the behaviour policy last reviewed', 'review-status'],
    ['is the acceptable use policy up to date', 'review-status'],
    ['Help', 'help'],
    ['what do you do?', 'help'],
    ['hello what is this', 'help'],
    ['Good morning Lantern', 'greeting'],
    ['shwmae', 'greeting'],
    ['can you order me some glue sticks', 'other'],
    ['the photocopier is out of toner', 'other'],
    ['its raining again', 'other'],
    ['', 'other'],
    ['\u0000\u0007', 'other'],
  ])('%j is for %s', (text, intent) => {
    expect(classify(text).intent).toBe(intent);
  });
});

describe('any message', () => {
  test('is said to be about somebody, or urgent, only if it is a concern', () => {
    const words = fc.constantFrom(
      'a',
      'girl',
      'told',
      'me',
      'what',
      'policy',
      'nude',
      'meet',
      'man',
      'now',
      'teacher',
      'phone',
      'if',
      '?',
      'aup',
      'review',
      'hi',
    );

    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), (parts) => {
        const { intent, urgent, about, mayBeConcern } = classify(parts.join(' '));

        expect(intent === 'report-concern' ? about !== null && !mayBeConcern : about === null && !urgent).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('means the same in capitals, with curly apostrophes and stray marks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom("a girl's told me she's scared", 'can i use my phone', 'where is my agreement', 'hi'),
        fc.constantFrom('!', '...', '  ', '\n'),
        (text, marks) => {
          expect(classify(`${text.toUpperCase().replace(/'/g, '’')}${marks}`)).toEqual(classify(text));
        },
      ),
    );
  });

  test.each(['girl said ', 'someone wants her photos ', 'told me ', '????', 'a '])(
    'of a hundred thousand characters is read at once: %j',
    async (part) => {
      const seconds = await processorSeconds(() => classify(part.repeat(Math.ceil(100_000 / part.length))));

      expect(seconds).toBeLessThan(0.5);
    },
  );
});
