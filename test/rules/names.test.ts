import { isNamedIn } from '../../domain/names';

describe('A text names somebody', () => {
  test.each([
    ['Ms Ada Lovelock', 'Ada told me to leave it'],
    ['Ms Ada Lovelock', 'it was lovelock who had the key'],
    ['Ms Ada Lovelock', 'MS LOVELOCK CAME BACK'],
    ['Ms Ada Lovelock', "It is Lovelock's phone"],
    ['Zoë O’Dare', 'zoe was there'],
    ['Zoë O’Dare', "I mean o'dare"],
    ['Mia Kestrel-Marsh', 'and then Marsh came'],
    ['Mr Will Greenfinch', 'Will came in'],
  ])('%s in "%s"', (name, text) => {
    expect(isNamedIn(name, text)).toBe(true);
  });

  test.each([
    ['Ms Ada Lovelock', 'Ms said nothing; the cicada sang'],
    ['Mr Will Greenfinch', 'she will tell us tomorrow'],
    ['Mrs May Green', 'it may be the green door'],
    ['Deputy safeguarding lead', 'this may lead to more'],
    ['Jo Ng', 'jo is short'],
  ])('not %s in "%s"', (name, text) => {
    expect(isNamedIn(name, text)).toBe(false);
  });
});
