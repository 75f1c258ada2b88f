import { type Library, openLibrary } from '../../library';
import { processorSeconds } from '../processor-time';
import { documentOf, held, modelPolicies } from './library-shelf';

let library: Library;
beforeAll(async () => {
  library = openLibrary(held(await modelPolicies()));
});

function openings(question: string, policy?: string): string[] {
  return library.find(question, policy === undefined ? {} : { policy }).clauses.map(({ clause }) => clause.text);
}

describe('a question in the words of staff', () => {
  test('about a phone on a trip gets the rule about trips first', () => {
    const [first] = library.find('can I use my own phone to take pictures on the trip').clauses;

    expect(first?.policy).toBe('phones-and-cameras');
    expect(first?.clause).toMatchObject({ number: '4.1', path: ['4. Trips and visits'] });
  });

  test.each([
    ['how long does my pasword have to be', 'A password is made of'],
    ['can i borrow a memory stick for my planning', 'USB sticks'],
    [
      'am i allowed to do my tesco order on the school laptop at lunch',
      'School laptops and tablets are for school work',
    ],
    ['my ipad got nicked on the train who do i ring', 'A lost or stolen device'],
    ['do we have to sign the aup every year', 'Everyone agrees to it'],
    ['a child has shown me a nude what do i do with the phone', 'Do not delete it'],
    ['can parents film the nativity', 'Parents may film'],
    ['can y5 bring phones in', 'Only children in Years 5'],
    ['where do the kids phones go in the day', 'The phone is switched off'],
    ['who reads the filter reports', 'The ICT lead reads'],
    ['how often is the filter checked', 'The ICT lead tests'],
    ['can i put a childs work into chatgpt', "Never put a child's name"],
    ['can i be friends with mums on facebook', 'We advise you not to be connected'],
    ['can i give a parent my mobile number', 'Do not give your own number'],
    ['when do new staff get their online safety training', 'Every new member of staff'],
    ['what happens if a kid shares their password', 'Sharing a password or'],
    ['can i message parents on whatsapp', 'Use only your school account'],
    ['can my husband use my work laptop', 'Family and friends may not'],
    ['are children taught about online safety every term', 'Each class has one'],
    ['how long are filter logs kept', 'Filter logs are kept'],
    ['what do i do if something rude pops up on the whiteboard', 'If something harmful gets through'],
    ['can i install an app on the class ipads', 'Only the ICT lead installs'],
    ['are smart watches allowed for pupils', 'Watches that can call'],
    ['who can search a childs phone', 'Only the headteacher, and staff'],
    ['can visitors use the wifi', 'I will join the guest wi-fi'],
    ['is bullying at the weekend our business', 'We act on bullying'],
    ['who do i tell about a worry about the head', 'A worry about an adult'],
    ['how soon are trip photos deleted', 'Trip pictures are copied'],
    ['what do i do about an odd email with a link in it', 'Do not open a link'],
  ])('%s', (question, opening) => {
    expect(openings(question)).toEqual(expect.arrayContaining([expect.stringMatching(new RegExp(`^${opening}`))]));
  });

  test.each([
    'where do i park',
    'how do i book a day off for a wedding',
    'what time does breakfast club open',
    'who has a nut allergy in year 2',
    'where is the fire exit in the hall',
    'whats the phone number for the dsl',
    'how do i claim mileage',
    'what do i do if a child is sick in class',
    'do the children need a waterproof coat',
    'which reading scheme do we follow',
    '',
    '?!',
    'the of and',
  ])('is declined when no policy answers it: "%s"', (question) => {
    expect(library.find(question)).toMatchObject({ decision: 'decline', clauses: [] });
  });
});

describe('an answer', () => {
  test('shows at most three clauses, the best first, none twice', () => {
    const { clauses } = library.find('photos of children on the website');

    expect(clauses.length).toBeLessThanOrEqual(3);
    expect(clauses.map(({ score }) => score)).toEqual(
      [...clauses.map(({ score }) => score)].sort((one, other) => other - one),
    );
    expect(new Set(clauses.map(({ clause }) => clause.text)).size).toBe(clauses.length);
    expect(library.find('photos of children on the website', { limit: 1 }).clauses).toHaveLength(1);
  });

  test('comes from the one policy that was asked for', () => {
    const found = library.find('what happens if a kid shares their password', { policy: 'acceptable-use' });

    expect(found.clauses.every(({ policy }) => policy === 'acceptable-use')).toBe(true);
    expect(library.find('passwords', { policy: 'no-such-policy' }).decision).toBe('decline');
    expect(library.find('who looks after our data protection', { policy: 'phones-and-cameras' }).decision).toBe(
      'decline',
    );
  });

  test('is the clause itself, as the library holds it', () => {
    for (const { policy, clause } of library.find('who can search a childs phone').clauses) {
      expect(library.clause(policy, clause.id)).toBe(clause);
    }
  });

  test('for pupils comes before the same rule for staff when a question is about pupils', async () => {
    const others = ['Passwords stay secret.', 'Trips need a plan.', 'Consent lasts two years.', 'Filters are tested.'];
    const text =
      'Phones policy\n\nPupils\n\nPupils keep phones in the office.\n\nStaff\n\nStaff keep phones in a locker.\n\nOther rules\n\n';
    const two = openLibrary([
      { policy: { id: 'p', title: 'Phones', file: 'p' }, document: await documentOf(text + others.join('\n\n')) },
    ]);

    expect(two.find('where should kids keep phones').clauses[0]?.clause.text).toBe('Pupils keep phones in the office.');
    expect(two.find('where should i keep phones').clauses[0]?.clause.text).toBe('Staff keep phones in a locker.');
  });
});

describe('a question past all measure', () => {
  test.each(['phone ', 'a ', '\u0000', 'zqxj ', '((((', 'ﷺ'])(
    'of a hundred thousand characters is answered at once: %j',
    async (part) => {
      const seconds = await processorSeconds(() => library.find(part.repeat(Math.ceil(100_000 / part.length))));

      expect(seconds).toBeLessThan(0.5);
    },
  );

  test('leaves an empty library unmoved', () => {
    expect(openLibrary([]).find('can i use my phone').decision).toBe('decline');
  });
});

describe('a policy on a matter of its own', () => {
  test('answers questions on it, although its title alone names the matter', async () => {
    const markdown = `# Fire safety policy

## 1. When the bell rings

Everybody leaves by the nearest door and walks to the field.

## 2. Registers

The office brings the registers, and each teacher counts their class.
`;
    const shelf = held([
      ...(await modelPolicies()),
      { file: 'fire.md', source: markdown, document: await documentOf(markdown) },
    ]);

    const { clauses } = openLibrary(shelf).find('which door do we use when there is a fire');

    expect(clauses[0]?.clause.text).toBe('Everybody leaves by the nearest door and walks to the field.');
  });
});
