import { tellsOfSomebody } from '../../library';

describe('What must not leave whoever wrote it, because it tells of somebody, is', () => {
  test.each([
    'who looks after kids whose dad drinks, asking for Kayleigh M in my form',
    'what is the policy when Ben wont change for swimming and flinches',
    'mr hughes gives lifts home to Sophie in y6, is that allowed',
    'does the absence policy cover Aisha being taken to Pakistan for a wedding at 15',
    'mrs bell has a phone out in class, is that ok',
    'is it ok when Will and Grace are alone with one adult',
    'is miss okafor allowed to text parents',
    'what is the rule when Mrs. Price shouts',
    'can O’Neill in Year 4 have a phone',
    'Is there a rule about Siân’s packed lunch?',
    'who do we ask about KAYLEIGH on trips',
    'a girl in my class just told me a man online wants photos of her',
  ])('"%s"', (text) => {
    expect(tellsOfSomebody(text)).toBe(true);
  });
});

describe('A question about the rule alone may be passed on:', () => {
  test.each([
    'Can I use ChatGPT for reports?',
    'is Kahoot ok in Year 4',
    'when is KCSIE training',
    'Does the Online Safety Policy cover Teams on a Monday in March?',
    'What does Ofsted look at? Parents ask. Governors too.',
    'Can Year 6 bring phones to the Christmas party',
    'who approves the Acceptable Use Agreement',
    'Is Google Classroom ok, or only Microsoft Teams',
    'do I need a DBS and GDPR training before I help in Reception',
    'can I use my iPad at home',
    'What if I miss the training?',
    'can we use ms teams with parents',
    'how long is CCTV kept',
    'what does the Anti-Bullying Policy say about Looked-After Children',
    'what colour is the minibus',
  ])('"%s"', (text) => {
    expect(tellsOfSomebody(text)).toBe(false);
  });

  test('also where a sentence, a list or a quotation begins', () => {
    expect(tellsOfSomebody('Who approves trips? Kites: what is the rule?\nHens: what is the rule?')).toBe(false);
  });
});
