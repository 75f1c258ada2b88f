import fc from 'fast-check';
import { askedFor, audienceOfFollowUp } from '../../handlers/answer/follow-up';

describe('A follow-up', () => {
  test.each([
    ['and for pupils?', 'pupils'],
    ['And for the children', 'pupils'],
    ['what about governors', 'governors'],
    ['and staff', 'staff'],
    ['ok and what about volunteers then?', 'volunteers'],
    ['how about TAs', 'staff'],
    ['same for visitors?', 'visitors'],
    ['is it the same for parents', 'parents'],
    ['does that apply to governors too?', 'governors'],
  ])('"%s" asks again for %s', (text, audience) => {
    expect(audienceOfFollowUp(text)).toBe(audience);
  });

  test.each([
    'pupils',
    'what about pupils who bring a phone on the trip',
    'and for pupils on trips?',
    'can pupils bring phones',
    'what about photos',
    'and a pupil told me something',
    '',
    'and',
  ])('"%s" stands alone', (text) => {
    expect(audienceOfFollowUp(text)).toBeUndefined();
  });

  test.each([
    ['can i use my own phone on the trip?', 'pupils', 'can pupils use their own phone on the trip'],
    ['am I allowed my phone', 'governors', 'are governors allowed their phone'],
    ['what do staff do about passwords', 'visitors', 'what do visitors do about passwords'],
    ['does a teacher need consent', 'governors', 'do governors need consent'],
    ['phones on trips', 'pupils', 'phones on trips for pupils'],
    ['rules for staff on email', 'governors', 'rules for governors on email'],
    ['Can the children use tablets', 'staff', 'Can staff use tablets'],
  ])('of "%s" for %s looks for "%s"', (question, audience, asked) => {
    expect(askedFor(question, audience)).toBe(asked);
  });

  test('always names whom it is for, and comes at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (question) => {
        expect(askedFor(question, 'pupils')).toContain('pupils');
        expect([undefined, 'pupils']).toContain(
          audienceOfFollowUp(`and for pupils${question.slice(0, 3)}`) ?? undefined,
        );
      }),
    );
  });
});
